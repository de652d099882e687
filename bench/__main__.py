"""Runs all measurements: `python -m bench`."""

from __future__ import annotations

from bench import build, check

check.main()
build.main()
