"""The shapes of the data, one module a subject."""
