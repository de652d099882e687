"""Findings that do not stop a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from schoolpolicy.model.finding import Place


def warning(code: str, place: Place, problem: str, remedy: str) -> Finding:
    """Return a finding of severity warning."""
    return Finding(
        code=code, severity=Severity.WARNING, place=place, problem=problem, remedy=remedy
    )


def information(code: str, place: Place, problem: str, remedy: str) -> Finding:
    """Return a finding that is for information only."""
    return Finding(code=code, severity=Severity.INFO, place=place, problem=problem, remedy=remedy)
