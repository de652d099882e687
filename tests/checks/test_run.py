"""One mistake in a school's files is told once, where it was made."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.today import today
from tests.support import mistakes

SMALL = Path(__file__).parents[1] / "small"
THINGS = """
things:
- {id: phone, title: Phone, plain: phone}
- {id: smartphone, title: Smartphone, plain: smartphone, within: phone}
- {id: watch, title: Watch, plain: watch}
"""
OWN = """
rules:
- id: no-calls
  who: {audience: pupils}
  thing: phone
  place: lessons
  level: allowed
  because: Lessons come first.
"""


@pytest.fixture
def small(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path / "small")
    return Project(tmp_path / "small")


def said(project: Project, **files: str) -> list[str]:
    for name, text in files.items():
        path = project.school("hill") / f"{name}.yml"
        path.write_text(text.lstrip(), encoding="utf-8")
    return mistakes(check_school(project, "hill", Theme({})).findings)


@pytest.mark.parametrize(("subject", "root"), [("places", "anywhere"), ("times", "any-time")])
def test_a_place_or_time_within_nothing(small: Project, subject: str, root: str) -> None:
    kind = subject.removesuffix("s")
    text = f"{subject}:\n- {{id: loose, title: Loose}}\n- {{id: in, title: In, within: loose}}\n"
    assert said(small, **{subject: text}) == [
        f'schools/hill/{subject}.yml:2:3: The {kind} "loose" lies within nothing, so that no rule '
        f'reaches it. Add a line "within: {root}", or name a smaller {kind} there.'
    ]


@pytest.mark.parametrize("area", ["{}", "{places: []}", "{times: []}"])
def test_a_zone_that_is_everywhere(small: Project, area: str) -> None:
    zones = (
        f"zones:\n- {{id: all, title: All, plain: All., areas: [{{places: [lessons]}}, {area}]}}"
    )
    rules = OWN.replace("place: lessons", "zone: all")
    assert said(small, zones=zones, rules=rules) == [
        'schools/hill/zones.yml:2:3: An area of the zone "all" has no place and no time: it is '
        'everywhere, at any time. Name its places under "places", its times under "times", or '
        "both."
    ]


def test_a_gap_is_told_where_the_school_removed_the_rule(small: Project) -> None:
    (small.data / "things.yml").write_text(THINGS, encoding="utf-8")
    removed = "rules:\n- {id: no-phones, remove: We trust them.}\n"
    assert said(small, rules=removed) == [
        'schools/hill/rules.yml:2:3: The school removed the rule "no-phones", and nothing else '
        "answers 16 questions about 2 things, such as: using phone, anywhere (Year 1). "
        'Delete these lines, or add a rule for "phone".'
    ]


def test_what_another_rule_answers_is_no_gap(small: Project) -> None:
    removed = "- {id: no-phones, remove: We trust them.}\n"
    (line,) = said(small, rules=OWN + removed)
    assert "answers 4 questions about 1 thing, such as: using phone, anywhere (Year 1)." in line


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ("who: {audience: pupils, cohorts: [y1]}", 4),
        ("place: lessons", 4),
        ("time: break", 4),
        ("thing: watch", 8),
    ],
)
def test_a_gap_is_told_where_the_school_narrowed_a_rule(
    small: Project, change: str, count: int
) -> None:
    lines = said(small, rules=f"rules:\n- id: no-phones\n  {change}\n  level: allowed\n")
    assert lines[0].startswith(
        'schools/hill/rules.yml:2:3: The school narrowed the rule "no-phones", and nothing else '
        f"answers {count} questions about 1 thing, such as: using phone, "
    )
    assert lines[0].endswith('Let it be about all it was, or add a rule for "phone".')


def test_a_gap_is_told_where_the_school_removed_a_rule_of_its_trust(small: Project) -> None:
    (small.data / "rules.yml").unlink()
    (small.schools / "sky").mkdir()
    (small.schools / "sky" / "trust.yml").write_text("name: Sky Trust\n")
    rule = OWN.replace("no-calls", "calls").replace("  place: lessons\n", "")
    (small.schools / "sky" / "rules.yml").write_text(rule.lstrip())
    path = small.school("hill") / "school.yml"
    path.write_text(path.read_text() + "trust: sky\n")
    (line,) = said(small, rules="rules:\n- {id: calls, remove: We have none.}\n")
    assert line.startswith(
        'schools/hill/rules.yml:2:3: The school removed the rule "calls", and nothing else answers '
    )


def test_a_gap_is_told_where_the_school_let_a_rule_of_the_model_end(small: Project) -> None:
    assert said(small, rules="rules:\n- {id: no-phones, effective_until: 2025-07-20}\n") == [
        'schools/hill/rules.yml:2:3: The rule "no-phones" ended on 20 July 2025, and nothing else '
        "answers 8 questions about 1 thing, such as: using phone, anywhere (Year 1). "
        'Give it a later last day, or add a rule for "phone".'
    ]


def test_a_gap_is_told_where_a_rule_of_the_school_is_to_end_or_begin(small: Project) -> None:
    (small.data / "rules.yml").unlink()
    far = today() + dt.timedelta(days=400)
    rules = OWN.replace("  place: lessons\n", "").lstrip()
    (line,) = said(small, rules=rules + f"  effective_until: {far}\n")
    assert f'The rule "no-calls" ends on {far:%-d %B %Y}, and nothing else answers 8 ' in line
    (line,) = said(small, rules=rules + f"  effective_from: {far}\n")
    assert f'The rule "no-calls" begins only on {far:%-d %B %Y}, and nothing else ' in line
    assert 'Let it begin earlier, or add a rule for "phone".' in line


def test_a_gap_that_the_model_has_itself_is_told_at_the_thing(small: Project) -> None:
    (small.data / "rules.yml").unlink()
    (line,) = said(small)
    assert line.startswith("data/things.yml:2:3: No rule for children answers 8 questions ")
