"""Findings about a policy that is formally right but cannot be meant. One module a family."""
