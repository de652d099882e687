"""Which layers a school's policy has, and what its trust settles for every school."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schoolpolicy.model.layer import Layer, LayerKind
from schoolpolicy.reading.load import SCHOOL_FILE, TRUST_FILE, Loader
from schoolpolicy.reading.overlay import overlay
from schoolpolicy.reading.project import data_files, read_text
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Mark, Scalar, Sequence, error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.project import Project

EVERY_SCHOOL = "every_school"
"""The field of a trust that holds fields of its schools."""


@dataclass(frozen=True)
class Stack:
    """The layers of one school, read.

    Attributes:
        trees: the files of each layer, the model policy first.
        school: the school's own file, laid over what its trust settles for every school.
        trust: the file of its trust.
    """

    trees: MappingType[Layer, list[Mapping]] = field(default_factory=dict)
    school: Mapping | None = None
    trust: Mapping | None = None


def read_stack(project: Project, slug: str, loader: Loader) -> Stack:
    """Read the files of all layers of one school.

    Args:
        project: where the files are.
        slug: the school.
        loader: reads them, and takes what is wrong.
    """
    model = loader.read(data_files(project, project.data))
    own = loader.read(data_files(project, project.school(slug)))
    school = loader.owners.get(SCHOOL_FILE)
    loader.findings += _both(loader.owners.pop(TRUST_FILE, None))
    trust_name, wrong = _named_trust(project, school)
    loader.findings += wrong
    trees = {Layer(kind=LayerKind.MODEL, folder="data", name="the model policy"): model}
    trust = None
    if trust_name is not None:
        shared = loader.read(data_files(project, project.school(trust_name)))
        trust = loader.owners.get(TRUST_FILE)
        trees[_layer(project, LayerKind.TRUST, trust_name, trust)] = shared
    trees[_layer(project, LayerKind.SCHOOL, slug, school)] = own
    if school is not None and trust is not None:
        school, wrong = with_trust(school, trust)
        loader.findings += wrong
    return Stack(trees, school, trust)


def trust_of(project: Project, slug: str) -> str | None:
    """Return the folder of the trust that a school names, whether there is one or not."""
    loader = Loader()
    loader.read([read_text(project, project.school(slug) / SCHOOL_FILE)])
    school = loader.owners.get(SCHOOL_FILE)
    return school.text("trust") if school is not None else None


def _layer(project: Project, kind: LayerKind, slug: str, written: Mapping | None) -> Layer:
    name = (written.text("name") if written else None) or slug
    return Layer(kind=kind, folder=project.name(project.school(slug)), name=name)


def _both(trust: Mapping | None) -> Iterator[Finding]:
    if trust is not None:
        yield error(
            "read.misplaced",
            trust.mark,
            "This is the folder of a school, and cannot be that of a trust too.",
            f"Move {TRUST_FILE} to a folder of its own, and name that in {SCHOOL_FILE}.",
        )


def _named_trust(project: Project, school: Mapping | None) -> tuple[str | None, list[Finding]]:
    """Return the folder of the trust that a school names, and what is wrong with the name."""
    node = school.fields.get("trust") if school else None
    if not isinstance(node, Scalar) or node.value is None:
        return None, []
    name = str(node.value)
    known = project.trusts()
    if name in known:
        return name, []
    hint = remedy(name, known, "Trusts: {known}.")
    if not known:
        hint = f"Write schools/{name}/{TRUST_FILE}, or delete this line."
    problem = f'There is no trust "{name}": no file schools/{name}/{TRUST_FILE}.'
    return None, [error("read.unknown-trust", node.mark, problem, hint)]


def with_trust(school: Mapping, trust: Mapping | None) -> tuple[Mapping, list[Finding]]:
    """Return a school's file laid over what its trust settles, and what it may not settle."""
    every = trust.fields.get(EVERY_SCHOOL) if trust is not None else None
    if trust is None or not isinstance(every, Mapping):
        return school, []
    return overlay(every, school), list(_unlocked(school, trust, every))


def _unlocked(school: Mapping, trust: Mapping, every: Mapping) -> Iterator[Finding]:
    locked = trust.fields.get("locked")
    for node in locked.items if isinstance(locked, Sequence) else ():
        path = str(node.plain()).split(".")
        if _key(every, path) is None:
            yield error(
                "read.locked",
                node.mark,
                f'"{".".join(path)}" is locked, but not given under "{EVERY_SCHOOL}".',
                "Give it there, or delete this line.",
            )
            continue
        mark = _key(school, path)
        if mark is not None:
            yield error(
                "read.locked",
                mark,
                f'"{".".join(path)}" is settled for every school by {trust.text("name")} '
                f"({node.mark.file}, line {node.mark.line}).",
                f"Delete this line, or ask {trust.text('name')} to unlock it.",
            )


def _key(fields: Mapping, path: list[str]) -> Mark | None:
    """Return where a field with dots in its name is written; None if it is not."""
    for step in path[:-1]:
        inner = fields.fields.get(step)
        if not isinstance(inner, Mapping):
            return None
        fields = inner
    return fields.keys.get(path[-1])
