"""How findings are printed for programs: as JSON, for GitHub, and as SARIF."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.checks.codes.book import code_book
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.publish.sarif import sarif_log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from schoolpolicy.model.finding import Finding

TEXT = "text"
"""The format for people, which each command prints in its own way."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_FIELDS = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as a list; each fits `schemas/finding.schema.json`."""
    return json.dumps([each.model_dump(mode="json") for each in findings], indent=1)


def as_sarif(findings: Iterable[Finding]) -> str:
    """Return findings as a log in the Static Analysis Results Interchange Format."""
    return json.dumps(sarif_log(findings, code_book()), indent=1)


def as_github(findings: Iterable[Finding]) -> str:
    """Return findings as commands that put notes on the lines of a pull request."""
    return "\n".join(map(_command, findings))


def _command(finding: Finding) -> str:
    place = finding.place
    fields = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "title": finding.code,
    }
    said = ",".join(f"{name}={str(value).translate(_IN_FIELDS)}" for name, value in fields.items())
    text = f"{finding.problem} {finding.remedy}".rstrip().translate(_IN_TEXT)
    return f"::{_LEVELS[finding.severity]} {said}::{text}"


FORMATS: Mapping[str, Callable[[Iterable[Finding]], str]] = MappingProxyType(
    {"json": as_json, "github": as_github, "sarif": as_sarif}
)
"""By the name of each format, what prints the findings of all schools together."""
