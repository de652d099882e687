"""What a school changed from the model policy, field by field."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schoolpolicy.model.layer import Departure, DepartureKind
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.audience import for_audience
from schoolpolicy.reading.departures import departed_from
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import resolve

SMALL = Path(__file__).parents[1] / "small"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    return Project(tmp_path / "small")


def write(project: Project, name: str, text: str) -> None:
    (project.school("hill") / name).write_text(text, encoding="utf-8")


def departures(project: Project) -> tuple[Departure, ...]:
    return resolve(project, "hill").policy.departures


def told(departure: Departure) -> list[tuple[str, str | None, str | None]]:
    return [(each.field, each.before, each.after) for each in departure.fields]


def test_a_school_that_changes_nothing_departs_in_nothing(small: Project) -> None:
    assert departures(small) == ()


def test_a_changed_field_is_told_with_what_it_was(small: Project) -> None:
    write(small, "rules.yml", "rules:\n- {id: no-phones, level: allowed, change: We trust them.}\n")
    (departure,) = departures(small)
    assert departure.kind is DepartureKind.CHANGED
    assert departure.because == "We trust them."
    assert departure.title == "Phone. We learn best with no phones."
    assert told(departure) == [("level", "not-allowed", "allowed")]
    assert (departure.file, departure.line) == ("schools/hill/rules.yml", 2)


def test_words_are_those_of_the_school(small: Project) -> None:
    write(small, "roles.yml", "roles:\n- {id: head, summary: 'Keeps {{ pupils }} safe.'}\n")
    (departure,) = departures(small)
    assert departure.fields[0].after == "Keeps children safe."


def test_the_entries_of_lists_are_told_by_their_ids(small: Project) -> None:
    write(
        small,
        "roles.yml",
        "roles:\n- id: head\n  duties:\n  - {id: head-leads, every: 1 term}\n"
        "  - {id: head-asks, text: Asks., every: 1 year}\n",
    )
    (departure,) = departures(small)
    assert told(departure) == [
        ("duties.head-leads.every", "always", "1 term"),
        ("duties.head-asks", None, "Asks."),
    ]


def test_what_is_removed_and_added_is_told(small: Project) -> None:
    write(
        small,
        "places.yml",
        "places:\n- {id: lessons, remove: We teach outdoors.}\n"
        "- {id: wood, title: Wood, within: anywhere}\n",
    )
    assert [(each.id, each.kind, each.because, each.title) for each in departures(small)] == [
        ("lessons", DepartureKind.REMOVED, "We teach outdoors.", "Lessons"),
        ("wood", DepartureKind.ADDED, None, "Wood"),
    ]


def test_a_record_that_is_only_moved_is_told(small: Project) -> None:
    write(small, "places.yml", "places:\n- {id: lessons, move: first, change: It matters most.}\n")
    (departure,) = departures(small)
    assert departure.kind is DepartureKind.CHANGED
    assert told(departure) == [("order", "as below", "first")]


def test_what_a_trust_added_stays_its_own_when_a_school_changes_or_removes_it(
    small: Project,
) -> None:
    (small.schools / "sky").mkdir()
    (small.schools / "sky" / "trust.yml").write_text("name: Sky Trust\n")
    (small.schools / "sky" / "places.yml").write_text(
        "places:\n- {id: hall, title: Hall, within: anywhere}\n"
        "- {id: gym, title: Gym, within: anywhere}\n"
    )
    path = small.school("hill") / "school.yml"
    path.write_text(path.read_text() + "trust: sky\n")
    write(
        small,
        "places.yml",
        "places:\n- {id: hall, title: Big hall}\n- {id: gym, remove: We have none.}\n",
    )
    assert [(each.layer.name, each.id, each.kind.value) for each in departures(small)] == [
        ("Hill School", "hall", "changed"),
        ("Hill School", "gym", "removed"),
        ("Sky Trust", "hall", "added"),
        ("Sky Trust", "gym", "added"),
    ]


def test_what_only_fills_in_what_was_open_is_no_change(small: Project) -> None:
    write(small, "places.yml", "places:\n- {id: lessons, note: Ours are outdoors.}\n")
    assert [each.kind for each in departures(small)] == [DepartureKind.COMPLETED]


CONTACTS = """contacts:
- id: council
  title: The council
  what_for: Worries.
  plain: For worries.
  nations: [england]
  audiences: [parents]
  local: {local}
  source: the model policy
  verified_on: 2026-09-01
  sure: high
"""


@pytest.mark.parametrize(("local", "kind"), [("yes", "completed"), ("no", "changed")])
def test_facts_of_a_contact_that_each_area_has_are_filled_in(
    small: Project, local: str, kind: str
) -> None:
    (small.data / "contacts.yml").write_text(CONTACTS.replace("{local}", local))
    ours = (
        "contacts:\n- {id: council, change: Our own., title: Hill council, phone: '01632 960 1', "
        "source: its website, verified_on: 2026-10-01}\n"
    )
    write(small, "contacts.yml", ours)
    assert [each.kind.value for each in departures(small)] == [kind]


def test_whom_such_a_contact_is_for_is_changed(small: Project) -> None:
    (small.data / "contacts.yml").write_text(CONTACTS.replace("{local}", "yes"))
    write(small, "contacts.yml", "contacts:\n- {id: council, audiences: [staff]}\n")
    assert [each.kind.value for each in departures(small)] == ["changed"]


def test_what_changed_below_since_is_to_look_at_again(small: Project) -> None:
    write(small, "rules.yml", "rules:\n- {id: no-phones, level: allowed}\n")
    resolution = resolve(small, "hill")
    ((_, subject, identity), print_) = next(
        iter(departed_from(resolution.changes, resolution.removals).items())
    )
    assert (subject, identity) == ("rules", "no-phones")
    entry = f"basis:\n- {{subject: rules, id: no-phones, fingerprint: '{print_}'}}\n"
    write(small, "basis.yml", entry)
    assert [each.look_again for each in departures(small)] == [False]
    path = small.data / "rules.yml"
    path.write_text(path.read_text().replace("no phones", "phones away"))
    assert [each.look_again for each in departures(small)] == [True]


def test_a_basis_that_is_no_fingerprint_is_told(small: Project) -> None:
    write(small, "basis.yml", "basis:\n- {subject: rules, id: no-phones, fingerprint: abc}\n")
    (finding,) = resolve(small, "hill").findings
    assert str(finding).startswith("schools/hill/basis.yml:2:")


def test_only_governors_see_what_was_changed(small: Project) -> None:
    write(small, "places.yml", "places:\n- {id: lessons, remove: We teach outdoors.}\n")
    policy = resolve(small, "hill").policy
    assert {
        audience: len(for_audience(policy, audience).departures) for audience in Visibility
    } == {Visibility.PUBLIC: 0, Visibility.STAFF: 0, Visibility.GOVERNORS: 1}
