"""How far a school's policy covers what is asked of it, and what does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.checks.coverage.support import ASKED, DOES, SAYS, asked, hill, told

if TYPE_CHECKING:
    from pathlib import Path

CHOICE = "school.yml"


def _with(*texts: str) -> dict[str, str]:
    return {f"more-{number}.yml": text for number, text in enumerate(texts)}


def test_what_the_policy_says_and_somebody_does_is_covered(tmp_path: Path) -> None:
    found = asked(hill(tmp_path, _with(ASKED, SAYS, DOES)))
    assert found.status == "covered"
    assert [each.name for each in found.covered_by] == ["Rules: for children", "Duties: head"]
    assert found.why is None


def test_what_is_only_said_is_partly_covered(tmp_path: Path) -> None:
    found = asked(hill(tmp_path, _with(ASKED, SAYS)))
    assert (found.status, found.missing, found.why) == (
        "partly",
        ("does",),
        "Nobody has the duty.",
    )
    assert found.to_do == "Write a rule for phones, and give the head the duty."


def test_what_nothing_answers_is_not_covered(tmp_path: Path) -> None:
    found = asked(hill(tmp_path, _with(ASKED)))
    assert found.status == "not"
    assert found.why == "The policy does not say it and nobody has the duty."


def test_a_requirement_may_ask_for_words_only(tmp_path: Path) -> None:
    words = ASKED + "  needs: [says]\n"
    assert asked(hill(tmp_path, _with(words, SAYS))).status == "covered"


def test_a_record_or_a_checklist_shows_that_it_is_done(tmp_path: Path) -> None:
    shown = ASKED + "  needs: [shows]\n"
    record = (
        "records:\n- id: phone-log\n  title: Phone log\n  holds: Days and places.\n"
        "  kept_by: head\n  checked: 1 term\n  keep: for a year\n  covers: [phone-rules]\n"
    )
    assert asked(hill(tmp_path, _with(shown))).why == "No record or checklist shows it."
    found = asked(hill(tmp_path / "shown", _with(shown, record)))
    assert [(each.name, each.role) for each in found.covered_by] == [("Records: phone log", "head")]


def test_a_page_of_the_school_can_say_it(tmp_path: Path) -> None:
    page = "---\ntitle: Phones here\nafter: index.md\ncovers: [phone-rules]\n---\n# Phones here\n"
    found = asked(hill(tmp_path, {**_with(ASKED, DOES), "docs/phones.md": page}))
    assert [each.name for each in found.covered_by] == ["Duties: head", "Pages: phones here"]


def test_what_the_school_removed_covers_nothing_and_its_reason_is_told(tmp_path: Path) -> None:
    model = (
        "documents:\n- id: phone-policy\n  title: Phone policy\n  about: Phones.\n"
        "  owner: head\n  covers: [phone-rules]\n"
    )
    files = {"data/documents.yml": model, **_with(ASKED, DOES)}
    assert asked(hill(tmp_path, files)).status == "covered"
    removed = 'documents:\n- {id: phone-policy, remove: "It is part of the behaviour policy."}\n'
    found = asked(hill(tmp_path / "removed", {**files, "documents.yml": removed}))
    assert (found.status, found.why) == (
        "partly",
        "The policy does not say it. Hill School took the linked policy “phone-policy” away: "
        "It is part of the behaviour policy.",
    )


def test_what_only_governors_see_is_not_named_where_it_was_removed(tmp_path: Path) -> None:
    model = (
        "documents:\n- id: phone-policy\n  title: Phone policy\n  about: Phones.\n"
        "  owner: head\n  covers: [phone-rules]\n  visibility: governors\n"
    )
    removed = "documents:\n- {id: phone-policy, remove: It tells too much.}\n"
    files = {"data/documents.yml": model, "documents.yml": removed, **_with(ASKED, DOES)}
    assert asked(hill(tmp_path, files)).why == (
        "The policy does not say it. Hill School took away what only governors may see."
    )


def test_requirements_that_follow_each_other_are_told_and_not_gone_round(tmp_path: Path) -> None:
    more = (
        ASKED + "  follows: [two]\n  as_before: yes\n"
        "- id: two\n  citation: phone-guidance\n  text: The same.\n  strength: statutory\n"
        "  how: Do it.\n  evidence: rules\n  sure: high\n  follows: [phone-rules]\n"
        "  as_before: yes\n"
        "- id: three\n  citation: phone-guidance\n  text: The same.\n  strength: statutory\n"
        "  how: Do it.\n  evidence: rules\n  sure: high\n  follows: [two]\n  as_before: yes\n"
    )
    checked = hill(tmp_path, _with(more, SAYS, DOES))
    assert asked(checked, "three").status == "covered"
    assert told(checked, "policy.circle") == [
        'policy.circle: "phone-rules" follows itself, through "two". Change "follows" here, or '
        "delete that line.",
        'policy.circle: "two" follows itself, through "phone-rules". Change "follows" here, or '
        "delete that line.",
    ]


def test_editions_that_replace_each_other_are_told(tmp_path: Path) -> None:
    checked = hill(
        tmp_path,
        {"citations.yml": "citations:\n- {id: phone-guidance, superseded_by: phone-guidance}\n"},
    )
    assert told(checked, "policy.circle") == [
        'policy.circle: "phone-guidance" is replaced by itself. Change "superseded_by" here, or '
        "delete that line."
    ]


def test_a_policy_that_is_still_to_be_written_covers_nothing(tmp_path: Path) -> None:
    policy = "documents:\n- id: phone-policy\n  title: Phone policy\n  about: Phones.\n"
    policy += "  owner: head\n  missing: yes\n  covers: [phone-rules]\n"
    found = asked(hill(tmp_path, _with(ASKED, DOES, policy)))
    assert found.status == "partly"
    assert found.why == (
        'The policy does not say it. The policy "phone-policy" is still to be written.'
    )


def test_a_duty_of_a_role_that_nobody_holds_covers_nothing(tmp_path: Path) -> None:
    other = (
        "roles:\n- id: lead\n  title: lead\n  kind: safeguarding\n  audience: staff\n"
        "  summary: Leads.\n  duties:\n  - {id: lead-looks, text: Looks., every: 1 term, "
        "covers: [phone-rules]}\n"
    )
    posts = "posts:\n- {id: headteacher, title: headteacher, holds: [head, lead]}\n"
    held = {**_with(ASKED, SAYS, other), "posts.yml": posts}
    assert asked(hill(tmp_path, held)).status == "covered"
    found = asked(hill(tmp_path / "unheld", _with(ASKED, SAYS, other)))
    assert found.why == 'Nobody has the duty. Nobody holds the role "lead".'


def test_what_waits_for_a_choice_covers_nothing_and_says_for_which(tmp_path: Path) -> None:
    said = "rules:\n- {id: no-phones, covers: [phone-rules], only: {choices: {byod: no}}}\n"
    school = _school(choices="{byod: undecided}")
    found = asked(hill(tmp_path, {**_with(ASKED, DOES, said), CHOICE: school}))
    assert found.status == "partly"
    assert found.why == (
        "The policy does not say it. It waits for an answer to “May people use their own devices?”"
    )


def test_what_guidance_asks_and_a_choice_leaves_out_is_by_choice(tmp_path: Path) -> None:
    said = "rules:\n- {id: no-phones, covers: [phone-rules], only: {choices: {byod: yes}}}\n"
    asked_softly = ASKED.replace("statutory", "good-practice") + "  needs: [says]\n"
    found = asked(hill(tmp_path, _with(asked_softly, said)))
    assert found.status == "by-choice"
    assert found.why == (
        "The school's answer to “May people use their own devices?” is “Not allowed”."
    )


def test_what_binds_is_a_gap_whatever_the_choice(tmp_path: Path) -> None:
    said = "rules:\n- {id: no-phones, covers: [phone-rules], only: {choices: {byod: yes}}}\n"
    found = asked(hill(tmp_path, _with(ASKED + "  needs: [says]\n", said)))
    assert found.status == "not"
    assert found.why == (
        "The policy does not say it. "
        "The school's answer to “May people use their own devices?” is “Not allowed”."
    )


def test_a_school_may_decline_guidance_with_a_reason(tmp_path: Path) -> None:
    declined = ASKED + "  declined: We have no phones at all.\n"
    found = asked(hill(tmp_path, _with(declined)))
    assert (found.status, found.why) == ("by-choice", "We have no phones at all.")


def test_what_binds_other_kinds_of_school_does_not_apply(tmp_path: Path) -> None:
    found = asked(hill(tmp_path, _with(ASKED + "  only: {types: [academy, free]}\n")))
    assert (found.status, found.why) == (
        "not-applicable",
        "It binds academies and free schools; this is a maintained school.",
    )


def test_what_is_for_other_ages_does_not_apply(tmp_path: Path) -> None:
    found = asked(hill(tmp_path, _with(ASKED + "  only: {phases: [secondary]}\n")))
    assert found.why == "It is for secondary schools; this is a primary school."


def test_what_depends_on_what_the_school_does_not_have_does_not_apply(tmp_path: Path) -> None:
    found = asked(hill(tmp_path, _with(ASKED + "  only: {choices: {byod: yes}}\n")))
    assert (found.status, found.why) == (
        "not-applicable",
        "The school's answer to “May people use their own devices?” is “Not allowed”.",
    )


def test_what_another_nation_asks_is_not_in_the_report(tmp_path: Path) -> None:
    checked = hill(tmp_path, _with(ASKED + "  only: {nations: [wales]}\n"))
    assert checked.coverage is not None
    assert checked.coverage.asked == ()


def _school(**changes: str) -> str:
    lines = {
        "name": "Hill School",
        "nation": "england",
        "phase": "primary",
        "type": "maintained",
        "cohorts": "[y1, y2]",
        "terms": "{learners: children}",
        "choices": "{byod: no}",
        **changes,
    }
    review = (
        "review:\n  edition: 2026-27\n  effective_from: 2026-09-01\n"
        "  next_review: 2027-07-01\n  approved_by: head\n"
    )
    return "".join(f"{key}: {value}\n" for key, value in lines.items()) + review
