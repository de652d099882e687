"""Findings about dates: in what order, how far apart, how long ago. One module a family."""
