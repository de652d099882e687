"""Findings as a SARIF log, which code hosts and editors read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

from schoolpolicy.checks.codes.book import code_book
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.publish.sarif import sarif_log

SCHEMA = json.loads((Path(__file__).parent / "sarif.schema.json").read_text(encoding="utf-8"))


def finding(
    code: str = "text.mixed-terms",
    severity: Severity = Severity.WARNING,
    file: str = "data/topics.yml",
    line: int = 3,
) -> Finding:
    place = Place(file=file, line=line, column=9)
    return Finding(code=code, severity=severity, place=place, problem="Wrong.", remedy="Mend it.")


def log(*findings: Finding) -> dict[str, Any]:
    written = sarif_log(findings, code_book())
    jsonschema.validate(written, SCHEMA, format_checker=jsonschema.FormatChecker())
    return written


def run(*findings: Finding) -> dict[str, Any]:
    (only,) = log(*findings)["runs"]
    return dict(only)


def test_no_findings_are_a_log_too() -> None:
    assert (run()["results"], run()["tool"]["driver"]["rules"]) == ([], [])


def test_every_code_makes_a_log_that_fits_the_standard() -> None:
    found = run(*(finding(code, entry.severity[0]) for code, entry in code_book().items()))
    rules = found["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == list(code_book())
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_result_has_its_place_and_its_words() -> None:
    (result,) = run(finding())["results"]
    assert result == {
        "ruleId": "text.mixed-terms",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "Wrong. Mend it."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "data/topics.yml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 9},
                }
            }
        ],
    }


def test_a_level_is_that_of_the_finding_and_the_rule_keeps_its_own() -> None:
    found = run(finding(severity=Severity.ERROR), finding(severity=Severity.INFO))
    assert [each["level"] for each in found["results"]] == ["error", "note"]
    (rule,) = found["tool"]["driver"]["rules"]
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_a_name_that_no_address_may_hold_is_written_so_that_it_may() -> None:
    (result,) = run(finding(file="schools/hill/docs/Über uns & you.md"))["results"]
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where["uri"] == "schools/hill/docs/%C3%9Cber%20uns%20%26%20you.md"


def test_a_rule_says_what_it_finds_and_why_with_both_examples() -> None:
    entry = code_book()["text.mixed-terms"]
    (rule,) = run(finding())["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == entry.finds
    assert rule["fullDescription"]["text"] == f"{entry.finds} {entry.why}"
    for words in rule["help"].values():
        assert entry.bad.rstrip() in words
        assert entry.good.rstrip() in words
    assert rule["properties"] == {"tags": ["text"]}
