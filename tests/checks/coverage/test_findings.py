"""What `check` says of requirements: gaps, what the law asks, and new editions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.checks.coverage.support import ASKED, DOES, SAYS, asked, hill, told

if TYPE_CHECKING:
    from pathlib import Path

NEW = """\
citations:
- {id: phone-guidance, superseded_by: phone-guidance-2027}
- id: phone-guidance-2027
  title: Phones in schools 2027
  kind: guidance
  nations: [england]
  publisher: The ministry
  status: announced
  planned_for: 2026-10-01
  about: Schools are free of phones and watches.
  checked_on: 2026-11-22
  sure: low
  doubt: Only a draft was seen.
"""
FOLLOWS = """\
requirements:
- id: phone-rules-2027
  citation: phone-guidance-2027
  text: The school has rules for phones and for watches.
  strength: statutory
  how: Add watches to the rule.
  evidence: the rules
  sure: low
  doubt: Only a draft was seen.
  follows: [phone-rules]
"""
IN_FORCE = NEW.replace("status: announced", "status: in-force\n  in_force_from: 2027-01-01")
NEXT_YEAR = dt.date(2027, 1, 1)


def test_a_gap_in_what_is_statutory_is_a_warning_with_what_to_do(tmp_path: Path) -> None:
    checked = hill(tmp_path, {"asked.yml": ASKED})
    assert told(checked, "coverage.") == [
        'coverage.not: The requirement "phone-rules" (Phones in schools) is not covered. '
        "The policy does not say it and nobody has the duty. "
        "Write a rule for phones, and give the head the duty. "
        'Then name the requirement under "covers" there.'
    ]
    assert {each.severity for each in checked.findings if each.code == "coverage.not"} == {
        "warning"
    }


def test_a_gap_in_good_practice_is_for_information(tmp_path: Path) -> None:
    checked = hill(tmp_path, {"a.yml": ASKED.replace("statutory", "good-practice"), "b.yml": SAYS})
    (found,) = (each for each in checked.findings if each.code == "coverage.partly")
    assert found.severity == "info"


def test_what_is_covered_is_not_told(tmp_path: Path) -> None:
    checked = hill(tmp_path, {"a.yml": ASKED, "b.yml": SAYS, "c.yml": DOES})
    assert told(checked, "coverage.", "editions.") == []


def test_nobody_can_decline_what_the_law_asks(tmp_path: Path) -> None:
    law = ASKED.replace("statutory", "law") + "  declined: We would rather not.\n"
    assert told(hill(tmp_path, {"a.yml": law, "b.yml": SAYS, "c.yml": DOES}), "coverage.") == [
        'coverage.law-declined: The law asks for "phone-rules": a school cannot choose not to do '
        'it. Delete the line "declined".'
    ]


def test_what_the_law_asks_cannot_be_taken_out_in_silence(tmp_path: Path) -> None:
    law = ASKED.replace("statutory", "law")
    out = 'requirements:\n- {id: phone-rules, remove: "It is too much work."}\n'
    files = {
        "data/asked.yml": law,
        "b.yml": SAYS.replace("covers: [phone-rules]", "level: allowed"),
    }
    checked = hill(tmp_path, {**files, "out.yml": out})
    assert asked(checked).status == "not"
    (found,) = (each for each in checked.findings if each.code == "coverage.not")
    assert str(found) == (
        'schools/hill/out.yml:2:3: The requirement "phone-rules" (Phones in schools) is not '
        "covered. Hill School took it out: It is too much work. What the law asks cannot be taken "
        'out. Delete the line "remove". If it does not bind this school, say under "severities" '
        'or "accepted" why.'
    )


def test_guidance_that_was_taken_out_is_not_done_by_choice(tmp_path: Path) -> None:
    out = 'requirements:\n- {id: phone-rules, remove: "It is too much work."}\n'
    found = asked(hill(tmp_path, {"data/asked.yml": ASKED, "out.yml": out}))
    assert (found.status, found.why) == (
        "by-choice",
        "Hill School took it out: It is too much work.",
    )


def test_without_posts_no_duty_counts_and_that_is_told_once(tmp_path: Path) -> None:
    files = {"a.yml": ASKED, "b.yml": SAYS, "c.yml": DOES, "posts.yml": "posts: []\n"}
    checked = hill(tmp_path, files)
    assert asked(checked).why == "Nobody has the duty. Nobody is told who holds the roles."
    assert told(checked, "coverage.") == [
        "coverage.no-posts: No duty counts yet, because nobody is told who holds the roles: so 1 "
        "of the things that law and guidance ask are only partly covered. Write in "
        "schools/hill/posts.yml which post holds which roles, without names."
    ]


def test_a_page_that_covers_what_is_not_asked_is_told_with_a_suggestion(tmp_path: Path) -> None:
    page = "---\ntitle: Phones\nafter: index.md\ncovers: [phone-rule]\n---\n# Phones\n"
    files = {"a.yml": ASKED, "b.yml": SAYS, "c.yml": DOES, "docs/phones.md": page}
    assert told(hill(tmp_path, files), "coverage.") == [
        'coverage.page-unknown: The page says that it covers "phone-rule", which is no '
        'requirement. Did you mean "phone-rules"?'
    ]


def test_an_edition_that_may_be_out_by_now_is_told_and_changes_nothing(tmp_path: Path) -> None:
    files = {"a.yml": ASKED, "b.yml": SAYS, "c.yml": DOES, "d.yml": NEW, "e.yml": FOLLOWS}
    checked = hill(tmp_path, files)
    assert told(checked, "coverage.", "editions.") == [
        'editions.planned: "phone-guidance-2027" was planned for 1 October 2026, but is noted as '
        'announced. See whether it is out. If so, give it "status: in-force" and its day under '
        '"in_force_from": then "schoolpolicy check" lists what to look at again.'
    ]
    assert asked(checked).status == "covered"
    coming = asked(checked, "phone-rules-2027")
    assert (coming.status, coming.why) == (
        "coming",
        "Phones in schools 2027 is not in force yet.",
    )


def test_an_edition_takes_over_on_its_day_and_not_before(tmp_path: Path) -> None:
    files = {"a.yml": ASKED, "b.yml": SAYS, "c.yml": DOES, "d.yml": IN_FORCE, "e.yml": FOLLOWS}
    before = hill(tmp_path / "before", files, day=dt.date(2026, 12, 31))
    assert asked(before).status == "covered"
    assert asked(before, "phone-rules-2027").status == "coming"
    after = hill(tmp_path / "after", files, day=NEXT_YEAR)
    assert after.coverage is not None
    assert [each.requirement for each in after.coverage.asked] == ["phone-rules-2027"]


def test_what_asks_more_than_before_is_work_to_do(tmp_path: Path) -> None:
    files = {"a.yml": ASKED, "b.yml": SAYS, "c.yml": DOES, "d.yml": IN_FORCE, "e.yml": FOLLOWS}
    found = asked(hill(tmp_path, files, day=NEXT_YEAR), "phone-rules-2027")
    assert (found.status, found.to_do) == ("partly", "Add watches to the rule.")
    assert found.why == (
        "The policy does not say it and nobody has the duty. "
        "2 texts answer what the edition before asked: see whether that is enough now."
    )


def test_what_asks_the_same_as_before_stays_covered(tmp_path: Path) -> None:
    same = FOLLOWS + "  as_before: yes\n"
    files = {"a.yml": ASKED, "b.yml": SAYS, "c.yml": DOES, "d.yml": IN_FORCE, "e.yml": same}
    assert asked(hill(tmp_path, files, day=NEXT_YEAR), "phone-rules-2027").status == "covered"


def test_what_asks_the_same_as_several_is_covered_only_if_each_of_them_is(tmp_path: Path) -> None:
    watches = "\n".join(ASKED.replace("phone-rules", "watch-rules").splitlines()[1:]) + "\n"
    both = FOLLOWS.replace("[phone-rules]", "[phone-rules, watch-rules]") + "  as_before: yes\n"
    files = {"a.yml": ASKED + watches, "b.yml": SAYS, "c.yml": DOES, "d.yml": IN_FORCE}
    found = asked(hill(tmp_path, {**files, "e.yml": both}, day=NEXT_YEAR), "phone-rules-2027")
    assert found.status == "partly"
    watched = {}
    for name in ("b.yml", "c.yml"):
        watched[name] = files[name].replace("[phone-rules]", "[phone-rules, watch-rules]")
    found = asked(
        hill(tmp_path / "both", {**files, **watched, "e.yml": both}, day=NEXT_YEAR),
        "phone-rules-2027",
    )
    assert found.status == "covered"


def test_what_nothing_follows_is_still_asked_and_to_be_looked_up(tmp_path: Path) -> None:
    files = {"a.yml": ASKED, "b.yml": SAYS, "c.yml": DOES, "d.yml": IN_FORCE}
    checked = hill(tmp_path, files, day=NEXT_YEAR)
    assert asked(checked).status == "covered"
    assert told(checked, "editions.") == [
        'editions.left-behind: No requirement of "phone-guidance-2027" follows "phone-rules", '
        "which the edition before asked. See whether Phones in schools 2027 still asks it. If so, "
        'add a requirement with "follows: [phone-rules]"; if not, remove it and say why.'
    ]
