"""Macros that show how far the policy covers what law and guidance ask."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup  # noqa: TC002 -- the types of macros are read when they run

from macros.draft import DraftCalls
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.views.coverage import CoverageView, coverage_view
from schoolpolicy.publish.views.coverage_drawing import coverage_drawing
from schoolpolicy.publish.views.coverage_words import STRENGTHS
from schoolpolicy.publish.views.standing import standing
from schoolpolicy.reading.words import fill


class ComplianceCalls(DraftCalls):
    """Macros for those who ask whether the school does what it must, and can show it."""

    @cached_property
    def _covered(self) -> CoverageView:
        return coverage_view(self.policy, self.coverage, self.page_paths, self.audience)

    def requirements(self) -> Markup:
        """Each thing that law and guidance ask, by source, and where the policy answers it."""
        return self._render("requirements", found=self._covered, strengths=STRENGTHS)

    def coverage_summary(self) -> Markup:
        """How far the policy covers what is asked, in a sentence and in numbers."""
        return self._render("coverage_summary", found=self._covered, standing=standing(self.policy))

    def coverage_picture(self) -> Markup:
        """What is covered, as a picture: a tile for each requirement."""
        drawings = [coverage_drawing(self._covered.sources, wide=wide) for wide in (False, True)]
        return self._render("coverage_picture", found=self._covered, drawings=drawings)

    def coverage_gaps(self) -> Markup:
        """What is not covered, or only partly: why, and what to do."""
        return self._render("coverage_gaps", found=self._covered, strengths=STRENGTHS)

    def inside_pages(self) -> Markup:
        """The pages that are for staff and governors only; nothing in the public site."""
        words = self.policy.words
        rows = [
            {
                "title": fill(each.source.front.title or "", words),
                "about": fill(each.source.front.description or "", words),
                "href": self._to(each.path.replace(".md", ".html")),
            }
            for each in self.pages
            if each.source.front.visibility is not Visibility.PUBLIC
            and not each.source.front.drafts_only
        ]
        return self._render("inside_pages", rows=rows)

    def coverage_apart(self) -> Markup:
        """What the school chose not to do, what does not bind it, and what is still to come."""
        return self._render("coverage_apart", found=self._covered)
