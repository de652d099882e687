"""Policies for tests: small ones made from a few records, and Oakfield's as it is."""

from __future__ import annotations

from functools import cache
from typing import Any

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.model.agreement import Agreement
from schoolpolicy.model.checklist import Checklist
from schoolpolicy.model.grid import Grid
from schoolpolicy.model.incident import Flowchart, Incident
from schoolpolicy.model.page import PageFront
from schoolpolicy.model.policy import Policy
from schoolpolicy.model.post import Post
from schoolpolicy.model.response import Response, Restriction
from schoolpolicy.model.role import Role
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.scope import Activity, Thing
from schoolpolicy.model.source import Citation, Contact, Requirement
from schoolpolicy.model.statement import Section, Statement, Topic
from schoolpolicy.publish.site.book import SitePage
from schoolpolicy.reading.pages import Page
from schoolpolicy.reading.project import Project
from tests.support import ROOT, SCHOOL

PLAN = {
    "edition": "1",
    "effective_from": "2026-09-01",
    "next_review": "2027-09-01",
    "approved_by": "head",
}
HILL = {
    "name": "Hill School",
    "nation": "england",
    "phase": "primary",
    "type": "maintained",
    "cohorts": ["y5", "y6"],
    "review": PLAN,
}
PLACES = (
    {"id": "anywhere", "title": "Anywhere"},
    {"id": "school", "title": "School", "within": "anywhere"},
    {"id": "lessons", "title": "Lessons", "within": "school"},
)
TIMES = (
    {"id": "any-time", "title": "Any time"},
    {"id": "break", "title": "Break", "within": "any-time"},
)
COHORTS = (
    {"id": "ks2", "title": "Years 3 to 6", "audience": "pupils", "band": "ks2"},
    {"id": "y5", "title": "Year 5", "audience": "pupils", "within": "ks2", "band": "ks2"},
    {"id": "y6", "title": "Year 6", "audience": "pupils", "within": "ks2", "band": "ks2"},
)

WORDS = {"the_school": "the school", "The_school": "The school", "school_possessive": "school's"}


def policy(*rules: Rule, **fields: Any) -> Policy:
    """Return the policy of Hill School, which teaches Years 5 and 6 and has a few things."""
    given = {
        "slug": "hill",
        "school": HILL,
        "words": WORDS,
        "day": "2026-11-22",
        "rules": rules,
        "things": (
            thing("phone", functions=["call", "photograph"]),
            thing("smartphone", "phone"),
            thing("watch"),
        ),
        "places": PLACES,
        "times": TIMES,
        "cohorts": COHORTS,
    }
    return Policy.model_validate({**given, **fields})


def thing(name: str, within: str | None = None, **fields: Any) -> Thing:
    given = {"title": name, "plain": name, "within": within}
    return Thing.model_validate({"id": name, **given, **fields})


def rule(name: str, level: str = "not-allowed", **fields: Any) -> Rule:
    given = {"who": {"audience": "pupils"}, "thing": "phone", "because": "Why not."}
    return Rule.model_validate({"id": name, "level": level, **given, **fields})


def activity(name: str, group: str = "Never", **fields: Any) -> Activity:
    given = {"title": name.capitalize(), "group": group, "explain": f"About {name}."}
    return Activity.model_validate({"id": name, **given, **fields})


def column(name: str, audience: str = "pupils", *cohorts: str) -> dict[str, Any]:
    title = name.capitalize()
    return {"id": name, "title": title, "audience": audience, "cohorts": cohorts}


def grid(name: str = "grid", **fields: Any) -> Grid:
    given = {"title": "Grid", "intro": "A grid.", "columns": [column("pupils")]}
    return Grid.model_validate({"id": name, **given, **fields})


def duty(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "text": f"Does {name}.", "every": "1 year", **fields}


def role(name: str, **fields: Any) -> Role:
    given = {"title": name, "kind": "leadership", "audience": "staff", "summary": f"Is {name}."}
    return Role.model_validate({"id": name, **given, "duties": [duty(f"{name}-acts")], **fields})


def post(name: str, /, *holds: str, **fields: Any) -> Post:
    return Post.model_validate({"id": name, "title": name, "holds": holds, **fields})


def topic(name: str, **fields: Any) -> Topic:
    title = name.capitalize()
    given = {"title": title, "plain_title": title, "intro": f"About {name}.", "icon": "star"}
    return Topic.model_validate({"id": name, **given, "owner": "head", **fields})


def statement(name: str, topic: str = "phones", **fields: Any) -> Statement:
    return Statement.model_validate({"id": name, "topic": topic, "text": f"We {name}.", **fields})


def section(name: str, *topics: str) -> Section:
    return Section(id=name, title=name.capitalize(), intro=f"About {name}.", topics=topics)


