"""`schoolpolicy due`, as people and programs run it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import icalendar
import jsonschema
import pytest

from schoolpolicy.publish.schemas import schemas
from tests.support import SCHOOL, run

if TYPE_CHECKING:
    from schoolpolicy.reading.project import Project

OWN = """\
roles:
- id: lamp-keeper
  title: keeper of the lamps
  kind: staff
  audience: staff
  summary: Keeps the lamps.
  duties:
  - {id: lamps-are-lit, text: Lights the lamps., every: 1 week}
  - {id: oil-is-kept, text: Counts the oil., every: 1 term, visibility: staff}
  - {id: wick-is-new, text: Buys a new wick., every: 1 year}
"""
EVIDENCE = """\
evidence:
- {duty: lamps-are-lit, date: 2026-10-09, by: lamp-keeper, note: By the lilac door}
"""
WHO = "keeper of the lamps"


@pytest.fixture
def lamps(small_project: Project) -> Project:
    """A small school whose keeper of the lamps lit them last in October."""
    folder = small_project.school(SCHOOL)
    (folder / "own-roles.yml").write_text(OWN, encoding="utf-8")
    (folder / "evidence.yml").write_text(EVIDENCE, encoding="utf-8")
    return small_project


def due(project: Project, *options: str) -> str:
    asked = ("--role", "lamp-keeper", "--day", "2026-11-22", *options)
    done = run(project, "schoolpolicy", "due", SCHOOL, *asked)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_text_by_time_and_role(lamps: Project) -> None:
    assert due(lamps, "--within", "60d") == (
        "Oakfield Primary School: what is due, 22 November 2026\n\n"
        "Overdue\n\n"
        f"{WHO}\n"
        "- by 16 October 2026: Lights the lamps (once a week; last done 9 October 2026)\n\n"
        "Later, until 21 January 2027\n\n"
        f"{WHO}\n"
        "- by 18 December 2026: Counts the oil (once a term; no record yet)\n"
    )


def test_markdown_for_the_public_is_the_plan(lamps: Project) -> None:
    assert due(lamps, "--for", "public", "--format", "markdown", "--within", "8w") == (
        "# Oakfield Primary School: what is due, 1 November 2026\n\n"
        "## This month\n\n"
        f"**{WHO}**\n\n"
        "- by 6 November 2026: Lights the lamps (once a week)\n\n"
    )


def test_json_fits_its_schema(lamps: Project) -> None:
    data = json.loads(due(lamps, "--format", "json"))
    jsonschema.validate(data, dict(schemas())["due"])
    (school,) = data["schools"]
    first = school["items"][0]
    assert (school["slug"], school["audience"], school["day"]) == (
        SCHOOL,
        "governors",
        "2026-11-22",
    )
    assert (first["id"], first["status"], first["last_done"]) == (
        "duty:lamps-are-lit",
        "overdue",
        "2026-10-09",
    )
    assert "lilac" not in json.dumps(data)


def test_a_calendar_is_for_the_public_unless_somebody_says_otherwise(lamps: Project) -> None:
    told = {}
    for options in ((), ("--for", "staff")):
        found = icalendar.Calendar.from_ical(due(lamps, "--format", "ics", *options))
        told[options] = {str(each["uid"]).rpartition("-20")[0] for each in found.walk("VEVENT")}
    host = "duty-oil-is-kept-spring"
    assert not any(each.startswith(host) for each in told[()])
    assert any(each.startswith(host) for each in told["--for", "staff"])


def test_issues_are_for_the_public_unless_somebody_says_otherwise(lamps: Project) -> None:
    (step,) = json.loads(due(lamps, "--format", "issues"))
    assert (step["do"], step["title"]) == ("create", f"Due this month: {WHO}")
    assert "It is for everybody to see" in step["body"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--role", "lamp-keper"), 'There is no role "lamp-keper". Did you mean "lamp-keeper"?'),
        (("--within", "soon"), '"soon" is not a span. Write it like 90d, 12w or 3m.'),
        (("--day", "2026-02-30"), '"2026-02-30" is a date that does not exist.'),
        (
            ("--format", "issues", "--known", "mkdocs.yml"),
            '"mkdocs.yml" is not what "gh issue list --json number,state,body" prints.',
        ),
        (("--format", "issues", "--known", "no.json"), '"no.json" cannot be read: No such file'),
        (("--format", "ics", "harbour-academy"), '"--format ics" is for one school at a time.'),
    ],
)
def test_what_is_not_understood(lamps: Project, options: tuple[str, ...], told: str) -> None:
    done = run(lamps, "schoolpolicy", "due", SCHOOL, *options)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ("--day", "9999-12-31"),
            "Error: Invalid value for '--day': \"9999-12-31\" is too far away. Write a day in the "
            "years 2000 to 2100.",
        ),
        (
            ("--day", "1900-01-01"),
            "Error: Invalid value for '--day': \"1900-01-01\" is too far away. Write a day in the "
            "years 2000 to 2100.",
        ),
        (
            ("--within", "9999m"),
            "Error: Invalid value for '--within': \"9999m\" is too long. Look at most ten years "
            "ahead: 120m.",
        ),
        (("--known", "issues.json"), 'Error: "--known" is for "--format issues" only.'),
    ],
)
def test_what_cannot_be_looked_at_is_told(
    lamps: Project, options: tuple[str, ...], told: str
) -> None:
    done = run(lamps, "schoolpolicy", "due", SCHOOL, *options)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == told


def test_ten_years_ahead_can_be_looked_at(lamps: Project) -> None:
    assert due(lamps, "--within", "120m")


def test_a_role_can_be_named_by_its_title(lamps: Project) -> None:
    done = run(lamps, "schoolpolicy", "due", SCHOOL, "--role", "Keeper of the lamps")
    assert "Counts the oil" in done.stdout
    wrong = run(lamps, "schoolpolicy", "due", SCHOOL, "--role", "keeper of lamps")
    assert wrong.stderr == (
        'Error: There is no role "keeper of lamps". Did you mean "lamp-keeper"?\n'
    )


def test_a_school_is_found_by_how_its_name_begins(lamps: Project) -> None:
    done = run(lamps, "schoolpolicy", "due", "oakfeild")
    assert done.stderr == (
        'Error: There is no school "oakfeild" in schools/. Did you mean "oakfield-primary"?\n'
    )


def test_whose_answer_it_is_is_said_where_no_school_of_several_is_named(lamps: Project) -> None:
    count = len(lamps.slugs())
    done = run(lamps, "schoolpolicy", "due", "--role", "lamp-keeper")
    assert done.stderr == (
        f'This is for "{SCHOOL}", the school of mkdocs.yml. There are {count}: name another to see '
        "its own.\n"
    )
    assert run(lamps, "schoolpolicy", "due", SCHOOL).stderr == ""
