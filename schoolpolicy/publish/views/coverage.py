"""Where the policy answers what law and guidance ask."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Strength
from schoolpolicy.publish.views.phrases import capital
from schoolpolicy.publish.views.sheets import Mention
from schoolpolicy.rules.words import audiences_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.source import Requirement


STRENGTHS: Mapping[Strength, str] = MappingProxyType(
    {
        Strength.LAW: "Law",
        Strength.STATUTORY: "Statutory guidance",
        Strength.NON_STATUTORY: "Guidance that is not statutory",
        Strength.GOOD_PRACTICE: "Good practice",
    }
)
"""How strongly a requirement binds, in words."""


def coverage(policy: Policy) -> tuple[tuple[Requirement, tuple[Mention, ...]], ...]:
    """Return each requirement with everything that answers it, each answer once."""
    found: dict[str, dict[str, Mention]] = {each.id: {} for each in policy.requirements}
    for requirement, mention in _answers(policy):
        found[requirement].setdefault(mention.text, mention)
    return tuple((each, tuple(found[each.id].values())) for each in policy.requirements)


def _answers(policy: Policy) -> Iterator[tuple[str, Mention]]:
    topics = {each.id: each for each in policy.topics}
    for statement in policy.statements:
        text = f"Policy: {topics[statement.topic].title}"
        for asked in statement.covers:
            yield asked, Mention("statements", statement.id, text)
    for role in policy.roles:
        for duty in role.duties:
            for asked in duty.covers:
                yield asked, Mention("duties", duty.id, f"Duties: {role.title}")
    for rule in policy.rules:
        for asked in rule.covers:
            yield asked, Mention("rules", rule.id, f"Rules for {audiences_words(policy, rule.who)}")
    for incident in policy.incidents:
        for asked in incident.covers:
            yield asked, Mention("incidents", incident.id, f"What to do: {incident.plain_title}")
    for agreement in policy.agreements:
        for asked in agreement.covers:
            yield asked, Mention("agreements", agreement.id, capital(agreement.title))
