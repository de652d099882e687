"""Macros that show rules in other ways than a grid."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.pages import PageCalls
from schoolpolicy.model.base import ThingRef
from schoolpolicy.model.vocabulary import CHILDREN, Audience, Band, Reader
from schoolpolicy.publish.views.day_drawing import day_drawing
from schoolpolicy.publish.views.day_moments import school_day
from schoolpolicy.publish.views.day_strip import day_strips
from schoolpolicy.publish.views.readers import band_of
from schoolpolicy.publish.views.rule_lines import rule_lists

if TYPE_CHECKING:
    from schoolpolicy.publish.views.day_moments import Day


class RuleCalls(PageCalls):
    """Macros for rules as sentences and pictures."""

    @cached_property
    def _day(self) -> Day:
        """The school day, which all pictures of it share."""
        return school_day(self.policy)

    def day_strip(self, thing: ThingRef, audience: str, band: str | None = None) -> Markup:
        """A picture of what holds where in the school day, for each group of people.

        `day_strip("mobile-phone", "pupils", "ks2")` shows the pupils of one age band.
        """
        strips = day_strips(
            self._book, self._day, thing, Audience(audience), Band(band) if band else None
        )
        return self._render(
            "day_strip",
            strips=[
                (strip, [day_drawing(strip, wide=wide) for wide in (False, True)])
                for strip in strips
            ],
            thing=self.policy.get("things", thing),
            audience=audience,
            alone=band is None and audience == Audience.PUPILS,
            short=band is not None and Band(band) in CHILDREN,
        )

    def rules_for(self, reader: Reader, heading: str = "h2") -> Markup:
        """All rules for a group of readers, as short sentences by thing."""
        return self._render(
            "rule_lines",
            lists=rule_lists(self._book, reader),
            heading=heading,
            child=band_of(reader) in CHILDREN,
        )
