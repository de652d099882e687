"""What a school chooses: each answer says something of its own, and none spoils the policy."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml

from macros.calls import Calls
from schoolpolicy.checks.run import Theme, check_school
from schoolpolicy.model.base import TextMark
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.vocabulary import Reader, Severity
from schoolpolicy.reading.project import Project
from schoolpolicy.reading.resolve import Resolution, resolve
from tests.support import ROOT, copy_project

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from schoolpolicy.model.base import Answer
    from schoolpolicy.model.policy import Policy

SCHOOLS = ("oakfield-primary", "marlpit-heath", "all-ages")
"""A primary school, a secondary school with boarders, and an academy of our own for all ages."""
ALL_AGES = """
name: Trial Academy
nation: england
phase: all-through
type: academy
website: https://www.trial.example
cohorts: [nursery, reception, y1, y2, y3, y4, y5, y6, y7, y8, y9, y10, y11, y12, y13, eyfs-staff]
terms: {learners: students, head: principal}
review:
  {edition: 2026-27, effective_from: 2026-09-01, next_review: 2027-07-01, approved_by: governors}
office: {phone: "01632 960 001", email: office@trial.example}
chair: {email: chair@trial.example}
"""
CHILDS_SHARE: dict[Reader, int] = {"eyfs-ks1": 3, "ks2": 5, "ks3-4": 6, "sixth-form": 6}
"""How many statements of one topic a band reads at most. Help may be longer."""
DIFFERENT_SCHOOLS = 8
"""So many ways to answer everything hold each answer, and each pair of those on networks."""


class Asked(NamedTuple):
    """A choice, and one of its answers."""

    choice: str
    answer: Answer

    def __str__(self) -> str:
        return f"{self.choice}: {written(self.answer)}"


def written(answer: Answer) -> str:
    return answer if isinstance(answer, str) else "yes" if answer else "no"


CHOICES: dict[str, list[Answer]] = {
    each["id"]: [option["value"] for option in each["options"]]
    for each in yaml.safe_load((ROOT / "data/choices.yml").read_text())["choices"]
}
EVERY_ANSWER = [Asked(choice, answer) for choice, answers in CHOICES.items() for answer in answers]


def different(number: int) -> dict[str, Answer]:
    """Return one way to answer every choice; those on networks meet in all pairs."""
    answers = {choice: found[number % len(found)] for choice, found in CHOICES.items()}
    guests = CHOICES["guest-wifi"]
    return {**answers, "guest-wifi": guests[number // len(CHOICES["byod"]) % len(guests)]}


@cache
def resolution(slug: str) -> Resolution:
    return resolve(Project(ROOT), slug)


def chosen(slug: str, **answers: Answer) -> Policy:
    """Return the policy of a school that answers some choices in another way."""
    read = resolution(slug)
    assert read.complete is not None
    school = read.complete.school
    school = school.model_copy(update={"choices": {**school.choices, **answers}})
    return replace(read, complete=read.complete.model_copy(update={"school": school})).policy


def texts(shape: BaseModel) -> Iterator[str]:
    """Yield all that people read in a record."""
    for name, info in type(shape).model_fields.items():
        marked = any(isinstance(each, TextMark) for each in info.metadata)
        yield from _texts_of(getattr(shape, name), marked or "TextMark" in repr(info.annotation))


def _texts_of(value: Any, marked: bool) -> Iterator[str]:
    if isinstance(value, str) and marked:
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts_of(each, marked)
    elif hasattr(type(value), "model_fields"):
        yield from texts(value)


@cache
def said(slug: str, choice: str, answer: Answer) -> frozenset[str]:
    policy = chosen(slug, **{choice: answer})
    records = (each for subject in SUBJECTS for each in getattr(policy, subject))
    return frozenset(text for each in records for text in texts(each))


def asked_of(slug: str) -> set[str]:
    return set(chosen(slug).school.choices)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project with a school of our own for all ages."""
    found = copy_project(ROOT, tmp_path_factory.mktemp("choices") / "project")
    folder = found.root / "schools" / "all-ages"
    folder.mkdir()
    answers = {choice: found[0] for choice, found in CHOICES.items()}
    (folder / "school.yml").write_text(ALL_AGES + choices_of(answers))
    return found


def choices_of(answers: Mapping[str, Answer]) -> str:
    lines = (f"  {choice}: {written(answer)}\n" for choice, answer in answers.items())
    return "choices:\n" + "".join(lines)


def test_there_are_some_twenty_choices_and_each_says_why_and_who_decides() -> None:
    assert 20 <= len(CHOICES) <= 25
    complete = resolution("oakfield-primary").complete
    assert complete is not None
    assert all(each.why and each.question.endswith("?") for each in complete.choices)
    assert len({each.question for each in complete.choices}) == len(CHOICES)


@pytest.mark.parametrize("slug", SCHOOLS[:2])
def test_the_examples_answer_every_choice_that_they_are_asked(slug: str) -> None:
    policy = chosen(slug)
    assert {each.id for each in policy.choices} == set(policy.school.choices)
    assert "undecided" not in policy.school.choices.values()


@pytest.mark.parametrize("slug", SCHOOLS[:2])
@pytest.mark.parametrize("choice", CHOICES)
def test_each_answer_says_something_that_the_others_do_not(slug: str, choice: str) -> None:
    if choice not in asked_of(slug):
        pytest.skip("this school is not asked")
    answers = {written(answer): said(slug, choice, answer) for answer in CHOICES[choice]}
    assert len(set(answers.values())) == len(answers)


@pytest.mark.parametrize("slug", SCHOOLS[:2])
@pytest.mark.parametrize("asked", EVERY_ANSWER, ids=str)
def test_no_answer_tells_a_child_too_much(slug: str, asked: Asked) -> None:
    policy = chosen(slug, **{asked.choice: asked.answer})
    for reader, share in CHILDS_SHARE.items():
        told = Counter(each.topic for each in policy.statements if each.words.told(reader))
        del told["reporting-and-help"]
        assert {topic: n for topic, n in told.items() if n > share} == {}, reader


def test_the_different_schools_hold_every_answer() -> None:
    held = {
        Asked(choice, answer)
        for number in range(DIFFERENT_SCHOOLS)
        for choice, answer in different(number).items()
    }
    assert held == set(EVERY_ANSWER)
    networks = {(way["byod"], way["guest-wifi"]) for way in map(different, range(8))}
    assert len(networks) == len(CHOICES["byod"]) * len(CHOICES["guest-wifi"])


@pytest.mark.parametrize("slug", SCHOOLS)
@pytest.mark.parametrize("number", range(DIFFERENT_SCHOOLS))
def test_no_answer_leaves_a_gap_or_a_conflict(project: Project, slug: str, number: int) -> None:
    path = project.root / "schools" / slug / "school.yml"
    before = path.read_text()
    asked = set(yaml.safe_load(before)["choices"])
    answers = {choice: each for choice, each in different(number).items() if choice in asked}
    path.write_text(re.sub(r"(?m)^choices:\n(  .*\n)+", choices_of(answers), before))
    try:
        checked = check_school(project, slug, Theme(Calls.shapes()))
    finally:
        path.write_text(before)
    # What a school wrote for answers of its own may not fit others: its own files are passed over
    amiss = [
        str(each)
        for each in checked.findings
        if each.severity is not Severity.INFO and not each.place.file.startswith("schools/")
    ]
    assert amiss == []
    assert not checked.errors
