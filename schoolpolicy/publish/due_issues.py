"""What is due this month as issues of a repository: one for each role, kept up to date.

An issue is known again by a mark that readers do not see, so that running this twice changes
nothing. What people ticked stays ticked.
"""

from __future__ import annotations

import html
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import ConfigDict, TypeAdapter

from schoolpolicy.model.base import Shape
from schoolpolicy.model.vocabulary import Audience, Visibility
from schoolpolicy.publish.views.due import by_role, end_of_month, standing, who
from schoolpolicy.publish.views.phrases import day as day_words
from schoolpolicy.review.items import DueStatus
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.publish.views.due import RoleDue
    from schoolpolicy.review.items import DueItem
    from schoolpolicy.review.report import DueReport

LABEL = "due"
"""The label of all these issues."""
TOLD = (Audience.STAFF, Audience.GOVERNORS)
"""Whose roles get an issue: those who work in the school or govern it."""
_OPEN = "OPEN"
_LINE = re.compile(r"^- \[[xX]\] .*(<!-- \S+ \S+ -->)$", re.MULTILINE)
"""A line that somebody ticked, with the mark at its end."""


class Issue(Shape):
    """An issue as `gh issue list --json number,state,body` tells of it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    number: int
    state: str
    body: str


class Do(StrEnum):
    """What is done with one issue."""

    CREATE = "create"
    EDIT = "edit"
    REOPEN = "reopen"
    CLOSE = "close"


class Step(Shape):
    """One thing to do so that the issues say what is due."""

    do: Do
    number: int | None = None
    title: str
    label: str = LABEL
    body: str = ""


def read_issues(text: str) -> tuple[Issue, ...]:
    """Read the issues that are there already, as `gh` prints them.

    Raises:
        ValidationError: the text is something else.
    """
    return TypeAdapter(tuple[Issue, ...]).validate_json(text)


def issue_steps(report: DueReport, known: Iterable[Issue]) -> Iterator[Step]:
    """Yield what to do so that there is one open issue for each role that has something due.

    Args:
        report: what is due.
        known: the issues that are there, open and closed.
    """
    there = {mark: each for each in known if (mark := _mark_in(each.body, report.slug))}
    due = [each for each in by_role(_this_month(report)) if each.role.audience in TOLD]
    for each in due:
        mark = _mark(report.slug, each.role.id)
        yield from _step(report, each, mark, there.pop(mark, None))
    for left in there.values():
        if left.state == _OPEN:
            yield Step(do=Do.CLOSE, number=left.number, title="")


def _step(report: DueReport, due: RoleDue, mark: str, issue: Issue | None) -> Iterator[Step]:
    title, body = f"Due this month: {due.role.title}", _body(report, due, mark)
    if issue is None:
        yield Step(do=Do.CREATE, title=title, body=body)
        return
    now = issue.body.replace("\r\n", "\n")  # as browsers send what people write there
    ticked = set(_LINE.findall(now))
    body = "\n".join(_ticked(line, ticked) for line in body.split("\n"))
    # Whoever closed it has done what it says; it comes back when it says something else.
    if body.strip() != now.strip():
        do = Do.EDIT if issue.state == _OPEN else Do.REOPEN
        yield Step(do=do, number=issue.number, title=title, body=body)


def _ticked(line: str, ticked: set[str]) -> str:
    found = any(line.endswith(each) for each in ticked)
    return line.replace("- [ ]", "- [x]", 1) if found else line


def _this_month(report: DueReport) -> tuple[DueItem, ...]:
    last = end_of_month(report.day)
    return tuple(each for each in report.items if each.next.day <= last)


def _mark(slug: str, role: str) -> str:
    return f"<!-- schoolpolicy-due {slug} {role} -->"


def _mark_in(body: str, slug: str) -> str | None:
    found = re.search(rf"<!-- schoolpolicy-due {re.escape(slug)} [a-z0-9-]+ -->", body)
    return found[0] if found else None


def _body(report: DueReport, due: RoleDue, mark: str) -> str:
    month = f"{report.day:%B %Y}"
    lines = "\n".join(_line(report, each) for each in due.items)
    end = (
        "This is the plan. It is for everybody to see, so it does not say what was done."
        if report.audience is Visibility.PUBLIC
        else f"Write what was done into `schools/{report.slug}/evidence.yml`: it then goes from "
        "this list."
    )
    return (
        f"{mark}\n{_safe(report.school)}: what the {_safe(who(due.role))} does by the end of "
        f"{month}, as the online safety policy says.\n\n{lines}\n\n{end} "
        "Name no child here, nor anybody else.\n"
    )


def _line(report: DueReport, item: DueItem) -> str:
    last = end_of_month(report.day)
    days = [each for each in item.deadlines if each.day <= last]
    when = listed([day_words(each.day) for each in days])
    if item.status is DueStatus.OVERDUE:
        when = f"overdue since {day_words(item.next.day)}"
    elif any(each.about for each in days):
        when = f"about {when}"
    told = standing(item, report)
    more = f" ({_safe(told)})" if told else ""
    return f"- [ ] {when}: {_safe(item.title)}{more} <!-- {item.id} {report.day:%Y-%m} -->"


def _safe(text: str) -> str:
    """Return a text that shows as it is, and calls nobody by an @."""
    return html.escape(text, quote=False).replace("@", "&#64;")
