"""The answers to "Can I ...?", a page for each thing and each activity.

A page has a section for each group of people who get the same answers, and in it an entry for
each rule that wins somewhere. Which rules win, and for whom, is what the survey of all
questions says; nothing is decided here.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from schoolpolicy.publish.views.answer_page import PageMaker
from schoolpolicy.publish.views.answer_wins import Wins
from schoolpolicy.publish.views.thing_groups import thing_groups
from schoolpolicy.rules.ladders import Ladders

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.publish.views.answer_shapes import Section
    from schoolpolicy.publish.views.thing_groups import ThingGroup
    from schoolpolicy.rules.answer import RuleBook
    from schoolpolicy.rules.space import Space


class Answers:
    """All answers of one policy, worked out once."""

    def __init__(self, book: RuleBook) -> None:
        """Prepare to answer for the rules of a book; nothing is worked out yet."""
        self.book = book
        self.policy: Policy = book.policy
        self.space: Space = book.space
        self._wins = Wins(book)
        self._pages: dict[str, tuple[Section, ...]] = {}

    @cached_property
    def ladders(self) -> Ladders:
        """What follows if an answer is not kept."""
        return Ladders(self.book)

    @cached_property
    def homes(self) -> Mapping[str, tuple[str, str]]:
        """For each rule that answers something: the thing whose page shows it, and where."""
        found: dict[str, tuple[str, str]] = {}
        for thing in self.policy.subject("things"):
            for section in self.page(thing):
                for entry in section.entries:
                    rule = entry.rule
                    if rule.id not in found or (rule.thing == thing != found[rule.id][0]):
                        found[rule.id] = (thing, entry.id)
        return found

    def page(self, thing: str) -> tuple[Section, ...]:
        """Return what the page of a thing or activity says."""
        if thing not in self._pages:
            wins = self._wins.of(thing)
            self._pages[thing] = PageMaker(self.book, self.ladders, thing, wins).sections()
        return self._pages[thing]

    def groups(self) -> tuple[ThingGroup, ...]:
        """Return all things in the groups in which people look for them, activities last."""
        return thing_groups(self.policy)
