"""`schoolpolicy can`, as a person types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from schoolpolicy.reading.project import Project
from tests.support import run

if TYPE_CHECKING:
    import subprocess

SMALL = Path(__file__).parent / "small"
RULES = """\
events:
- {id: trip, title: On a trip, keywords: [outing]}
things:
- {id: mobile, title: Mobiles, plain: a mobile, functions: [bring, photograph]}
- {id: tag, title: Tracker tags, plain: a tag, functions: [bring]}
- {id: school-camera, title: School cameras, plain: a school camera}
- {id: own-camera, title: Own cameras, plain: your own camera}
places:
- {id: playground, title: On the playground, within: anywhere}
times:
- {id: break, title: At break, starts: "10:30", ends: "10:45"}
exceptions:
- {id: medical, ground: medical, text: A health plan says so., decided_by: head}
rules:
- id: no-mobiles
  who: {audience: pupils}
  thing: mobile
  level: not-allowed
  because: A day without mobiles helps everyone learn.
  plain: Leave mobiles at home.
  unless: [medical]
  instead: Ask at the office.
- id: year-2-pictures
  who: {audience: pupils, cohorts: [y2]}
  thing: mobile
  function: photograph
  level: with-permission
  by: [head]
  condition: Only of things.
  because: Pictures help to learn.
- id: mobiles-on-trips
  who: {audience: pupils}
  thing: mobile
  event: trip
  level: allowed
  because: Families can call.
- id: mobiles-next-year
  who: {audience: pupils, cohorts: [y1]}
  thing: mobile
  effective_from: 2099-01-01
  level: allowed
  because: Times change.
- {id: play, who: {audience: pupils}, thing: tag, place: playground, level: allowed, because: Fun.}
- {id: rest, who: {audience: pupils}, thing: tag, time: break, level: not-allowed, because: Calm.}
responses:
- id: mobiles-out
  title: Mobiles out of place
  plain: We take care of the mobile.
  who: {audience: pupils}
  about: [mobile]
  discretion: head
  fair: We ask why.
  steps:
  - {id: first, time: 1, text: Talk., by: head, log: The log.}
  - {id: second, time: 2, text: Write home., by: head, log: The log.}
"""


@pytest.fixture
def small(tmp_path: Path) -> Project:
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder)
    (folder / "schools" / "hill" / "more.yml").write_text(RULES, encoding="utf-8")
    return Project(folder)


def line(name: str) -> int:
    """Return in which line a rule stands."""
    starts = (f"- id: {name}", f"- {{id: {name},")
    return next(n for n, text in enumerate(RULES.splitlines(), 1) if text.startswith(starts))


def at(name: str) -> str:
    """Return where a rule stands, in words."""
    return f"(schools/hill/more.yml, line {line(name)})"


def can(project: Project, *words: str) -> subprocess.CompletedProcess[str]:
    return run(project, "schoolpolicy", "can", *words)


def test_the_answer_with_all_that_belongs_to_it(small: Project) -> None:
    done = can(small, "--who", "year 1", "--thing", "mobile", "--when", "10:35")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        'Note: "At break" is from 10:30am to 10:45am.',
        "Year 1: using a mobile, anywhere, at break",
        "  No. You may not use a mobile at break.",
        "  Level: Not allowed",
        "  In short: Leave mobiles at home.",
        "  Because: A day without mobiles helps everyone learn.",
        "  Instead: Ask at the office.",
        "  Unless: A health plan says so. (The head decides.)",
        f"  Rule: no-mobiles {at('no-mobiles')}",
        "  If not: We take care of the mobile.",
        "  - The first time: Talk. (the head)",
        "  - The second time: Write home. (the head)",
    ]


PLACES = """\
places:
- {id: school, title: On the school site, within: anywhere}
- {id: hall, title: In the hall, within: school}
- {id: yard, title: In the yard, within: school}
times:
- {id: noon, title: At noon, within: any-time}
rules:
- id: mobiles-hall
  who: {audience: pupils, cohorts: [y2]}
  thing: mobile
  place: hall
  level: allowed
  because: They show their work.
