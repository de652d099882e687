"""The command line: parses, calls, prints."""

from __future__ import annotations

# Each of these modules adds its commands to the group.
from schoolpolicy.cli import build, can, check, coverage, due, layers, look, new
from schoolpolicy.cli.base import main

__all__ = ["build", "can", "check", "coverage", "due", "layers", "look", "main", "new"]
