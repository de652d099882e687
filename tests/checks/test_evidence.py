"""The record of what was done: what it names is there, who does it did it, and nobody is named."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from schoolpolicy.checks.evidence.entries import check_entries
from schoolpolicy.checks.evidence.late import check_late
from schoolpolicy.checks.evidence.names import check_names
from schoolpolicy.model.finding import Place
from schoolpolicy.model.review import Evidence
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve
from tests.policies import checked_oakfield, oakfield
from tests.support import ROOT, SCHOOL, run

DAY = dt.date(2026, 11, 22)
WEEKLY = {"checklist": "dsl-weekly", "date": "2026-11-20", "by": "dsl"}
FIELDS = ("duty", "review", "checklist", "training", "record", "date", "by", "note", "link")


def said(*entries: dict[str, Any]) -> list[str]:
    """Return what is found in the evidence of Oakfield, were it this.

    Each entry has a line of its own; the columns are the numbers of its fields.
    """
    evidence = tuple(Evidence.model_validate(each) for each in entries)
    policy = oakfield().model_copy(update={"evidence": evidence, "day": DAY})
    places = {
        ("evidence", f"{number}{name}"): Place(file="e.yml", line=number + 1, column=column)
        for number in range(len(entries))
        for column, name in enumerate(("", *(f".{each}" for each in FIELDS)), 1)
    }
    found = [
        *check_entries(policy, places, checked_oakfield().resolution.ids),
        *check_names(policy, places, Project(ROOT)),
        *check_late(policy, places),
    ]
    return [str(each).removeprefix("e.yml:") for each in found]


def done(kind: str, name: str, date: str, by: str, **more: str) -> dict[str, str]:
    return {kind: name, "date": date, "by": by, **more}


class TestWhatWasDone:
    def test_each_kind_of_thing_can_be_named(self) -> None:
        assert (
            said(
                done("duty", "dsl-reads-filter-reports", "2026-11-20", "dsl"),
                done("review", "curriculum", "2026-11-19", "online-safety-lead"),
                WEEKLY,
                done("training", "all-staff-yearly", "2026-09-01", "dsl"),
                done("record", "online-incident-log", "2026-11-05", "online-safety-lead"),
            )
            == []
        )

    def test_an_unknown_id_counts_for_nothing(self) -> None:
        assert said({**WEEKLY, "checklist": "dsl-weakly"}) == [
            '1:4: There is no checklist "dsl-weakly", so that this counts for nothing. Did you '
            'mean "dsl-weekly"?'
        ]

    @pytest.mark.parametrize(
        ("kind", "name", "told"),
        [
            ("duty", "dsl-weekly", '"dsl-weekly" is a checklist, not a duty'),
            ("duty", "curriculum", '"curriculum" is a review, not a duty'),
            ("checklist", "online-incident-log", '"online-incident-log" is a record, not a check'),
            ("review", "all-staff-yearly", '"all-staff-yearly" is a training entry, not a review'),
        ],
    )
    def test_a_thing_of_another_kind_is_told_with_its_field(
        self, kind: str, name: str, told: str
    ) -> None:
        (found,) = said(done(kind, name, "2026-11-20", "dsl"))
        right = {"dsl-weekly": "checklist", "curriculum": "review", "all-staff-yearly": "training"}
        assert told in found
        assert found.endswith(
            f'so that this counts for nothing. Write "{right.get(name, "record")}: {name}".'
        )

    def test_what_does_not_apply_to_the_school(self) -> None:
        assert said(done("training", "own-devices", "2026-11-20", "it-manager")) == [
            '1:5: The training entry "own-devices" does not apply to the school, so that this '
            "counts for nothing. Correct the id, or delete the entry."
        ]


class TestWhenAndByWhom:
    def test_the_future(self) -> None:
        assert said({**WEEKLY, "date": "2062-11-20"}) == [
            "1:7: This says what was done, but 20 November 2062 is still to come. Correct the "
            "date, or add the entry when it is done."
        ]

    def test_long_ago_and_then_not_as_overdue_too(self) -> None:
        assert said({**WEEKLY, "date": "1926-11-20"}) == [
            "1:7: 20 November 1926 is too long ago for a record of what was done. Correct the year."
        ]

    def test_another_role(self) -> None:
        assert said(done("duty", "dsl-reads-filter-reports", "2026-11-20", "it-manager")) == [
            '1:8: "dsl-reads-filter-reports" was done by "it-manager", but it is for "dsl" to do. '
            'Write who did it. Where others do the work, say so in posts.yml, under "delegates" or '
            "as a role that the post holds."
        ]

    @pytest.mark.parametrize(
        ("kind", "name", "by"),
        [
            ("duty", "dsl-reads-filter-reports", "deputy-dsl"),
            ("duty", "dsl-checks-contacts", "account-issuer"),  # the post that it is handed on to
            ("duty", "osg-reviews-policy", "senco"),  # a member of the group
            ("checklist", "governors-questions", "chair-of-governors"),  # who signs it
        ],
    )
    def test_those_who_stand_in_are_right(self, kind: str, name: str, by: str) -> None:
        assert said(done(kind, name, "2026-11-20", by)) == []

    def test_written_twice(self) -> None:
        assert said(WEEKLY, {**WEEKLY, "note": "Seen."}) == [
            '2:1: "dsl-weekly" is written twice for 20 November 2026 and "dsl" (first in e.yml, '
            "line 1). Delete one of the two, or correct a date."
        ]

    def test_two_roles_on_the_same_day_are_two_pieces(self) -> None:
        assert said(WEEKLY, {**WEEKLY, "by": "deputy-dsl"}) == []


class TestNobodyIsNamed:
    @pytest.mark.parametrize(
        ("note", "told"),
        [
            ("Talked with Jack Smith about it", 'a person\'s name ("J*** S***")'),
            ("Mrs Hill was away", 'a person\'s name ("Mrs H***")'),
            ("Then Aisha came to tell", 'the name of a person ("A***")'),
            ("One case, K.T. in Year 5", 'initials ("K***")'),
            ("One case, KT (Y5)", 'initials ("K***")'),
            ("Write to jack.smith@mail.example", 'a person\'s own mailbox ("j***@...")'),
            (
                "Tom came, then Priya",
                'the name of a person ("T***") and the name of a person ("P***")',
            ),
        ],
    )
    def test_a_note_with_a_person_is_refused(self, note: str, told: str) -> None:
        assert said({**WEEKLY, "note": note}) == [
            f"1:9: The note looks as if it tells who somebody is: {told}. Say what was done, "
            "and name roles only. Who is concerned stands in the school's own safeguarding "
            "records, never here."
        ]

    @pytest.mark.parametrize(
        "path", ["jack-smith-incident", "JackSmith.docx", "cases/Jack%20Smith"]
    )
    def test_so_is_a_link(self, path: str) -> None:
        assert said({**WEEKLY, "link": f"https://drive.example/{path}"}) == [
            '1:10: The link looks as if it tells who somebody is: a person\'s name ("J*** S***"). '
            "Link to a file or folder whose name tells of nobody."
        ]

    def test_a_link_that_is_half_an_address_is_read_all_the_same(self) -> None:
        (found,) = said({**WEEKLY, "link": "https://[drive/jack-smith"})
        assert 'somebody is: a person\'s name ("J*** S***")' in found

    @pytest.mark.parametrize(
        "note",
        [
            "Four alerts. Two were talked through with the class in Year 5",
            "The IT manager showed the Smoothwall report to the Year 6 teachers",
            "AI in Year 4 and PE in Year 5 went well. Ofsted asked about it",
            "RE (Y5) is next",
            "Tested at St James and at Oakfield Primary School on Monday in May",
        ],
    )
    def test_other_capitals_are_no_names(self, note: str) -> None:
        link = "https://drive.example/filter-tests/2026-Autumn-Report.pdf"
        assert said({**WEEKLY, "note": note, "link": link}) == []


class TestOverdue:
    def test_what_was_done_and_is_due_again_is_told(self) -> None:
        assert said({**WEEKLY, "date": "2026-10-09"}, {**WEEKLY, "date": "2026-10-02"}) == [
            '1:1: "dsl-weekly" was last done on 9 October 2026, and was due again by 16 October '
            "2026. Do it and add an entry with the day. If it was done, add that entry."
        ]

    def test_a_school_that_keeps_no_evidence_hears_nothing(self) -> None:
        assert said() == []


def test_all_of_it_is_told_at_its_place_in_the_file(school_project: Project) -> None:
    """In one check of a whole school, with what is wrong with the shape of an entry."""
    school = school_project.school(SCHOOL)
    with (school / "school.yml").open("a", encoding="utf-8") as file:
        file.write("severities: {evidence.overdue: {as: warning, because: Our governors ask.}}\n")
    (school / "evidence.yml").write_text(
        "evidence:\n"
        "- {checklist: dsl-weekly, date: 2026-10-09, by: dsl, note: Then Aisha told us}\n",
        encoding="utf-8",
    )
    found = run(school_project, "schoolpolicy", "check", SCHOOL).stdout.splitlines()
    here = f"schools/{SCHOOL}/evidence.yml"
    assert [line.partition(". ")[0] for line in found if line.startswith(here)] == [
        f'{here}:2:3: "dsl-weekly" was last done on 9 October 2026, and was due again by 16 '
        "October 2026",
        f"{here}:2:60: The note looks as if it tells who somebody is: the name of a person "
        '("A***")',
    ]
    assert next(line for line in found if "last done on" in line).endswith("[warning]")


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (
            "date: 2026-11-20, by: dsl",
            "2:3: In this piece of evidence no field says what was done. Keep one line, or write "
            "one, of: duty, review, checklist, training, record; with the id of what was done.",
        ),
        (
            "duty: dsl-checks-contacts, checklist: dsl-weekly, date: 2026-11-20, by: dsl",
            "2:3: In this piece of evidence more than one field says what was done. Keep one line, "
            "or write one, of: duty, review, checklist, training, record; with the id of what was "
            "done.",
        ),
        (
            "checklist: dsl-weekly, date: 2026-11-20, by: Head Teacher",
            '2:49: There is no role "Head Teacher". Did you mean "head"?',
        ),
        (
            "checklist: dsl-weekly, date: 2026-11-20, by: Mrs Hill",
            '2:49: "Mrs H***" is no role. Write the role, never a name.',
        ),
        (
            "checklist: dsl-weekly, date: 2026-11-20, by: dsl, name: Joe Bloggs",
            '2:54: "name" is not a field of a piece of evidence. Write the role under "by", never '
            "a name.",
        ),
        (
            "checklist: dsl-weekly, date: 9999-11-20, by: dsl",
            '2:33: "9999-11-20" is too far away to be meant. Write year-month-day, for example '
            "2026-09-01.",
        ),
        (
            'checklist: dsl-weekly, date: 2026-11-20, by: dsl, link: "http://drive.example"',
            '2:60: "http://drive.example" is not written as "link" must be. Write the whole '
            "address, beginning with https://.",
        ),
        (
            "checklist: dsl-weekly, date: last week, by: dsl",
            '2:33: "last week" is not a whole date. Write year-month-day, for example 2026-09-01.',
        ),
    ],
)
def test_an_entry_that_is_not_one(small_project: Project, entry: str, told: str) -> None:
    file = small_project.school(SCHOOL) / "evidence.yml"
    file.write_text(f"evidence:\n- {{{entry}}}\n", encoding="utf-8")
    here = f"schools/{SCHOOL}/evidence.yml"
    found = [str(each) for each in resolve(small_project, SCHOOL).findings]
    assert [each for each in found if each.startswith(here)] == [f"{here}:{told}"]


def test_a_file_without_entries_yet_is_for_information(small_project: Project) -> None:
    file = small_project.school(SCHOOL) / "evidence.yml"
    file.write_text("# What was done stands here.\n", encoding="utf-8")
    (found,) = (
        each
        for each in resolve(small_project, SCHOOL).findings
        if each.place.file.endswith("evidence.yml")
    )
    assert (found.severity, found.problem) == ("info", "This file has no entries yet.")


def test_the_evidence_of_oakfield_is_in_order() -> None:
    found = [each for each in checked_oakfield().findings if each.code.startswith("evidence.")]
    assert {each.code for each in found} <= {"evidence.overdue"}, "as time goes by"
