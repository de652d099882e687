"""The macros: every public method is one, and its docstring is its manual."""

from __future__ import annotations

import inspect
import typing
from typing import TYPE_CHECKING, Annotated

from markupsafe import Markup

from schoolpolicy.checks.pages import MacroShape
from schoolpolicy.model.base import (
    AgreementRef,
    CitationRef,
    ContactRef,
    IncidentRef,
    Ref,
    RoleRef,
    StatementRef,
    TopicRef,
)
from schoolpolicy.model.vocabulary import Audience, Band, Level
from schoolpolicy.publish.site.components import icon
from schoolpolicy.publish.views.audiences import contact_groups, overview, urgent
from schoolpolicy.publish.views.chapters import chapters
from schoolpolicy.publish.views.coverage import STRENGTHS, coverage
from schoolpolicy.publish.views.flow import flow_text
from schoolpolicy.publish.views.flow_drawing import flow_drawing
from schoolpolicy.publish.views.grids import grid_view
from schoolpolicy.publish.views.levels import LOOKS
from schoolpolicy.publish.views.links import Links, between
from schoolpolicy.publish.views.people import KIND_WORDS, by_kind, people_drawing, people_tree
from schoolpolicy.publish.views.pupils import BAND_PAGES, easiest, lines, pupil_topics, tellings
from schoolpolicy.publish.views.readers import (
    Reader,
    band_of,
    incident_words,
    statement_words,
    told_pupils,
    topic_view,
)
from schoolpolicy.publish.views.rule_homes import first_grids
from schoolpolicy.publish.views.sheets import clause_groups, item_groups, signers
from schoolpolicy.publish.views.years import year_answers
from schoolpolicy.rules.answer import RuleBook

if TYPE_CHECKING:
    import types
    from collections.abc import Callable, Sequence

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.incident import Incident
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.rule import Grid
    from schoolpolicy.publish.site.book import SitePage
    from schoolpolicy.publish.site.components import Components

GridRef = Annotated[str, Ref("grids")]
SectionRef = Annotated[str, Ref("sections")]
ChecklistRef = Annotated[str, Ref("checklists")]
FlowchartRef = Annotated[str, Ref("flowcharts")]

_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>\"'\\`*_{}[]()#+-.!|~"})
"""Every sign that HTML or Markdown would read, as what only shows it."""
_NOT_MACROS = {"shapes", "words", "follow"}
_KIND_TITLES = {
    "act": "Acts of Parliament",
    "regulations": "Regulations",
    "statutory-guidance": "Statutory guidance",
    "guidance": "Guidance",
    "standard": "Standards",
    "framework": "Frameworks",
    "service": "Services",
}