def contact(name: str, **fields: Any) -> Contact:
    given = {
        "title": name.capitalize(),
        "what_for": f"For {name}.",
        "plain": f"They do {name}.",
        "nations": ["england"],
        "audiences": ["pupils", "parents"],
        "source": "a test",
        "verified_on": "2026-11-22",
        "sure": "high",
    }
    return Contact.model_validate({"id": name, **given, **fields})


def citation(name: str, **fields: Any) -> Citation:
    given = {
        "title": name.capitalize(),
        "kind": "guidance",
        "nations": ["england"],
        "publisher": "The ministry",
        "status": "in-force",
        "about": "Schools take care.",
        "checked_on": "2026-11-22",
        "sure": "high",
    }
    return Citation.model_validate({"id": name, **given, **fields})


def requirement(name: str, citation: str = "guidance") -> Requirement:
    given = {
        **{"text": f"Do {name}.", "strength": "statutory", "sure": "high"},
        **{"how": f"See to {name}.", "evidence": f"proof of {name}"},
    }
    return Requirement.model_validate({"id": name, "citation": citation, **given})


def incident(name: str, **fields: Any) -> Incident:
    title = name.capitalize()
    given = {
        "title": title,
        "plain_title": f"Someone does {name}",
        "kind": "behaviour",
        "summary": f"What {name} is.",
        "clock": "Start now.",
        "decides": "head",
        "if_subject": "head",
        "steps": [{"id": f"{name}-stop", "text": "Stop.", "by": "head", "within": "at once"}],
        "never": [{"id": f"{name}-never", "text": "Never look.", "because": "It hurts."}],
        "told": {"parents": "Tell us.", "pupils": {}},
        "record": "In the log.",
    }
    return Incident.model_validate({"id": name, **given, **fields})


def flowchart(*nodes: dict[str, Any], **fields: Any) -> Flowchart:
    given = {
        "title": "What to do",
        "description": "One question.",
        "lanes": [
            {"id": "bad", "title": "Could be a crime", "answer": "Yes"},
            {"id": "mild", "title": "Not a crime", "answer": "No"},
        ],
    }
    return Flowchart.model_validate({"id": "what-to-do", **given, "nodes": nodes, **fields})


def node(name: str, kind: str = "step", lane: str = "all", **fields: Any) -> dict[str, Any]:
    return {"id": name, "kind": kind, "lane": lane, "text": f"Do {name}.", **fields}


def agreement(name: str, *clauses: dict[str, Any], **fields: Any) -> Agreement:
    given = {
        "title": f"{name} promises",
        "audience": "pupils",
        "intro": "Read this.",
        "if_broken": "We talk.",
        "help": "Ask us.",
        "signatures": [{"label": "Me", "fields": ["Name"]}],
        "renewed": "Each year.",
        "max_clauses": 10,
        "max_words": 20,
    }
    return Agreement.model_validate({"id": name, **given, "clauses": clauses, **fields})


def checklist(name: str, *items: dict[str, Any], **fields: Any) -> Checklist:
    given = {
        "title": name.capitalize(),
        "intro": "Tick each line.",
        "audience": "staff",
        "role": "head",
        "signed_by": "head",
        "every": "1 year",
        "keep": "Six years.",
    }
    return Checklist.model_validate({"id": name, **given, "items": items, **fields})


def page(path: str, body: str = "", **front: Any) -> Page:
    return Page(f"docs/{path}", path, PageFront.model_validate(front), body, 1)


def site_page(path: str, body: str = "", **front: Any) -> SitePage:
    source = page(path, body, **front)
    return SitePage(path, None, source, source.front.keywords)


@cache
def oakfield() -> Policy:
    """Return Oakfield's policy, resolved: its nation, phase and choices."""
    found = checked_oakfield().policy
    assert found is not None, "\n".join(map(str, checked_oakfield().errors))
    return found


@cache
def checked_oakfield() -> Checked:
    """Return Oakfield's files, read and checked."""
    return check_school(Project(ROOT), SCHOOL, Theme(Calls.shapes()))


def step(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "text": f"Do {name}.", "by": "head", "log": "the log", **fields}


def response(name: str, *steps: dict[str, Any], **fields: Any) -> Response:
    given = {
        "title": name.capitalize(),
        "plain": "We talk.",
        "who": {"audience": "pupils"},
        "about": ["phone"],
        "discretion": "head",
        "fair": "Age.",
    }
    climbed = steps or (step(f"{name}-first", time=1),)
    return Response.model_validate({"id": name, **given, "steps": climbed, **fields})


def restriction(name: str, **fields: Any) -> Restriction:
    given = {
        "title": name.capitalize(),
        "text": f"About {name}.",
        "who": {"audience": "pupils"},
        "decided_by": "head",
        "review": "1 term",
        "at_most": {"school_days": 5},
        "log": "the log",
    }
    return Restriction.model_validate({"id": name, **given, **fields})
