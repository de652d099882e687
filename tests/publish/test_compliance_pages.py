"""What governors read about duties, and what the public does not."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import jsonschema

from tests.policies import checked_oakfield
from tests.support import ROOT, squeeze

if TYPE_CHECKING:
    from pathlib import Path

INSIDE = ("governors/coverage.html", "governors/pack.html", "staff/due.html")


def text(site: Path, name: str) -> str:
    return squeeze((site / name).read_text(encoding="utf-8"))


def test_the_public_site_has_no_page_on_gaps_or_on_what_is_late(site: Path) -> None:
    assert [name for name in INSIDE if (site / name).exists()] == []
    assert "staff/due.html" not in text(site, "index.html")


def test_the_coverage_page_has_a_tile_for_each_requirement_of_today(governors_site: Path) -> None:
    coverage = checked_oakfield().coverage
    assert coverage is not None
    binding = [
        each.requirement
        for each in coverage.asked
        if each.status in {"covered", "partly", "not", "by-choice"}
    ]
    tiles = re.findall(
        r'href="requirements\.html#([\w-]+)" aria-label',
        text(governors_site, "governors/coverage.html"),
    )
    assert sorted(tiles) == sorted([*binding, *binding])  # in the narrow and the wide picture


def test_every_requirement_has_a_place_to_link_to(governors_site: Path) -> None:
    page = text(governors_site, "governors/requirements.html")
    policy = checked_oakfield().policy
    assert policy is not None
    missing = [each.id for each in policy.requirements if f'id="{each.id}"' not in page]
    assert missing == []


def test_the_data_behind_it_is_in_the_site_of_those_who_govern_only(
    governors_site: Path, site: Path
) -> None:
    told = json.loads((governors_site / "coverage.json").read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "schemas" / "coverage.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(told, schema)
    assert not (site / "coverage.json").exists()


def test_what_does_not_bind_the_school_says_why(governors_site: Path) -> None:
    page = text(governors_site, "governors/coverage.html")
    assert "What does not bind us" in page
    assert "this is a maintained school." in page


def test_the_pack_holds_all_that_a_meeting_needs(governors_site: Path) -> None:
    page = text(governors_site, "governors/pack.html")
    headings = re.findall(r'<h2 id="[\w-]+">([^<]+)<', page)
    assert headings[:5] == [
        "Are we doing what we must?",
        "What is due",
        "What changed",
        "Questions to ask",
        "The term in numbers",
    ]
    assert "No names, no classes, no stories." in page


def test_those_who_keep_evidence_read_when_a_thing_was_last_shown(
    governors_site: Path, site: Path
) -> None:
    assert "Last shown:" in text(governors_site, "governors/requirements.html")
    assert "Last shown:" not in text(site, "governors/requirements.html")


def test_a_long_answer_is_folded_and_says_what_it_holds(governors_site: Path) -> None:
    page = text(governors_site, "governors/requirements.html")
    assert "<summary>The policy says it; somebody does it; something shows it<span" in page


def test_the_reason_why_nothing_of_a_source_binds_stands_once(governors_site: Path) -> None:
    page = text(governors_site, "governors/coverage.html")
    assert page.count("Keeping Children Safe 2026 is not in force yet.") == 1


def test_the_year_opens_role_by_role(governors_site: Path) -> None:
    page = text(governors_site, "checklists/year.html")
    roles = re.findall(r'<a href="#year-([\w-]+)" aria-label', page)
    opened = re.findall(r'<details class="sp-saying"> ?<summary><h2 id="year-([\w-]+)">', page)
    assert opened
    assert roles == [*opened, *opened]  # in the narrow and the wide picture


def test_a_checklist_is_found_through_the_list_of_them_and_not_in_the_menu(site: Path) -> None:
    assert 'href="dsl-termly.html"' in text(site, "checklists/index.html")
    assert 'href="dsl-termly.html"' not in text(site, "checklists/year.html").split("<article")[0]
    assert '<a href="index.html">All checklists</a>' in text(site, "checklists/dsl-termly.html")
