"""Macros for the formal policy: a chapter as a page, and all of it to print and adopt."""

from __future__ import annotations

from markupsafe import Markup  # noqa: TC002 -- the types of macros are read when they run

from macros.registers import RegisterCalls
from schoolpolicy.model.base import SectionRef  # noqa: TC001 -- as above
from schoolpolicy.publish.views.brief_grid import brief_grid
from schoolpolicy.publish.views.chapters import LISTED, chapters
from schoolpolicy.publish.views.grids import grid_view
from schoolpolicy.publish.views.responses import response_groups
from schoolpolicy.publish.views.review_facts import review_facts
from schoolpolicy.publish.views.standing import standing


class FormalCalls(RegisterCalls):
    """Macros for the text that a governing body adopts."""

    def section(self, section: SectionRef) -> Markup:
        """One chapter of the formal policy."""
        found = next(each for each in chapters(self.policy) if each.section.id == section)
        ways = [
            (words.format_map(self.policy.words), address)
            for subject, words in (LISTED[each] for each in found.section.shows if each in LISTED)
            if (address := self._links.list_page(self._here(), subject))
        ]
        return self._render(
            "section",
            chapter=found,
            tree=self.who_answers_to_whom,
            risk_list=self.risks,
            flow=self.flowchart,
            history=self._history,
            review_table=lambda: self._reviews(anchors=False),
            ways=ways,
        )

    def section_list(self) -> Markup:
        """The chapters of the formal policy, numbered."""
        return self._render("section_list", all=chapters(self.policy))

    def whole_policy(self) -> Markup:
        """The whole formal policy, each decision once, made to be printed and adopted."""
        return self._render(
            "whole_policy",
            all=chapters(self.policy),
            grid_of=lambda grid: brief_grid(grid_view(self._book, grid)),
            groups=response_groups(self._book),
            law=self._law(),
            history=self._history,
            latest=standing(self.policy).approval,
        )

    def review_facts(self) -> Markup:
        """How the policy came to be and how it is kept, with the table of its versions."""
        return self._history()

    def _history(self) -> Markup:
        return self._render(
            "review_facts", facts=review_facts(self.policy), latest=standing(self.policy).approval
        )

    def school_names(self) -> Markup:
        """The school's name in its other languages, and its motto."""
        return self._render("names")
