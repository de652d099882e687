"""Where each record is shown, so that every mention of it can lead there.

Addresses are relative to the page that holds them, because a site must work from a folder,
a USB stick or any path of a web server. A record's home is found from the pages themselves:

- a pattern page (`for_each`) is home to each record of its subject;
- a page that calls the macro listing a whole subject, without arguments, is home to all of
  its records, each at an anchor with the record's id;
- what is part of something else lives on the page of that: a duty on its role's page, a
  statement on the page of its section, a rule among the answers about its thing; else, or where
  the area asked for is `grids`, on the first grid that shows it.

A record without a home is not linked.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.publish.site.book import SitePage

LISTS = {
    "choices": "undecided_list",
    "citations": "citations",
    "contacts": "contacts",
    "glossary": "glossary",
    "reviews": "review_schedule",
    "risks": "risks",
    "responses": "responses",
    "restrictions": "responses",
    "requirements": "requirements",
    "training": "training_plan",
    "curriculum": "curriculum",
    "consents": "consent_form",
    "records": "records_kept",
    "documents": "linked_policies",
    "tools": "ai_tools",
    "posts": "who_does_what",
}
"""From a subject to the macro that lists all its records."""

GRIDS = "grids"
"""The area to ask for where the place of a rule in a grid is meant, not its answer."""

AREAS = {"incidents": "staff", "topics": "parents"}
"""Which area's page is meant where a subject has pages in several and none is asked for."""


class Links:
    """Finds the page and anchor of a record."""

    def __init__(
        self,
        policy: Policy,
        pages: Iterable[SitePage],
        rules: Mapping[str, str] | None = None,
        answers: Callable[[], Mapping[str, tuple[str, str]]] = dict,
    ) -> None:
        """Learn where everything is.

        Args:
            policy: whose records are linked.
            pages: the pages of the site.
            rules: for each rule, the grid that shows it first.
            answers: gives, for each rule, the thing whose page answers with it, and the
                anchor there; asked only when a rule is linked.
        """
        self._answers = answers
        self._folders: dict[str, dict[str, str]] = {}
        self._lists: dict[str, str] = {}
        for page in pages:
            subject = page.source.front.for_each
            if subject is not None:
                folder = PurePosixPath(page.path).parent.as_posix()
                self._folders.setdefault(subject, {}).setdefault(_area(page.path), folder)
            for name, macro in LISTS.items():
                if re.search(r"\{\{\s*" + macro + r"\(\)\s*\}\}", page.source.body):
                    self._lists.setdefault(name, _address(page.path))
        sections = {topic: each.id for each in policy.sections for topic in each.topics}
        self._inside = {
            "duties": {duty: ("roles", role.id) for duty, role in policy.duty_roles.items()},
            "statements": {
                each.id: ("sections", sections[each.topic])
                for each in policy.statements
                if each.topic in sections
            },
            "rules": {rule: ("grids", grid) for rule, grid in (rules or {}).items()},
        }

    def address(self, subject: str, identity: str, area: str | None = None) -> str | None:
        """Return a record's address from the top of the site; None if it has no home.

        Args:
            subject: the top-level key of its data.
            identity: its id.
            area: the part of the site preferred where it has several homes, such as `parents`.
        """
        if subject == "rules" and area != GRIDS and "things" in self._folders:
            thing, anchor = self._answers().get(identity, (None, None))
            if thing is not None:
                return f"{self.address('things', thing)}#{anchor}"
        if subject in self._inside:
            outer = self._inside[subject].get(identity)
            home = self.address(*outer) if outer else None
            prefix = "rule-" if subject == "rules" else ""
            return f"{home}#{prefix}{identity}" if home else None
        if subject in self._lists:
            return f"{self._lists[subject]}#{identity}"
        # An activity is a thing that rules are about, and has its page among those.
        folders = self._folders.get("things" if subject == "activities" else subject, {})
        wanted = area if area in folders else AREAS.get(subject)
        folder = folders.get(wanted or "", next(iter(folders.values()), None))
        return None if folder is None else posixpath.normpath(f"{folder}/{identity}.html")

    def relative(
        self, here: str, subject: str, identity: str, area: str | None = None
    ) -> str | None:
        """Return a record's address as seen from the page `here`."""
        target = self.address(subject, identity, area or _area(here))
        return None if target is None else between(here, target)

    def list_page(self, here: str, subject: str) -> str | None:
        """Return the way from the page `here` to the page that lists a whole subject."""
        return between(here, self._lists[subject]) if subject in self._lists else None


def between(here: str, target: str) -> str:
    """Return the way from one page to another, both named from the top of the site."""
    path, mark, anchor = target.partition("#")
    start = posixpath.dirname(here)
    if path == _address(here) and mark:
        return mark + anchor
    return posixpath.relpath(path, start or ".") + mark + anchor


def _area(path: str) -> str:
    return path.split("/", maxsplit=1)[0].removesuffix(".md")


def _address(path: str) -> str:
    return path.removesuffix(".md") + ".html"
