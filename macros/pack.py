"""Macros for what governors take to a meeting."""

from __future__ import annotations

from markupsafe import Markup  # noqa: TC002 -- the types of macros are read when they run

from macros.due import DueCalls
from schoolpolicy.model.base import ChecklistRef  # noqa: TC001 -- as above
from schoolpolicy.model.checklist import Checklist
from schoolpolicy.publish.views.departures import departures_view
from schoolpolicy.publish.views.incident_numbers import incident_numbers
from schoolpolicy.publish.views.review_facts import review_facts
from schoolpolicy.publish.views.sheets import item_groups
from schoolpolicy.publish.views.standing import standing


class PackCalls(DueCalls):
    """Macros for the governors' pack."""

    def pack_head(self) -> Markup:
        """Whose pack it is, which edition of the policy, and for which day."""
        return self._render("pack_head", standing=standing(self.policy))

    def what_changed(self) -> Markup:
        """The latest versions of the policy, and how much differs from the model policy."""
        return self._render(
            "what_changed",
            versions=review_facts(self.policy).versions[:3],
            layers=departures_view(self.policy.departures),
        )

    def questions(self, checklist: ChecklistRef) -> Markup:
        """The questions of a checklist, with what a good answer is, and room to write."""
        found = self.policy.find(Checklist, checklist)
        written = [
            (title, [each for each in items if not each.line.taken])
            for title, items in item_groups(self.policy, found)
        ]
        return self._render("questions", groups=[each for each in written if each[1]])

    def incident_numbers(self) -> Markup:
        """A form for the numbers of incidents in a term: never a name."""
        return self._render("incident_numbers", groups=incident_numbers(self.policy))
