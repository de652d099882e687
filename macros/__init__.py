"""What a page may call. Thin: look up a record, render a component of the theme."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give the macros plugin the calls of the school that is being built."""
    calls = env.conf.plugins["schoolpolicy"].calls
    calls.follow(lambda: env.page.file.src_uri)
    for name in calls.shapes():
        env.macro(getattr(calls, name), name)
