"""Macros that show the registers beside the policy: training, lessons, consents, records, tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup  # noqa: TC002 -- the types of macros are read when they run

from macros.records import RecordCalls
from schoolpolicy.model.agreement import Agreement
from schoolpolicy.model.base import AgreementRef  # noqa: TC001 -- as above
from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.publish.views.action_grid import action_grid
from schoolpolicy.publish.views.departures import departures_view, told_fields, what
from schoolpolicy.publish.views.learning import curriculum_view, pupils_words
from schoolpolicy.publish.views.responses import response_groups
from schoolpolicy.rules.words import audience_words, listed

if TYPE_CHECKING:
    from schoolpolicy.model.document import Tool


class RegisterCalls(RecordCalls):
    """Macros for what stands beside the policy."""

    def training_plan(self) -> Markup:
        """Who is trained in what, how often, and what shows it."""
        return self._render("training_plan", training=self.policy.training)

    def curriculum(self) -> Markup:
        """What the school's own pupils learn about life online, year by year."""
        return self._render("curriculum", stages=curriculum_view(self._book))

    def consent_form(self) -> Markup:
        """The uses of pictures for which families say yes or no, one by one, to sign."""
        return self._render("consent_form", purposes=self.policy.consents)

    def school_promises(self, agreement: AgreementRef) -> Markup:
        """What the school promises to those who sign an agreement."""
        found = self.policy.find(Agreement, agreement)
        return self._render("school_promises", promises=found.school_promises)

    def records_kept(self) -> Markup:
        """The records that the policy asks for: what they hold, who keeps and checks them."""
        return self._render("records_kept", records=self.policy.records)

    def linked_policies(self) -> Markup:
        """The other policies that this one leans on."""
        return self._render("linked_policies", documents=self.policy.documents)

    def departures(self) -> Markup:
        """What the trust and the school changed from the model policy, and why."""
        return self._render(
            "departures",
            layers=departures_view(self.policy.departures),
            what=what,
            fields=told_fields,
        )

    def action_grids(self) -> Markup:
        """For each group of people, which action may follow which breach: a table of ticks."""
        groups = response_groups(self._book)
        return self._render(
            "action_grid", grids=[action_grid(self.policy, each) for each in groups]
        )

    def ai_tools(self) -> Markup:
        """The register of AI tools: for whom, for what, what was decided and when."""
        return self._render(
            "ai_tools",
            allowed=[(each, self._users(each)) for each in self.policy.tools if each.allowed],
            refused=[each for each in self.policy.tools if not each.allowed],
        )

    def _users(self, tool: Tool) -> str:
        """Return who uses a tool, in words; pupils only as far as the school has them."""
        words = (
            pupils_words(self._book, tool.cohorts)
            if audience is Audience.PUPILS
            else audience_words(self.policy, audience)
            for audience in tool.audience
        )
        return listed(filter(None, words))
