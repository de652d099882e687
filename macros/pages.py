"""Macros that a page is put together from: ways on, help, an audience's own words."""

from __future__ import annotations

from markupsafe import Markup

from macros.base import in_markdown
from macros.formal import FormalCalls
from schoolpolicy.model.base import PlaceRef, RoleRef, StatementRef, ThingRef
from schoolpolicy.model.grid import GridRow
from schoolpolicy.model.policy import UnknownIdError
from schoolpolicy.model.role import Role
from schoolpolicy.model.statement import Statement
from schoolpolicy.model.vocabulary import Band, Function, Reader
from schoolpolicy.publish.site.components import icon
from schoolpolicy.publish.views.audiences import by_group, overview, urgent
from schoolpolicy.publish.views.pupils import band_pages, easiest, lines, pupil_topics, tellings
from schoolpolicy.publish.views.standing import standing
from schoolpolicy.publish.views.years import year_levels


class PageCalls(FormalCalls):
    """Macros for the pages of each audience."""

    def icon(self, name: str) -> Markup:
        """A picture of the Material Design set, in a line: `icon("phone")`."""
        return icon(name)

    def says(self, statement: StatementRef, reader: Reader) -> Markup:
        """What one statement tells a group of readers, in a line."""
        found = self.policy.find(Statement, statement)
        return self._told(found, found.words.told(reader))

    def says_to_pupils(self, statement: StatementRef) -> Markup:
        """What one statement tells the youngest pupils who read alone, in a line."""
        found = self.policy.find(Statement, statement)
        return self._told(found, easiest(found.words.pupils, self.policy.bands))

    def _told(self, statement: Statement, words: str | None) -> Markup:
        open_words = " (Not decided yet.)" if self.policy.open_choices(statement) else ""
        return in_markdown((words or statement.text) + open_words)

    def by_year(self, thing: ThingRef, doing: str, place: PlaceRef) -> Markup:
        """What the rules say to pupils of each year about a thing: `doing` is `bring`, or `any`."""
        if doing not in set(Function):
            raise UnknownIdError("functions", doing, Function)
        asked = GridRow(id=thing, title=thing, thing=thing, function=Function(doing), place=place)
        levels = year_levels(self._book, asked)
        return in_markdown(" ".join(f"{who}: {look.word.lower()}." for who, look in levels))

    def does(self, role: RoleRef) -> Markup:
        """What a role is for, in a line."""
        return in_markdown(self.policy.find(Role, role).summary)

    def search_box(self) -> Markup:
        """A box to search the site with."""
        return self._render("search_box")

    def topic_ways(self, reader: Reader) -> Markup:
        """A card for each topic that says something to a group of readers, in groups."""
        groups = by_group(overview(self.policy, reader))
        return self._render("topic_ways", groups=groups, reader=reader)

    def audience_points(self, reader: Reader, heading: str = "h2") -> Markup:
        """All that a group of readers is told, by topic."""
        found = overview(self.policy, reader)
        return self._render("audience_points", found=found, heading=heading)

    def record_rows(self, subject: str, area: str | None = None) -> Markup:
        """The records of a subject that have pages: a link, and a line on each."""
        rows = [
            {
                "title": getattr(each, "title", each.id),
                "about": lines(getattr(each, "summary", "") or getattr(each, "intro", ""))[0],
                "href": self._link(subject, each.id, area),
            }
            for each in self.policy.subject(subject).values()
        ]
        return self._render("record_rows", rows=rows)

    def status_line(self) -> Markup:
        """Edition, dates, and whether anyone has approved it."""
        return self._render("status_line", standing=standing(self.policy))

    def approvals(self) -> Markup:
        """Each approval of the policy, newest first; says so where there is none."""
        newest = sorted(self.policy.approvals, key=lambda each: each.date, reverse=True)
        return self._render("approvals", approvals=newest)

    def urgent_help(self) -> Markup:
        """Danger first, then the routes that a child can use alone."""
        return self._render(
            "urgent_help",
            emergency=self.policy.get("contacts", "police-999"),
            routes=urgent(self.policy),
        )

    def leave_now(self) -> Markup:
        """A link that leaves at once for a page that says nothing about help."""
        return self._render("leave_now")

    def ask_for_help(self) -> Markup:
        """One tap to help, for the pages of pupils."""
        return self._render("ask_for_help", childline=self.policy.get("contacts", "childline"))

    def band_ways(self) -> Markup:
        """A card for the page of each age band that the school has."""
        return self._render("band_ways", bands=band_pages(self.policy))

    def posters(self) -> Markup:
        """A link to the poster of each age band that the school has."""
        return self._render("posters", bands=band_pages(self.policy))

    def pupil_rules(self, band: str) -> Markup:
        """All rules in the words of one age band, a picture with each."""
        return self._render("pupil_rules", topics=pupil_topics(self.policy, Band(band)))

    def told_to_pupils(self) -> Markup:
        """What pupils read when something has happened."""
        return self._render("told_to_pupils", found=tellings(self.policy))