- {id: out, who: {audience: adults}, thing: tag, level: allowed, because: Yours.}
- {id: in, who: {audience: adults}, thing: tag, place: school, level: not-allowed, because: Ours.}
- id: noon-tags
  who: {audience: adults}
  thing: tag
  place: yard
  time: noon
  level: must
  because: The yard is large.
"""


@pytest.fixture
def placed(small: Project) -> Project:
    (small.root / "schools" / "hill" / "places.yml").write_text(PLACES, encoding="utf-8")
    return small


def test_without_a_place_it_is_about_school_and_tells_where_it_is_otherwise(
    placed: Project,
) -> None:
    done = can(placed, "--who", "staff", "--thing", "tag")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        "Note: no place was named: this is the answer at school.",
        "Staff: using a tag, at school",
        "  No. You may not use a tag at school.",
    ]
    assert lines[-3:] == [
        "  At other places or times:",
        "  - In the yard at noon: Yes, always.",
        "  - Anywhere else: Yes.",
    ]


def test_people_who_have_another_answer_elsewhere_are_named(placed: Project) -> None:
    done = can(placed, "--who", "pupils", "--thing", "mobile")
    lines = done.stdout.splitlines()
    assert lines[lines.index("  At other places or times:") + 1 :] == [
        "  - In the hall (Year 2): Yes."
    ]


def test_with_a_place_nothing_is_told_of_others(placed: Project) -> None:
    done = can(placed, "--who", "staff", "--thing", "tag", "--place", "hall")
    assert "Staff: using a tag, in the hall" in done.stdout
    assert "At other" not in done.stdout
    assert "no place was named" not in done.stdout


def test_where_it_is_otherwise_as_json(placed: Project) -> None:
    done = can(placed, "--who", "pupils", "--thing", "mobile", "--format", "json")
    told = json.loads(done.stdout)
    assert (told["question"]["place"], told["question"]["place_named"]) == ("school", False)
    assert told["answers"][0]["elsewhere"] == [
        {
            "people": "Year 2",
            "level": "allowed",
            "gap": False,
            "conflict": False,
            "rules": ["mobiles-hall"],
            "settings": [{"place": "hall", "time": "any-time"}],
        }
    ]


@pytest.mark.parametrize("option", ["thing", "doing", "place", "when", "during", "on"])
def test_an_option_given_twice_is_not_silently_dropped(small: Project, option: str) -> None:
    given = (f"--{option}", "one", f"--{option}", "two")
    done = can(small, "--who", "y1", *given)
    assert done.returncode == 2
    assert done.stderr == f"Error: --{option}: Ask about one at a time: one or two.\n"


def test_why_other_rules_give_way(small: Project) -> None:
    done = can(small, "--who", "y1,y2", "--thing", "mobile", "--doing", "take pictures", "--why")
    lines = done.stdout.splitlines()
    assert [each for each in lines if "way:" in each or not each.startswith(" ")] == [
        "Year 1: taking pictures with a mobile, anywhere",
        f"  Gives way: mobiles-next-year {at('mobiles-next-year')}: it holds from 1 January 2099.",
        "Year 2: taking pictures with a mobile, anywhere",
        f"  Gives way: no-mobiles {at('no-mobiles')}: less particular than year-2-pictures.",
    ]


def test_an_event_sets_other_rules_aside(small: Project) -> None:
    done = can(small, "--who", "y2", "--thing", "mobile", "--during", "outing", "--why")
    assert f"  Rule: mobiles-on-trips {at('mobiles-on-trips')}" in done.stdout.splitlines()
    assert "set aside by the event of mobiles-on-trips." in done.stdout


def test_the_rules_of_another_day(small: Project) -> None:
    done = can(small, "--who", "y1", "--thing", "mobile", "--on", "2099-09-01")
    assert "Note: these are the rules on 1 September 2099." in done.stdout
    assert f"  Rule: mobiles-next-year {at('mobiles-next-year')}" in done.stdout.splitlines()


def test_a_conflict_shows_all_rules_that_answer(small: Project) -> None:
    done = can(small, "--who", "y1", "--thing", "tag", "--place", "playground", "--when", "break")
    assert done.returncode == 1
    shown = done.stdout.splitlines()
    assert "  Conflict: 2 rules answer, and they disagree." in shown
    assert [each for each in shown if each.startswith("  Rule: ")] == [
        f"  Rule: play {at('play')}",
        f"  Rule: rest {at('rest')}",
    ]


def test_a_gap_says_that_no_rule_answers(small: Project) -> None:
    done = can(small, "--who", "staff", "--thing", "own-camera")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "Staff: using your own camera, anywhere",
        "  No rule answers this. Add one for this thing, or for what it lies within.",
    ]


def test_as_json(small: Project) -> None:
    done = can(
        small, "hill", "--who", "y2", "--thing", "mobile", "--doing", "photo", "--format", "json"
    )
    told = json.loads(done.stdout)
    assert told["school"] == "hill"
    assert told["question"] == {
        "thing": "mobile",
        "function": "photograph",
        "place": "anywhere",
        "place_named": False,
        "time": "any-time",
        "occasion": None,
    }
    (answer,) = told["answers"]
    assert (answer["people"], answer["gap"], answer["conflict"]) == ("Year 2", False, False)
    assert answer["rules"] == [
        {
            "id": "year-2-pictures",
            "level": "with-permission",
            "answer": "Ask first. You may take photos with a mobile if the head says yes.",
            "details": ["Ask the head.", "Only of things."],
            "plain": None,
            "because": "Pictures help to learn.",
            "instead": None,
            "unless": [],
            "file": "schools/hill/more.yml",
            "line": line("year-2-pictures"),
        }
    ]
    assert [each["id"] for each in answer["if_not"]] == ["mobiles-out"]
    assert answer["gave_way"] == [
        {
            "rule": "no-mobiles",
            "why": "less-particular",
            "to": ["year-2-pictures"],
            "file": "schools/hill/more.yml",
            "line": line("no-mobiles"),
        }
    ]


def test_all_that_is_not_understood_is_told_at_once(small: Project) -> None:
    done = can(small, "--who", "y9", "--thing", "camera", "--place", "playgrond")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        'Error: --who: Nothing is called "y9". Known: adults, community, everyone, governors, '
        "head, parents, pupils, staff, visitors, volunteers, y1, y2.",
        '--thing: "camera" could be: school-camera (School cameras), own-camera (Own cameras). '
        "Write one of these ids.",
        '--place: Nothing is called "playgrond". Did you mean "playground"?',
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--on", "1/12/26"), 'Error: --on: There is no day "1/12/26". '),
        (("--when", "25:00"), 'Error: --when: There is no clock time "25:00".'),
        (("--who", ","), 'Error: --who: Say who, such as "y6" or "staff".'),
        (
            ("--when", "monday 10:35", "--on", "2026-12-01"),
            "Error: --on: 2026-12-01 is a Tuesday, but the time names another day.",
        ),
    ],
)
def test_a_day_a_time_or_a_person_that_is_none(
    small: Project, words: tuple[str, ...], says: str
) -> None:
    who = () if "--who" in words else ("--who", "y1")
    done = can(small, *who, "--thing", "mobile", *words)
    assert done.returncode == 2
    assert done.stderr.startswith(says)
    assert "Traceback" not in done.stderr


def test_a_use_that_the_thing_is_not_made_for(small: Project) -> None:
    done = can(small, "--who", "y1", "--thing", "mobile", "--doing", "pay")
    assert done.stdout.splitlines()[0] == (
        'Note: "pay" is not something that "Mobiles" can do: this answers for any use of it.'
    )


def test_mistakes_in_the_files_are_told_first(small: Project) -> None:
    path = small.root / "schools" / "hill" / "more.yml"
    path.write_text(RULES.replace("level: allowed", "level: alowed", 1), encoding="utf-8")
    done = can(small, "--who", "y1", "--thing", "mobile")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        'schools/hill/more.yml:35:10: "alowed" is not a level that we know. '
        'Did you mean "allowed"?\n'
    )


def test_an_unknown_school(small: Project) -> None:
    done = can(small, "hil", "--who", "y1", "--thing", "mobile")
    assert done.returncode == 2
    assert 'Did you mean "hill"?' in done.stderr
