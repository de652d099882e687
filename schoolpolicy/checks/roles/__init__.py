"""Findings about roles: who stands in, who takes a concern, what is missing."""
