"""Finds the name of another school of the project in a school's texts.

A policy that was copied keeps the name of whoever it was copied from. A school may well name the
other schools of its own trust or council, so these are passed over. Only names that the project
knows can be found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.load import SCHOOL_FILE, TRUST_FILE
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.project import read_text
from schoolpolicy.reading.tree import Mapping, NotReadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schoolpolicy.checks.text.prose import Prose
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.project import Project

_OWN_LINES = re.compile(r"^(?:name|trust):.*$", re.MULTILINE)
"""All that is read of a school's file: the rest is no concern of another school."""


def check_other_school(project: Project, policy: Policy, prose: Prose) -> Iterator[Finding]:
    """Yield a warning for each text that names another school, trust or council."""
    names = _others(project, policy)
    if not names:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    for written in prose.holding(each.lower() for each in names):
        for match in pattern.finditer(written.text):
            yield Finding(
                code="text.other-school",
                severity=Severity.WARNING,
                place=prose.spot(written, match.start(), match.end()),
                problem=f'{written.begins} names "{match[0]}", which is another school.',
                remedy=f'Did you mean "{policy.school.name}"?',
            )


def _others(project: Project, policy: Policy) -> list[str]:
    """Return the names of all schools and trusts that have nothing to do with this school."""
    trust = policy.school.trust
    told = f"{policy.school.name}\n{policy.school.short_name or ''}"
    files = [
        *(project.school(each) / TRUST_FILE for each in project.trusts() if each != trust),
        *(project.school(each) / SCHOOL_FILE for each in project.slugs() if each != policy.slug),
    ]
    owners = [owner for path in files if (owner := _owner(project, path)) is not None]
    apart = [each for each in owners if trust is None or each.text("trust") != trust]
    found = {name for each in apart if (name := each.text("name")) and name not in told}
    return sorted(found, key=lambda each: (-len(each), each))


def _owner(project: Project, path: Path) -> Mapping | None:
    """Return the lines of a school's or trust's file that give its name and its trust."""
    text = read_text(project, path).text
    try:
        node, _ = read_tree("\n".join(_OWN_LINES.findall(text)), project.name(path))
    except NotReadableError:
        return None
    return node if isinstance(node, Mapping) else None
