"""Findings about the record of what was done: what, when, by whom, and no names."""
