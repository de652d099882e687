"""Checks that cohorts which a school writes or names are among its own, and are told apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import is_own, named, shortened
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Audience, Severity
from schoolpolicy.reading.values import singular
from schoolpolicy.rules.people import YEAR
from schoolpolicy.rules.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from schoolpolicy.model.organisation import Cohort
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.response import Response, Restriction
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.model.scope import Zone

Key = tuple[str, str]
"""The subject and the id of a record."""


def check_cohorts(
    policy: Policy, places: Mapping[Key, Place], changed: Collection[Key] = ()
) -> Iterator[Finding]:
    """Yield findings about cohorts that a school wrote, and those that its records name.

    Args:
        policy: whose cohorts.
        places: where each record stands.
        changed: records of the model policy of which the school wrote a part only.
    """
    school = _School(policy, places, changed)
    unlisted = [each.id for each in policy.cohorts if school.lacks_own(each)]
    for name in unlisted:
        if not set(school.tree.line(name)[1:]) & set(unlisted):  # else the outer one is told
            yield Finding(
                code="cohorts.unlisted",
                severity=Severity.WARNING,
                place=places["cohorts", name],
                problem=f'The school does not list the cohort "{name}", so a rule for it is for '
                "nobody.",
                remedy=f'Add "{name}" to "cohorts" in schools/{policy.slug}/school.yml, or delete '
                "these lines.",
            )
    yield from _absent(school, unlisted)
    yield from _without_kind(school)
    yield from _rests(school)


class _School:
    """Which cohorts a school has, and what it wrote itself."""

    def __init__(
        self, policy: Policy, places: Mapping[Key, Place], changed: Collection[Key]
    ) -> None:
        self.policy = policy
        self.places = places
        self.changed = changed
        self.tree = Tree(policy.cohorts)
        self._present = {leaf for each in policy.school.cohorts for leaf in self.tree.leaves(each)}
        self.inner = tuple(each for each in policy.cohorts if each.id in self._present)
        """The innermost cohorts that the school has."""

    def has(self, cohort: str) -> bool:
        """Return True if the school has a cohort, or a part of it."""
        return not self._present.isdisjoint(self.tree.leaves(cohort))

    def wrote(self, subject: str, identity: str) -> bool:
        """Return True if all of a record is the school's own."""
        key = (subject, identity)
        return key not in self.changed and key in self.places and is_own(self.places[key])

    def lacks_own(self, cohort: Cohort) -> bool:
        """Return True if the school wrote a cohort that it does not have."""
        return self.wrote("cohorts", cohort.id) and not self.has(cohort.id)

    def naming(self) -> Iterator[tuple[Key, tuple[str, ...]]]:
        """Yield each list of cohorts in the school's own records, with the record."""
        for subject in ("rules", "responses", "restrictions", "zones"):
            whose: tuple[Rule | Response | Restriction | Zone, ...] = getattr(self.policy, subject)
            for record in whose:
                if self.wrote(subject, record.id):
                    yield (subject, record.id), record.who.cohorts
        for grid in self.policy.grids:
            for column in grid.columns if self.wrote("grids", grid.id) else ():
                yield ("grids", grid.id), column.cohorts


def _absent(school: _School, unlisted: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for cohorts that the school's records name and the school lacks.

    For information, if each of these records is for other cohorts of the kind too.
    """
    kinds = {each.id: each.kind for each in school.policy.cohorts}
    users: dict[str, list[Key]] = defaultdict(list)
    bare: set[str] = set()
    for key, cohorts in school.naming():
        there = {kinds.get(each) for each in cohorts if school.has(each)}
        for each in cohorts:
            if not school.has(each) and not set(school.tree.line(each)) & set(unlisted):
                users[each].append(key)
                if kinds.get(each) not in there:
                    bare.add(each)
    together: dict[tuple[Key, ...], list[str]] = defaultdict(list)
    for cohort, keys in users.items():
        together[tuple(dict.fromkeys(keys))].append(cohort)
    for records, missing in together.items():
        words = shortened([f'{singular(subject)} "{name}"' for subject, name in records])
        yield Finding(
            code="cohorts.absent",
            severity=Severity.WARNING if bare & set(missing) else Severity.INFO,
            place=school.places[records[0]],
            problem=f"The {words} {'name' if records[1:] else 'names'} the "
            f"{'cohorts' if missing[1:] else 'cohort'} {named(missing)}, which the school does "
            "not have.",
            remedy=f'Add {"them" if missing[1:] else "it"} to "cohorts" in '
            f"schools/{school.policy.slug}/school.yml, or leave "
            f"{'them' if missing[1:] else 'it'} out here.",
        )


def _without_kind(school: _School) -> Iterator[Finding]:
    """Yield a warning for each group of pupils that counts as a year, as if by mistake.

    A class within a year is part of it; and who means a year says so.
    """
    for cohort in school.policy.cohorts:
        beside = {
            each.id
            for each in school.policy.cohorts
            if each.within == cohort.within and each.kind == YEAR
        }
        if (
            cohort.audience is Audience.PUPILS
            and "kind" not in cohort.model_fields_set
            and school.wrote("cohorts", cohort.id)
            and school.tree.leaves(cohort.id) == {cohort.id}
            and not all(school.wrote("cohorts", each) for each in beside)
        ):
            yield Finding(
                code="cohorts.kind",
                severity=Severity.WARNING,
                place=school.places["cohorts", cohort.id],
                problem=f'The cohort "{cohort.id}" has no "kind", so it counts as a year: nobody '
                "is in it and in another year.",
                remedy='Add a line "kind: ..." with a word for such groups, such as "club"; or '
                f'"kind: {YEAR}", if it is a year.',
            )


def _rests(school: _School) -> Iterator[Finding]:
    """Yield a warning for each "everybody else" that is not the only one, or is everybody."""
    groups: dict[tuple[Audience, str], list[Cohort]] = defaultdict(list)
    for cohort in school.inner:
        groups[cohort.audience, cohort.kind].append(cohort)
    for (_, kind), cohorts in groups.items():
        rests = [each for each in cohorts if each.rest]
        for each in rests[1:]:
            yield Finding(
                code="cohorts.rest",
                severity=Severity.WARNING,
                place=school.places["cohorts", each.id],
                problem=f'Both "{rests[0].id}" and "{each.id}" are for everybody who is in no '
                f'other cohort of the kind "{kind}".',
                remedy='Delete "rest" in one of them.',
            )
        if rests == cohorts and len(rests) == 1:
            yield Finding(
                code="cohorts.rest",
                severity=Severity.WARNING,
                place=school.places["cohorts", rests[0].id],
                problem=f'"{rests[0].id}" is for everybody who is in no other cohort of the kind '
                f'"{kind}", but the school has no other.',
                remedy=f'Add the others to "cohorts" in schools/{school.policy.slug}/school.yml, '
                "or delete these lines.",
            )
