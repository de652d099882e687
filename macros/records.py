"""Macros that show records of the policy: rules, roles, incidents, agreements, law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.base import BoundCalls, in_markdown
from schoolpolicy.model.agreement import Acceptance, Agreement
from schoolpolicy.model.base import (
    AgreementRef,
    ChecklistRef,
    CitationRef,
    ContactRef,
    FlowchartRef,
    GridRef,
    IncidentRef,
    Record,
    RoleRef,
    TopicRef,
)
from schoolpolicy.model.checklist import Checklist
from schoolpolicy.model.grid import Grid
from schoolpolicy.model.incident import Flowchart, Incident
from schoolpolicy.model.known import CHAIR
from schoolpolicy.model.role import Role
from schoolpolicy.model.source import Citation
from schoolpolicy.model.statement import Topic
from schoolpolicy.model.vocabulary import Audience, Band, Level, Nation, Reader
from schoolpolicy.publish.views.audiences import contact_groups
from schoolpolicy.publish.views.chapters import unnumbered
from schoolpolicy.publish.views.flow import flow_text
from schoolpolicy.publish.views.flow_drawing import flow_drawing
from schoolpolicy.publish.views.grids import grid_view
from schoolpolicy.publish.views.levels import LOOKS
from schoolpolicy.publish.views.people import KIND_WORDS, by_kind, people_drawing, people_tree
from schoolpolicy.publish.views.posts import (
    handed_on,
    holdings,
    taken_on,
    who_does_what,
    who_is,
)
from schoolpolicy.publish.views.pupils import lines
from schoolpolicy.publish.views.readers import (
    band_of,
    incident_words,
    told_pupils,
    topic_view,
)
from schoolpolicy.publish.views.responses import (
    COLUMNS,
    response_groups,
    restriction_views,
    stops,
)
from schoolpolicy.publish.views.sheets import (
    checklist_groups,
    clause_groups,
    item_groups,
    notice_text,
    one_role,
    poster,
    signers,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


_KIND_TITLES = {
    "act": "Acts of Parliament",
    "regulations": "Regulations",
    "statutory-guidance": "Statutory guidance",
    "guidance": "Guidance",
    "standard": "Standards",
    "framework": "Frameworks",
    "service": "Services",
}
_IN_WALES = {**_KIND_TITLES, "act": "Acts of Parliament and of the Senedd"}


class RecordCalls(BoundCalls):
    """Macros for what the policy holds."""

    # What is allowed

    def level(self, level: str) -> Markup:
        """One level as a badge, in a sentence: `level("not-allowed")`."""
        return self._render("level", look=LOOKS[Level(level)])

    def levels(self) -> Markup:
        """Every level with what it means."""
        return self._render("levels", looks=LOOKS.values())

    def grid(self, grid: GridRef) -> Markup:
        """One grid: who may do what, each cell with its level, short details and reason."""
        found = self._grid(grid)
        return self._render("grid", grid=found, view=grid_view(self._book, found))

    def _grid(self, grid: str) -> Grid:
        return self.policy.find(Grid, grid)

    # Who does what

    def role_page(self, role: RoleRef) -> Markup:
        """Everything about one role: what it is for, its duties, who stands in."""
        answers = [each.id for each in self.policy.roles if each.reports_to == role]
        found = self.policy.find(Role, role)
        return self._render(
            "role",
            role=found,
            answers=answers,
            holdings=holdings(self.policy, role),
            handed=handed_on(self.policy, found),
            taken=taken_on(self.policy, role),
        )

    def roles(self) -> Markup:
        """Every role with its summary, in groups."""
        return self._render("role_list", groups=by_kind(self.policy), kind_words=KIND_WORDS)

    def who_does_what(self) -> Markup:
        """Which post holds which roles, as a table; nothing where the school names no posts."""
        return self._render("who_does_what", rows=who_does_what(self.policy))

    def who_is(self, role: RoleRef) -> Markup:
        """Which post holds a role, in a sentence; nothing where no post says so."""
        return in_markdown(who_is(self.policy, role))

    def who_answers_to_whom(self) -> Markup:
        """A picture of who answers to whom, with the same as a list."""
        return self._render(
            "people",
            drawings=[people_drawing(self.policy, width) for width in (340, 720)],
            tree=people_tree(self.policy),
        )

    # When something goes wrong

    def incident_page(self, incident: IncidentRef) -> Markup:
        """What staff do about one kind of incident, step by step."""
        found = self._incident(incident)
        return self._render(
            "incident",
            incident=found,
            pupils=told_pupils(self.policy, found),
            reach=self.chair_contact if found.decides == CHAIR else None,
        )

    def incident_for(self, incident: IncidentRef, reader: Reader) -> Markup:
        """What parents, or pupils of one age band, are told about one kind of incident."""
        found = self._incident(incident)
        audience = Audience.PUPILS if band_of(reader) else Audience(reader)
        contacts = {each.id: each for each in self.policy.contacts}
        return self._render(
            "incident_for",
            lines=lines(incident_words(found, reader) or found.summary),
            reach=self.chair_contact if found.decides == CHAIR else self.school_office,
            contacts=[each for each in found.contacts if audience in contacts[each].audiences],
            plain=band_of(reader) is not None,
            pupils=told_pupils(self.policy, found) if reader == "parents" else (),
        )

    def _incident(self, incident: str) -> Incident:
        return self.policy.find(Incident, incident)

    def flowchart(self, flowchart: FlowchartRef) -> Markup:
        """A picture of what to do, drawn for wide and for narrow screens, and as a list."""
        found = self.policy.find(Flowchart, flowchart)
        return self._render(
            "flowchart",
            chart=found,
            drawings=[flow_drawing(self.policy, found, wide=wide) for wide in (False, True)],
            text=flow_text(self.policy, found),
        )

    def responses(self) -> Markup:
        """What the school does when rules are broken: a table, each ladder, restrictions."""
        return self._render(
            "responses",
            groups=response_groups(self._book),
            columns=COLUMNS,
            stops=stops(self.policy),
            restrictions=restriction_views(self._book),
        )

    # What people print and sign

    def agreement_page(self, agreement: AgreementRef) -> Markup:
        """One agreement, to read and to sign on paper; or the notice to accept at log-on."""
        found = self.policy.find(Agreement, agreement)
        if found.acceptance is Acceptance.LOG_ON:
            text = notice_text(found)
            words = len(" ".join(text).split())
            return self._render("log_on", agreement=found, text=text, words=words)
        child = found.band is not None and found.band.value in {"eyfs-ks1", "ks2"}
        groups = clause_groups(found)
        return self._render("agreement", agreement=found, groups=groups, child=child)

    def poster(self, band: str) -> Markup:
        """What hangs on the wall for one age band: a few promises in large type, and help."""
        return self._render("poster", poster=poster(self.policy, Band(band)))

    def checklist_page(self, checklist: ChecklistRef) -> Markup:
        """One checklist, to print and tick, with its log if it has one."""
        found = self.policy.find(Checklist, checklist)
        return self._render(
            "checklist",
            checklist=found,
            groups=item_groups(self.policy, found),
            signers=signers(self.policy, found),
            one_role=one_role(self.policy, found),
        )

    def checklists(self) -> Markup:
        """Every checklist, by how often it comes round."""
        return self._render("checklist_list", groups=checklist_groups(self.policy))

    # Help from outside

    def contact(self, contact: ContactRef) -> Markup:
        """One contact as a card: what it is for, how to reach it, what it is not for."""
        found = [self.policy.get("contacts", contact)]
        return self._contacts(found)

    def contacts(self) -> Markup:
        """Every contact, by whom it is for. Mentions of contacts lead to the page with this."""
        return self._render("contact_groups", groups=contact_groups(self.policy))

    def contacts_for(self, audience: str) -> Markup:
        """The contacts for one audience; for pupils in a child's words."""
        wanted = Audience(audience)
        found = [each for each in self.policy.contacts if wanted in each.audiences]
        return self._contacts(found, plain=wanted is Audience.PUPILS)

    def _contacts(self, contacts: Sequence[Record], *, plain: bool = False) -> Markup:
        return self._render("contacts", contacts=contacts, plain=plain)

    # Law and guidance

    def cite(self, citation: CitationRef) -> Markup:
        """The short name of a law or guidance in a sentence, with a link to its entry."""
        return self._render("cite", citation=citation)

    def citations(self) -> Markup:
        """All law and guidance. The page that calls this is where citations lead."""
        return self._render("citations", groups=self._law())

    def _law(self) -> list[tuple[str, list[Citation]]]:
        """Return law and guidance by kind."""
        titles = _IN_WALES if self.policy.school.nation is Nation.WALES else _KIND_TITLES
        return [
            (title, found)
            for kind, title in titles.items()
            if (found := [each for each in self.policy.citations if each.kind == kind])
        ]

    # What the policy says

    def statements(self, topic: TopicRef) -> Markup:
        """The formal statements of one topic."""
        return self._render("statements", statements=unnumbered(self.policy, topic))

    def topic_for(self, topic: TopicRef, reader: Reader) -> Markup:
        """One topic in a reader's words: an audience, or for pupils an age band."""
        found = self.policy.find(Topic, topic)
        return self._render("topic_for", topic=found, view=topic_view(self._book, found, reader))

    def risks(self) -> Markup:
        """The four areas of risk, and what lowers each risk."""
        return self._render("risks")

    def glossary(self) -> Markup:
        """Words and short forms, explained."""
        return self._render("glossary")

    def review_schedule(self) -> Markup:
        """What is looked at again: how often, by whom, who approves."""
        return self._reviews(anchors=True)

    def _reviews(self, *, anchors: bool) -> Markup:
        return self._render("review_schedule", anchors=anchors)

    def school_office(self) -> Markup:
        """How to reach the school."""
        return self._render("office")

    def chair_contact(self) -> Markup:
        """How to reach the chair of governors, past the head and the office."""
        return self._render("chair", role=CHAIR)
