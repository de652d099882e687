"""What a new edition of a law or guidance would touch: requirements, texts, checklists, pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.coverage.answers import Answers
from schoolpolicy.checks.missing_here import made_pages
from schoolpolicy.checks.pages import PageChecker
from schoolpolicy.reading.uses import uses
from schoolpolicy.reading.values import singular
from schoolpolicy.rules.editions import Editions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.checks.pages import MacroShape
    from schoolpolicy.checks.run import Checked
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.source import Citation, Requirement


def edition_work(
    checked: Checked, policy: Policy, wanted: str, macros: Mapping[str, MacroShape]
) -> Iterator[str]:
    """Yield, a line each, what is to be looked at when a law or guidance has a new edition.

    Args:
        checked: the school, read and checked.
        policy: its policy, as it applies to it or with all records.
        wanted: the citation: that of today's edition, or that of the new one.
        macros: what pages may call, by name.
    """
    yield from _Work(checked, policy, macros).lines(wanted)


class _Work:
    def __init__(self, checked: Checked, policy: Policy, macros: Mapping[str, MacroShape]) -> None:
        self.places = checked.resolution.places
        self.policy = policy
        self.editions = Editions(policy)
        self.pages = made_pages(checked.pages, policy)
        self.answers = Answers(policy, self.pages)
        self.macros = macros

    def lines(self, wanted: str) -> Iterator[str]:
        citation = self.editions.citations[wanted]
        before = [each for each in self.policy.citations if each.superseded_by == wanted]
        after = self.editions.citations.get(citation.superseded_by or "")
        if after is not None:
            yield f"  its next edition is {after.id}: {self._state(after)}"
            yield from self._asked(after)
        for each in before:
            yield f"  it follows {each.id}; {self._state(citation)}"
        if before:
            yield from self._asked(citation)
        touched = [*before, citation]
        yield "  a new edition would touch:"
        for each in touched:
            yield from self._touched(each)

    def _state(self, citation: Citation) -> str:
        if self.editions.begun(citation):
            since = citation.in_force_from
            return f"in force since {since:%-d %B %Y}" if since else "in force"
        if citation.in_force_from is not None:
            return f"in force from {citation.in_force_from:%-d %B %Y}"
        if citation.planned_for is not None:
            return f"planned for {citation.planned_for:%-d %B %Y}, not certain"
        return "no day is known"

    def _asked(self, edition: Citation) -> Iterator[str]:
        """Yield what a new edition asks, and which requirements of the old one it leaves."""
        new = [each for each in self.policy.requirements if each.citation == edition.id]
        for each in new:
            if not each.follows:
                yield f"    new: {each.id}: {each.text}"
            elif each.as_before:
                yield f"    as before: {each.id} follows {', '.join(each.follows)}"
            else:
                yield f"    changed: {each.id} follows {', '.join(each.follows)}: {each.text}"
        followed = {name for each in new for name in each.follows}
        for old in self.policy.requirements:
            cited = self.editions.citations.get(old.citation)
            if cited and cited.superseded_by == edition.id and old.id not in followed:
                yield f"    to look up: nothing follows {old.id}"

    def _touched(self, citation: Citation) -> Iterator[str]:
        for requirement in self.policy.requirements:
            if requirement.citation == citation.id:
                yield from self._requirement(requirement)
        for use in uses(self.policy, "citations", citation.id):
            if use.subject != "requirements":
                part = f" ({use.part})" if use.part else ""
                place = self.places.get((use.subject, use.id))
                yield f"    {singular(use.subject)} {use.id}{part}, its {use.field}: {place}"
        yield from self._on_pages(citation)

    def _requirement(self, requirement: Requirement) -> Iterator[str]:
        yield f"    requirement {requirement.id}: {self.places['requirements', requirement.id]}"
        for claim in self.answers.to(requirement.id):
            covering = claim.covering
            place = self.places.get((covering.subject, covering.id), covering.id)
            yield f"      covered by {singular(covering.subject)} {covering.id}: {place}"

    def _on_pages(self, citation: Citation) -> Iterator[str]:
        """Yield the pages that call for the citation, link to it, or write its title."""
        checker = PageChecker(self.macros, self.policy.words, {})
        names = [re.escape(each) for each in (citation.title, citation.short) if each]
        written = re.compile(rf"#{re.escape(citation.id)}\b|{'|'.join(names)}")
        for page in self.pages:
            lines = {
                mark.line
                for subject, identity, mark in checker.named(page)
                if (subject, identity) == ("citations", citation.id)
            }
            lines |= {
                page.first_line + page.body.count("\n", 0, found.start())
                for found in written.finditer(page.body)
            }
            yield from (f"    page {page.file}:{line}" for line in sorted(lines))
