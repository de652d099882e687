"""What the people are called for whom an answer holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.rules.people import YEAR
from schoolpolicy.rules.words import audience_words, inside, listed, people_words, years_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Rule
    from schoolpolicy.rules.people import People, Person


def audience_name(policy: Policy, audience: Audience) -> str:
    """Return what the people of an audience are called in a question."""
    if audience is Audience.COMMUNITY:
        return "people from the community"
    return audience_words(policy, audience)


def audiences_name(
    policy: Policy, audiences: Sequence[Audience], everyone: str, adults: str
) -> str:
    """Return what the people of some audiences are called together.

    Args:
        policy: whose words are used.
        audiences: who they are.
        everyone: what all people are called.
        adults: what all but pupils are called.
    """
    if len(audiences) == len(Audience):
        return everyone
    if len(audiences) == len(Audience) - 1 and Audience.PUPILS not in audiences:
        return adults
    return listed(audience_name(policy, each) for each in audiences)


class PeopleNames:
    """Names for some of the people of one policy."""

    def __init__(self, policy: Policy, people: People) -> None:
        """Take whose words are used, and whom the school has."""
        self._policy = policy
        self._people = people

    def everybody(self, audiences: Iterable[Audience]) -> tuple[Person, ...]:
        """Return all people of some audiences whom the school has."""
        wanted = set(audiences)
        return tuple(each for each in self._people.present if each.audience in wanted)

    def of(
        self, rule: Rule, people: Collection[Person], audiences: Sequence[Audience], everyone: str
    ) -> str:
        """Return what those are called for whom a rule wins.

        Args:
            rule: the rule.
            people: who they are.
            audiences: among whom; none of the people is in another one.
            everyone: what all people are called.
        """
        whole = self.everybody(audiences)
        if len(whole) == len(people):
            return audiences_name(self._policy, audiences, everyone, "adults")
        names = []
        for audience in audiences:
            mine = [each for each in people if each.audience is audience]
            every = [each for each in whole if each.audience is audience]
            if mine and len(mine) == len(every):
                names.append(audience_name(self._policy, audience))
            elif mine:
                names.append(self._some(rule, audience, mine, every))
        return listed(names)

    def _some(self, rule: Rule, audience: Audience, mine: list[Person], every: list[Person]) -> str:
        """Return what some people of an audience are called: `pupils in Year 6`, `boarders`.

        Where they are just those whom the rule names, they have the names that it gives them.
        """
        name = audience_name(self._policy, audience)
        cohorts = {each.id: each for each in self._policy.cohorts}
        who = rule.who.model_copy(update={"audience": (audience,)})
        if set(self._people.among(self._people.bits(who))) == set(mine):
            named = [cohorts[each] for each in rule.who.cohorts]
            years = [each.title for each in named if each.kind == YEAR]
            groups = [each.title for each in named if each.kind != YEAR]
            if groups and all(each.endswith("s") for each in groups):  # people, not a place
                name = listed(inside(each) for each in groups)
                if not years:
                    return name
                titles = [each.title for each in self._policy.cohorts if each.kind == YEAR]
                return f"{name} in {_years(years_words(years, titles))}"
        some = people_words(self._policy, mine, every)
        if some == "others":
            return f"other {name}"
        return f"{name} in {_years(some)}" if audience is Audience.PUPILS else inside(some)


def _years(words: str) -> str:
    """Return a range of years as people say it: `Years 7 to 9`."""
    return re.sub(r"\bYear (\d+) to Year (\d+)", r"Years \1 to \2", words)
