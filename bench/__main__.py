"""Runs all measurements: `python -m bench`."""

from __future__ import annotations

from bench import build, check, rules

check.main()
rules.main()
build.main()
