"""What a new edition of a law or guidance would touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.explain import explain
from tests.checks.coverage.support import ASKED, DOES, SAYS, hill
from tests.checks.coverage.test_findings import FOLLOWS, IN_FORCE, NEW

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"asked.yml": ASKED, "says.yml": SAYS, "does.yml": DOES}


def test_it_lists_requirements_with_what_covers_them_and_whatever_names_it(tmp_path: Path) -> None:
    page = "---\ntitle: Phones\nafter: index.md\n---\n# Phones\n\nSee Phones in schools.\n"
    source = "roles:\n- {id: head, duties: [{id: head-leads, source: [phone-guidance]}]}\n"
    files = {"asked.yml": ASKED, "says.yml": SAYS, "does.yml": source, "docs/phones.md": page}
    assert explain(hill(tmp_path, files), "phone-guidance")[2:] == [
        "  a new edition would touch:",
        "    requirement phone-rules: schools/hill/asked.yml:2:3",
        "      covered by rule no-phones: schools/hill/says.yml:2:3",
        "    role head (head-leads), its source: schools/hill/does.yml:2:3",
        "    page schools/hill/docs/phones.md:7",
    ]


def test_it_compares_a_known_new_edition_with_today_s(tmp_path: Path) -> None:
    more = FOLLOWS + (
        "- {id: watches, citation: phone-guidance-2027, text: Watches count as phones.,\n"
        "  strength: statutory, how: Say so., evidence: the rules, sure: low, doubt: A draft.}\n"
    )
    lines = explain(hill(tmp_path, {**FILES, "new.yml": NEW, "more.yml": more}), "phone-guidance")
    assert lines[4:8] == [
        "  its next edition is phone-guidance-2027: planned for 1 October 2026, not certain",
        "    changed: phone-rules-2027 follows phone-rules: "
        "The school has rules for phones and for watches.",
        "    new: watches: Watches count as phones.",
        "  a new edition would touch:",
    ]


def test_the_new_edition_tells_what_it_leaves_to_look_up(tmp_path: Path) -> None:
    lines = explain(hill(tmp_path, {**FILES, "new.yml": IN_FORCE}), "phone-guidance-2027")
    assert lines[3:5] == [
        "  it follows phone-guidance; in force from 1 January 2027",
        "    to look up: nothing follows phone-rules",
    ]
