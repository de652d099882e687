"""What the picker says of a rule, and of what follows if it is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schoolpolicy.model.vocabulary import Audience, Level
from schoolpolicy.publish.views.answer_words import (
    moment,
    need_words,
    other_details,
    sentence_pattern,
)
from schoolpolicy.publish.views.picker_table import NONE, Pool
from schoolpolicy.publish.views.role_words import somebody
from schoolpolicy.publish.views.rule_words import until_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.response import Response
    from schoolpolicy.model.rule import Rule, RuleException
    from schoolpolicy.model.statement import PupilWording
    from schoolpolicy.publish.views.answer_words import Moment
    from schoolpolicy.rules.space import Space

RULE = (
    *("id", "level", "says", "why", "plain", "more", "instead", "unless", "binds"),
    *("bands", "moments", "needs", "until"),
)
"""What stands where in the list that is a rule; what is left out at its end is empty."""
_MOMENTS: Mapping[str | None, int] = {None: 0, "within": 1, "outside": 2}
_EMPTY: tuple[object, ...] = ([], {}, 0)


class RuleTexts:
    """Rules as lists of numbers of texts and patterns, each of which is there once."""

    def __init__(self, policy: Policy, space: Space) -> None:
        """Take whose rules; no text is kept yet."""
        self._policy = policy
        self._space = space
        self.texts = Pool()
        self.patterns = Pool()

    def rule(self, rule: Rule) -> list[Any]:
        """Return what the picker says of a rule, in the order of `RULE`."""
        moments = [_MOMENTS[moment(self._policy, rule, each)] for each in self._space.times]
        says = [self._pattern(rule, each) for each in (Audience.PUPILS, Audience.STAFF)]
        if any(moments):
            says += [self._pattern(rule, Audience.STAFF, each) for each in ("within", "outside")]
        one = len(set(says)) == 1  # it says the same to all, at all times
        found = [
            rule.id,
            list(Level).index(rule.level),
            says[0] if one else says,
            self._text(rule.because),
            self._text(rule.plain) if rule.plain else NONE,
            [self._text(each) for each in other_details(self._policy, rule)],
            self._text(rule.instead) if rule.instead else NONE,
            [self._text(self._exception(each)) for each in rule.unless],
            int(rule.binds),
            self._bands(rule.pupils),
            moments if any(moments) and not one else [],
            [self._text(each) for each in need_words(rule)],
            [self._text(each) for each in until_words(rule)],
        ]
        while found[-1] in _EMPTY:
            found.pop()
        return found

    def ladder(self, response: Response, address: str | None) -> list[Any]:
        """Return what the picker says of a ladder: its text, that of each band, its address."""
        return [self._text(response.plain), self._bands(response.pupils), address]

    def _pattern(self, rule: Rule, audience: Audience, at: Moment | None = None) -> int:
        return self.patterns.number(sentence_pattern(self._policy, rule, audience, at))

    def _text(self, text: str) -> int:
        return self.texts.number(text)

    def _exception(self, exception: RuleException) -> str:
        return f"{exception.text} Who decides: {somebody(self._policy, exception.decided_by)}."

    def _bands(self, words: PupilWording) -> dict[str, int]:
        return {
            band.value: self._text(text)
            for band in self._policy.bands
            if (text := getattr(words, band.value.replace("-", "_")))
        }
