"""Findings about how pages and documents are built. One module a family."""
