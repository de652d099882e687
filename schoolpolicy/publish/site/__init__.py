"""The website; with `macros`, the only place that knows MkDocs."""