class Calls:
    """The macros, bound to one school's policy and the theme's components."""

    def __init__(self, policy: Policy, components: Components, pages: Sequence[SitePage]) -> None:
        self.policy = policy
        self._components = components
        self._pages = pages
        self._links = Links(policy, pages, first_grids(policy))
        self._here: Callable[[], str] = lambda: "index.md"

    @classmethod
    def shapes(cls) -> dict[str, MacroShape]:
        """Return how each macro is called, by name."""
        return {
            name: _shape(name, member)
            for name, member in inspect.getmembers(cls, inspect.isfunction)
            if not name.startswith("_") and name not in _NOT_MACROS
        }

    def words(self) -> dict[str, Markup]:
        """Return the school's words, safe to stand in Markdown."""
        return {key: _in_markdown(word) for key, word in self.policy.words.items()}

    def follow(self, here: Callable[[], str]) -> None:
        """Learn how to ask which page is being made, so that links are relative to it."""
        self._here = here

    def _link(self, subject: str, identity: str, area: str | None = None) -> str | None:
        return self._links.relative(self._here(), subject, identity, area)

    def _to(self, address: str) -> str:
        return between(self._here(), address)

    def _render(self, component: str, **values: object) -> Markup:
        return self._components.render(
            component, policy=self.policy, link=self._link, to=self._to, **values
        )

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
        return self._render("grid", grid=found, view=grid_view(self.policy, found))

    def _grid(self, grid: str) -> Grid:
        return next(each for each in self.policy.grids if each.id == grid)

    # Who does what

    def role_page(self, role: RoleRef) -> Markup:
        """Everything about one role: what it is for, its duties, who stands in."""
        answers = [each.id for each in self.policy.roles if each.reports_to == role]
        return self._render("role", role=self.policy.get("roles", role), answers=answers)

    def roles(self) -> Markup:
        """Every role with its summary, in groups."""
        return self._render("role_list", groups=by_kind(self.policy), kind_words=KIND_WORDS)

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
        return self._render("incident", incident=found, pupils=told_pupils(self.policy, found))

    def incident_for(self, incident: IncidentRef, reader: Reader) -> Markup:
        """What parents, or pupils of one age band, are told about one kind of incident."""
        found = self._incident(incident)
        audience = Audience.PUPILS if band_of(reader) else Audience(reader)
        contacts = {each.id: each for each in self.policy.contacts}
        return self._render(
            "incident_for",
            lines=lines(incident_words(found, reader) or found.summary),
            office=self.school_office,
            signs=() if band_of(reader) else found.signs,
            contacts=[each for each in found.contacts if audience in contacts[each].audiences],
            plain=band_of(reader) is not None,
            pupils=told_pupils(self.policy, found) if reader == "parents" else (),
        )

    def _incident(self, incident: str) -> Incident:
        return next(each for each in self.policy.incidents if each.id == incident)

    def flowchart(self, flowchart: FlowchartRef) -> Markup:
        """A picture of what to do, drawn for wide and for narrow screens, and as a list."""
        found = next(each for each in self.policy.flowcharts if each.id == flowchart)
        return self._render(
            "flowchart",
            chart=found,
            drawings=[flow_drawing(self.policy, found, wide=wide) for wide in (False, True)],
            text=flow_text(self.policy, found),
        )

    def responses(self) -> Markup:
        """What the school does after the first, second and third breach."""
        return self._responses("h2")

    def _responses(self, heading: str) -> Markup:
        return self._render("responses", responses=self.policy.responses, heading=heading)

    # What people print and sign

    def agreement_page(self, agreement: AgreementRef) -> Markup:
        """One agreement, to read and to sign on paper."""
        found = next(each for each in self.policy.agreements if each.id == agreement)
        child = found.band is not None and found.band.value in {"eyfs-ks1", "ks2"}
        groups = clause_groups(found)
        return self._render("agreement", agreement=found, groups=groups, child=child)

    def checklist_page(self, checklist: ChecklistRef) -> Markup:
        """One checklist, to print and tick, with its log if it has one."""
        found = next(each for each in self.policy.checklists if each.id == checklist)
        return self._render(
            "checklist",
            checklist=found,
            groups=item_groups(self.policy, found),
            signers=signers(self.policy, found),
        )

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
        return self._citations("h2")

    def _citations(self, heading: str) -> Markup:
        groups = [
            (title, found)
            for kind, title in _KIND_TITLES.items()
            if (found := [each for each in self.policy.citations if each.kind == kind])
        ]
        return self._render("citations", groups=groups, heading=heading)

    def requirements(self) -> Markup:
        """What law and guidance ask, and where the policy answers."""
        return self._render("requirements", requirements=coverage(self.policy), strengths=STRENGTHS)

    # What the policy says

    def statements(self, topic: TopicRef) -> Markup:
        """The formal statements of one topic."""
        found = [each for each in self.policy.statements if each.topic == topic]
        return self._render("statements", statements=found)

    def topic_for(self, topic: TopicRef, reader: Reader) -> Markup:
        """One topic in a reader's words: an audience, or for pupils an age band."""
        found = next(each for each in self.policy.topics if each.id == topic)
        return self._render("topic_for", topic=found, view=topic_view(self.policy, found, reader))

    def risks(self) -> Markup:
        """The four areas of risk, and what lowers each risk."""
        return self._risks("h2")

    def _risks(self, heading: str) -> Markup:
        return self._render("risks", heading=heading)

    def glossary(self) -> Markup:
        """Words and short forms, explained."""
        return self._render("glossary")

    def review_schedule(self) -> Markup:
        """What is looked at again: how often, by whom, who approves."""
        return self._reviews(anchors=True)

    def _reviews(self, *, anchors: bool) -> Markup:
        return self._render("review_schedule", anchors=anchors)

    def section(self, section: SectionRef) -> Markup:
        """One chapter of the formal policy."""
        found = next(each for each in chapters(self.policy) if each.section.id == section)
        return self._render("section", chapter=found, **self._for_chapters())

    def section_list(self) -> Markup:
        """The chapters of the formal policy, numbered."""
        return self._render("section_list")

    def whole_policy(self) -> Markup:
        """The whole formal policy."""
        return self._render("whole_policy", all=chapters(self.policy), **self._for_chapters())

    def _for_chapters(self) -> dict[str, Callable[..., object]]:
        return {
            "tree": self.who_answers_to_whom,
            "risk_list": self._risks,
            "grid_of": lambda grid: grid_view(self.policy, grid),
            "flow": self.flowchart,
            "response_list": self._responses,
            "review_table": lambda: self._reviews(anchors=False),
            "citation_list": self._citations,
            "glossary_list": self.glossary,
        }

    # --- pages

    def icon(self, name: str) -> Markup:
        """A picture of the Material Design set, in a line: `icon("phone")`."""
        return icon(name)

    def says(self, statement: StatementRef, reader: Reader) -> Markup:
        """What one statement tells a group of readers, in a line."""
        found = next(each for each in self.policy.statements if each.id == statement)
        return _in_markdown(statement_words(found, reader) or found.text)

    def says_to_pupils(self, statement: StatementRef) -> Markup:
        """What one statement tells the youngest pupils who read alone, in a line."""
        found = next(each for each in self.policy.statements if each.id == statement)
        return _in_markdown(easiest(found.words.pupils, self.policy.bands) or found.text)

    def by_year(self, grid: GridRef, row: str) -> Markup:
        """What one row of a grid says to pupils of each year, in a line."""
        found = next(each for each in self._grid(grid).rows if each.id == row)
        answers = year_answers(self.policy, RuleBook(self.policy), found)
        return _in_markdown(" ".join(f"{each.who}: {each.look.word.lower()}." for each in answers))

    def does(self, role: RoleRef) -> Markup:
        """What a role is for, in a line."""
        return _in_markdown(next(each for each in self.policy.roles if each.id == role).summary)

    def search_box(self) -> Markup:
        """A box to search the site with."""
        return self._render("search_box")

    def topic_ways(self, reader: Reader) -> Markup:
        """A card for each topic that says something to a group of readers."""
        found = overview(self.policy, reader)
        return self._render("topic_ways", found=found, reader=reader)

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

    def school_office(self) -> Markup:
        """How to reach the school."""
        return self._render("office")

    def status_line(self) -> Markup:
        """Edition, dates, and whether anyone has approved it."""
        latest = max(self.policy.approvals, key=lambda each: each.date, default=None)
        return self._render("status_line", latest=latest)

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
        return self._render("band_ways", bands=[BAND_PAGES[band] for band in self.policy.bands])

    def pupil_rules(self, band: str) -> Markup:
        """All rules in the words of one age band, a picture with each."""
        return self._render("pupil_rules", topics=pupil_topics(self.policy, Band(band)))

    def told_to_pupils(self) -> Markup:
        """What pupils read when something has happened."""
        return self._render("told_to_pupils", found=tellings(self.policy))


def _in_markdown(text: str) -> Markup:
    """Return a text escaped, with no sign that Markdown would read."""
    return Markup(text.translate(_SIGNS))


def _shape(name: str, method: types.FunctionType) -> MacroShape:
    signature = inspect.signature(method)
    parameters = list(signature.parameters.values())[1:]
    hints = typing.get_type_hints(method, include_extras=True)
    subjects = {
        parameter.name: mark.subject
        for parameter in parameters
        for mark in getattr(hints[parameter.name], "__metadata__", ())
        if isinstance(mark, Ref)
    }
    about = inspect.getdoc(method) or ""
    return MacroShape(name, signature.replace(parameters=parameters), subjects, about)
