"""Findings in the Static Analysis Results Interchange Format (SARIF 2.1.0)."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.publish.code_reference import code_help

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from schoolpolicy.model.code import FindingCode
    from schoolpolicy.model.finding import Finding

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
"""What programs that read the log know the top of the repository by."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_log(findings: Iterable[Finding], book: Mapping[str, FindingCode]) -> dict[str, Any]:
    """Return the log of one run.

    Args:
        findings: what was found, each once.
        book: what each code means.
    """
    found = list(findings)
    codes = sorted({each.code for each in found})
    numbers = {code: number for number, code in enumerate(codes)}
    driver = {
        "name": "School Policy",
        "version": version("schoolpolicy"),
        "rules": [_rule(book[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the project."}}},
        "results": [_result(each, numbers[each.code]) for each in found],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(entry: FindingCode) -> dict[str, Any]:
    return {
        "id": entry.code,
        "shortDescription": {"text": entry.finds},
        "fullDescription": {"text": f"{entry.finds} {entry.why}"},
        "help": {"text": _help(entry), "markdown": code_help(entry)},
        "defaultConfiguration": {"level": _LEVELS[entry.severity[0]]},
        "properties": {"tags": [entry.family]},
    }


def _help(entry: FindingCode) -> str:
    return (
        f"{entry.finds} {entry.why}\n\n"
        f"A bad example, in {entry.file}:\n\n{entry.bad}\nA good example:\n\n{entry.good}"
    )


def _result(finding: Finding, number: int) -> dict[str, Any]:
    place = finding.place
    where = {
        "artifactLocation": {"uri": quote(place.file), "uriBaseId": _ROOT},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.problem} {finding.remedy}".rstrip()},
        "locations": [{"physicalLocation": where}],
    }
