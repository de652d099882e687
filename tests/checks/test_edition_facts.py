"""What editions and requirements say of each other, and of their days, can be so."""

from __future__ import annotations

from typing import Any

from schoolpolicy.checks.edition_facts import check_edition_facts
from schoolpolicy.model.finding import Place
from tests.policies import citation, policy, requirement


def said(citations: dict[str, dict[str, Any]], **asked: tuple[str, dict[str, Any]]) -> list[str]:
    """Return what is found for some citations, and requirements of some, with more fields."""
    one = policy(
        citations=tuple(citation(name, **fields) for name, fields in citations.items()),
        requirements=tuple(
            requirement(name, of).model_copy(update=fields) for name, (of, fields) in asked.items()
        ),
    )
    place = Place(file="a.yml", line=1, column=1)
    places = {("citations", each.id): place for each in one.citations}
    places |= {("requirements", each.id): place for each in one.requirements}
    return [
        f"{each.code}, {each.severity}: {each.problem} {each.remedy}"
        for each in check_edition_facts(one, places)
    ]


OLD_AND_NEW: dict[str, dict[str, Any]] = {"g-1": {"superseded_by": "g-2"}, "g-2": {}}


def test_what_follows_an_earlier_edition_is_silent() -> None:
    follows = {"follows": ("old",), "as_before": True}
    assert said(OLD_AND_NEW, old=("g-1", {}), new=("g-2", follows)) == []


def test_as_before_without_saying_as_what() -> None:
    assert said(OLD_AND_NEW, new=("g-2", {"as_before": True})) == [
        'editions.as-before, error: "new" asks the same as before ("as_before"), but does not say '
        'as what. Name what it follows: "follows: [...]". Or delete "as_before".'
    ]


def test_following_what_the_same_edition_asks() -> None:
    assert said(OLD_AND_NEW, one=("g-2", {}), two=("g-2", {"follows": ("one",)})) == [
        'editions.follows, error: "two" follows "one", which the same edition ("g-2") asks. So '
        '"one" would not be asked. Name the requirement of the edition before under "follows", or '
        "delete that line."
    ]


def test_following_what_a_later_edition_asks() -> None:
    (found,) = said(OLD_AND_NEW, new=("g-2", {}), old=("g-1", {"follows": ("new",)}))
    assert 'follows "new", which a later edition ("g-2") asks' in found


def test_following_itself_is_told_as_a_circle_and_not_here() -> None:
    assert said(OLD_AND_NEW, one=("g-1", {"follows": ("one",)})) == []


def test_in_force_from_a_day_to_come() -> None:
    assert said({"g-1": {"in_force_from": "2027-09-01"}}) == [
        'editions.day, info: "g-1" is noted as in force, but begins on 1 September 2027. Until '
        'then it does not count. Write "status: not-yet-in-force": from its day on it counts by '
        "itself."
    ]
    assert said({"g-1": {"in_force_from": "2026-11-22"}}) == []


def test_planned_for_what_is_in_force() -> None:
    assert said({"g-1": {"planned_for": "2020-01-01"}}) == [
        'editions.day, info: "g-1" is in force, and "planned_for" still tells when it might be. '
        'Give its day under "in_force_from", or delete "planned_for".'
    ]
    days = {"planned_for": "2026-09-01", "in_force_from": "2026-09-01"}
    assert said({"g-1": days}) == []
    assert said({"g-1": {"planned_for": "2027-01-01", "status": "announced"}}) == []
