"""Whom a question is about: `y6`, `y9,boarders`, `staff`, `teacher`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schoolpolicy.model.scope import AUDIENCE_GROUPS, Who
from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.rules.everyday import PEOPLE
from schoolpolicy.rules.matching import Named, several
from schoolpolicy.rules.people import YEAR
from schoolpolicy.rules.words import audience_words, listed, years_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schoolpolicy.model.organisation import Cohort
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.rules.people import People, Person
    from schoolpolicy.rules.troubles import Troubles

_RANGE = re.compile(r"^y(\d+)\s*(?:-|to)\s*y?(\d+)$")


def asked_people(
    policy: Policy, people: People, who: Iterable[str], troubles: Troubles
) -> tuple[Person, ...]:
    """Return those of the school whom some words mean.

    Args:
        policy: whose records the words are matched with.
        people: the policy's people.
        who: years, other cohorts and audiences, which narrow each other.
        troubles: takes what cannot be understood.
    """
    among, before = _groups(policy), len(troubles.told)
    meant = [
        group
        for asked in who
        for one in _parts(asked, among)
        if (group := troubles.meant("who", one, among)) is not None
    ]
    if not meant:
        if len(troubles.told) == before:
            troubles.add("who", 'Say who, such as "y6" or "staff".')
        return ()
    cohorts = tuple(each.cohort for each in meant if each.cohort)
    audiences = {each for group in meant if not group.cohort for each in group.audiences}
    titles = {each.id: each.title for each in policy.cohorts}
    whose = {each.audience for each in policy.cohorts if each.id in cohorts}
    absent = [titles[each] for each in cohorts if not _found(people, Who(cohorts=(each,)))]
    if absent:
        troubles.add(
            "who",
            f"{policy.school.name} has nobody in {listed(absent, last='or')}. "
            f"It has: {_present(policy, people)}.",
        )
        return ()
    strangers = [each for each in Audience if each in audiences - whose] if cohorts else []
    if strangers or len(whose) > 1:
        words = [titles[each] for each in cohorts]
        words += [audience_words(policy, each) for each in strangers]
        quoted = listed([f'"{each}"' for each in words])
        troubles.add("who", f"Nobody is in {quoted} at once: ask about each on its own.")
        return ()
    return _found(people, Who(audience=tuple(audiences or Audience), cohorts=cohorts))


@dataclass(frozen=True)
class _Group:
    """Whom a word means: some audiences, or a cohort."""

    audiences: tuple[Audience, ...]
    cohort: str = ""


def _groups(policy: Policy) -> Sequence[Named[_Group]]:
    """Return whom one can ask about: cohorts, audiences, and roles as their audience."""
    return [
        *(Named(_Group((), each.id), each.id, each.title) for each in policy.cohorts),
        *(
            Named(_Group((each,)), each.value, audience_words(policy, each), PEOPLE[each])
            for each in Audience
        ),
        *(Named(_Group(every), name, name) for name, every in AUDIENCE_GROUPS.items()),
        *(
            Named(_Group((each.audience,)), each.id, each.title, tuple(filter(None, [each.short])))
            for each in policy.roles
        ),
    ]


def _parts(asked: str, among: Sequence[Named[_Group]]) -> Iterable[str]:
    """Return the parts of what is asked; a range of years as its years."""
    for part in filter(None, map(str.strip, asked.split(","))):
        years = _RANGE.match(part.lower())
        if years:
            yield from (f"y{year}" for year in range(int(years[1]), int(years[2]) + 1))
        else:
            yield from several(part, among) or (part,)


def _found(people: People, who: Who) -> tuple[Person, ...]:
    return people.among(people.bits(who))


def _present(policy: Policy, people: People) -> str:
    """Return whom the school has, in words: years, other cohorts, audiences."""
    names = {name for person in people.present for name in person.cohorts}
    there = [each for each in policy.cohorts if each.id in names]
    years = [each.title for each in there if _is_year(each)]
    others = [each.title for each in there if not _is_year(each)]
    audiences = [audience_words(policy, each) for each in Audience]
    return "; ".join([*([years_words(years, years)] if years else []), *others, *audiences])


def _is_year(cohort: Cohort) -> bool:
    return cohort.kind == YEAR and cohort.audience is Audience.PUPILS
