"""Reading the files of one layer into trees, and saying what cannot be read."""

from __future__ import annotations

import re
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.layer import Basis
from schoolpolicy.model.review import Approval, Evidence
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.parse import read_tree
from schoolpolicy.reading.suggest import nearest, remedy
from schoolpolicy.reading.tree import Mapping, Mark, Node, NotReadableError, Scalar, Sequence, error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as MappingType

    from pydantic import BaseModel

    from schoolpolicy.reading.project import Found

SCHOOL_FILE = "school.yml"
TRUST_FILE = "trust.yml"
OWNER_FILES = (SCHOOL_FILE, TRUST_FILE)
"""The files that say whose folder it is; they hold one group of fields, not records."""
OWNER_DEPTH = 2
"""How many folders the file of a school or a trust lies in: `schools/NAME/`."""
LOGS: MappingType[str, type[BaseModel]] = MappingProxyType(
    {"approvals": Approval, "basis": Basis, "evidence": Evidence}
)
"""Files of a school that only ever grow: their entries have no ids and are not merged."""

_KEYS = re.compile(r"^([a-z]+)\s*:", re.MULTILINE)
"""The names with which the lines of a file begin, for a file that cannot be read."""


class Loader:
    """Reads files, and keeps what is not a record: the school, its logs, and the findings.

    Attributes:
        findings: what is wrong with the files so far.
        sources: the text of each file that could be read.
        unread: True if a file could not even be opened as text.
        salvaged: ids that stand in files which cannot be read, so that other files are not
            blamed for naming them.
        unsure: subjects of which some records could not be read: the same holds for these.
        logs: the files that only grow, of all layers.
        owners: the file of the school and that of its trust, by name.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.sources: dict[str, str] = {}
        self.salvaged: set[str] = set()
        self.unsure: set[str] = set()
        self.unread = False
        self.logs: dict[str, list[Node]] = {}
        self.owners: dict[str, Mapping] = {}

    def read(self, files: Iterable[Found]) -> list[Mapping]:
        """Read the files of one layer; those that cannot be read are left out."""
        return [tree for found in files if (tree := self._tree(found)) is not None]

    def _tree(self, found: Found) -> Mapping | None:
        if found.problem:
            self.findings.append(found.problem)
            self.unread = True
            return None
        self.sources[found.file] = found.text
        start = Mark(found.file, 1, 1)
        try:
            node, findings = read_tree(found.text, found.file)
        except NotReadableError as problem:
            self.findings.append(problem.finding)
            self.salvaged |= set(re.findall(r"\bid:\s*[\"']?([a-z0-9-]+)", found.text))
            self.unsure |= {found.path.stem, *_KEYS.findall(found.text)}
            return None
        self.findings += findings
        of_owner = found.path.name in OWNER_FILES
        if node is None or (isinstance(node, Scalar) and node.value is None):
            hint = 'Begin with "name: ...".' if of_owner else "Fill it or delete it."
            if found.path.stem in LOGS:
                self.findings.append(_no_entries(start))
                return None
            self.unsure.add(found.path.stem)
            self.findings.append(error("read.empty-file", start, "This file is empty.", hint))
            return None
        owner = found.path.stem
        if of_owner and found.file.count("/") != OWNER_DEPTH:
            self.findings.append(
                error(
                    "read.misplaced",
                    start,
                    f"This file does not lie where the file of a {owner} does.",
                    f"Move it to schools/NAME/{owner}.yml, or delete it.",
                )
            )
            return None
        if of_owner and not isinstance(node, Mapping):
            self.findings.append(
                error(
                    "read.no-subject",
                    node.mark,
                    f"This file does not begin with a field of the {owner}.",
                    'Begin with a line such as "name: Hill School".',
                )
            )
            return None
        if not isinstance(node, Mapping):
            self.unsure.add(found.path.stem)
            self.findings.append(
                error(
                    "read.no-subject",
                    node.mark,
                    "This file does not begin with the name of its subject.",
                    'Begin with a line such as "roles:" and indent the rest below it.',
                )
            )
            return None
        if of_owner:
            self.owners[found.path.name] = node
            return None
        return self._known_subjects(node)

    def _known_subjects(self, tree: Mapping) -> Mapping:
        known = (*SUBJECTS, *LOGS)
        subject = next((key for key in tree.fields if key in known), None)
        if subject and "id" in tree.fields:
            self.unsure.add(subject)
            self.findings.append(
                error(
                    "read.not-indented",
                    tree.keys["id"],
                    f'This record does not lie within "{subject}".',
                    'Begin it with "- id: ..." and indent the lines below it by two spaces.',
                )
            )
            return tree
        stem = PurePath(tree.mark.file).stem
        if (
            subject is None
            and stem in known
            and not any(nearest(each, known) for each in tree.keys)
        ):
            self.unsure.add(stem)
            first = next(iter(tree.fields))
            self.findings.append(
                error(
                    "read.no-subject",
                    tree.keys[first],
                    f'"{first}" is not the name of a subject, with which a file begins.',
                    f'Begin with a line "{stem}:", and write "- id: {first}" below it.',
                )
            )
            return tree
        for key, node in tree.fields.items():
            if key not in known:
                self.unsure |= {nearest(key, known) or "", PurePath(tree.mark.file).stem}
                self.findings.append(
                    error(
                        "read.unknown-subject",
                        tree.keys[key],
                        f'"{key}" is not a subject of the policy.',
                        remedy(key, known, "The subjects are: {known}."),
                    )
                )
            elif isinstance(node, (Mapping, Scalar)):
                self.unsure.add(key)
                self.findings.append(
                    error(
                        "read.wrong-type",
                        node.mark,
                        f'"{key}" should be a list.',
                        "Begin each record with a hyphen.",
                    )
                )
            else:
                odd = list(_no_records(key, node))
                self.unsure |= {key} if odd else set()
                self.findings += odd
                if key in LOGS:
                    self.logs.setdefault(key, []).append(node)
        return tree


def _no_entries(start: Mark) -> Finding:
    """Tell of a file of entries that has none yet: a school may make it before there are any."""
    return Finding(
        code="read.empty-file",
        severity=Severity.INFO,
        place=start.place,
        problem="This file has no entries yet.",
        remedy="Add one when there is something to write down.",
    )


def _no_records(key: str, node: Sequence) -> Iterator[Finding]:
    """Yield what is wrong with entries that are no records, and would be passed over."""
    for item in node.items:
        if not isinstance(item, Mapping):
            yield error(
                "read.no-record",
                item.mark,
                f'This entry of "{key}" has no fields.',
                'Write "- id: ..." and the other fields below it, indented by two spaces.',
            )
