"""Macros for the answers to "Can I ...?"."""

from __future__ import annotations

import json

from markupsafe import Markup

from macros.rules import RuleCalls
from schoolpolicy.model.base import ThingRef
from schoolpolicy.model.vocabulary import Band
from schoolpolicy.publish.views.picker import picker
from schoolpolicy.publish.views.use_words import thing_question


class AnswerCalls(RuleCalls):
    """Macros for answers."""

    def can_i(self) -> Markup:
        """The picker: who, what, where and when; the answer at once. It needs a script."""
        found = picker(self._answers, self._response_link)
        data = json.dumps(found.data, separators=(",", ":"), ensure_ascii=False)
        return self._render("can_i", picker=found, data=data)

    def _response_link(self, response: str) -> str | None:
        return self._link("responses", response)

    def answer_list(self) -> Markup:
        """A link to the answers about each thing and each activity, in groups."""
        return self._render(
            "answer_list", groups=self._answers.groups(), records=self.policy.subject("things")
        )

    def answers(self, thing: ThingRef) -> Markup:
        """All answers about one thing or activity: for whom, where, when, and why."""
        record = self.policy.get("things", thing)
        return self._render(
            "answers",
            thing=record,
            title=thing_question(self.policy, record),
            sections=self._answers.page(thing),
        )

    def can_i_years(self, band: str) -> Markup:
        """For pupils: a button for each of the years of one age band, to the picker."""
        wanted = Band(band)
        cohorts = {name for each in self._answers.book.people.present for name in each.cohorts}
        years = [
            each
            for each in self.policy.cohorts
            if each.id in cohorts and each.band is wanted and each.kind == "year"
        ]
        return self._render("can_i_years", years=years)
