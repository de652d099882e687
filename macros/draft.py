"""Macros for drafts: what is still undecided, and advice to the authors."""

from __future__ import annotations

from markupsafe import Markup  # noqa: TC002 -- the types of macros are read when they run

from macros.can_i import AnswerCalls
from schoolpolicy.publish.views.draft import author_notes, choice_of, deciders, rule_name


class DraftCalls(AnswerCalls):
    """Macros that show something in drafts only."""

    def undecided_list(self) -> Markup:
        """All that is undecided, by who decides, with where to write the answer."""
        found = [
            (
                decider,
                [
                    (each, choice_of(self.policy, each), rule_name(self.policy, each))
                    for each in decider.open
                ],
            )
            for decider in deciders(self.policy, self.undecided)
        ]
        return self._render("undecided_list", found=found)

    def author_notes(self) -> Markup:
        """The advice to the authors of the policy, with what each is about."""
        return self._render("author_notes", groups=author_notes(self.policy))
