"""What governors read about duties, and what the public does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.policies import checked_oakfield
from tests.support import squeeze

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
