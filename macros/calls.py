"""The macros: every public method is one, and its docstring is its manual."""

from __future__ import annotations

from macros.pack import PackCalls


class Calls(PackCalls):
    """Every macro, bound to one school's policy and the theme's components."""
