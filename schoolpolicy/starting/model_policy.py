"""What the model policy offers a new school to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from schoolpolicy.model.organisation import Cohort
from schoolpolicy.model.term import Choice, Term
from schoolpolicy.model.vocabulary import Audience, Nation, Phase, SchoolType
from schoolpolicy.reading.departures import plain_words
from schoolpolicy.reading.layers import EVERY_SCHOOL
from schoolpolicy.reading.load import TRUST_FILE, Loader
from schoolpolicy.reading.project import data_files, read_text
from schoolpolicy.reading.terms import Setting, resolve_words
from schoolpolicy.reading.tree import Mapping, Mark, Scalar
from schoolpolicy.reading.words import WordFiller

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.base import Record
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.project import Project

R = TypeVar("R", bound="Record")


NONE: MappingType[str, str] = MappingProxyType({})
ANYWHERE = Setting(Nation.ENGLAND, Phase.PRIMARY, SchoolType.MAINTAINED)
"""A setting for what is the same in all of them."""


class ModelPolicyError(Exception):
    """Raised when the model policy itself cannot be read; `findings` says why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)) or "The model policy cannot be read.")


@dataclass(frozen=True)
class ModelPolicy:
    """The words, the choices and the years of the model policy, and the trusts beside it."""

    terms: tuple[Term, ...]
    written: MappingType[str, tuple[Mapping, ...]]
    """The records of each other subject as they are written: their wording differs by nation."""
    trusts: MappingType[str, MappingType[str, str]]
    """For each trust or council of the project, by its folder, the fields that it settles for
    every school: with dots, and as they are written."""
    trust_names: MappingType[str, str]
    """What each trust or council is called, by its folder."""

    def years(self) -> tuple[str, ...]:
        """Return the ids of the innermost years, the youngest first; they are those everywhere."""
        cohorts = self._records("cohorts", Cohort, ANYWHERE)
        outer = {each.within for each in cohorts}
        return tuple(
            each.id
            for each in cohorts
            if each.audience is Audience.PUPILS and each.kind == "year" and each.id not in outer
        )

    def choices_for(
        self, setting: Setting, chosen: MappingType[str, str] = NONE
    ) -> tuple[Choice, ...]:
        """Return the choices that a school of this kind has to make, in the words it chose."""
        return tuple(
            each
            for each in self._records("choices", Choice, setting, chosen)
            if (not each.only.nations or setting.nation in each.only.nations)
            and (not each.only.phases or setting.phase in each.only.phases)
            and (not each.only.types or setting.type in each.only.types)
        )

    def words(self, setting: Setting, chosen: MappingType[str, str] = NONE) -> dict[str, str]:
        """Return what each placeholder stands for at a school that chose some words, by term."""
        here = Mark("answers", 1, 1)
        words = {key: Scalar(word, here) for key, word in chosen.items()}
        terms = Mapping({**words}, dict.fromkeys(chosen, here), here)
        return resolve_words(self.terms, setting, terms, None, "the school")[0]

    def role_titles(self, setting: Setting, chosen: MappingType[str, str]) -> dict[str, str]:
        """Return what each role is called at a school.

        Args:
            setting: what kind of school it is.
            chosen: the words that it chose, by term.
        """
        filler = WordFiller(self.words(setting, chosen), setting.nation, {})
        return {
            node.text("id") or "": str(filler.fill(node.fields["title"]).plain())
            for node in self.written["roles"]
        }

    def _records(
        self, subject: str, shape: type[R], setting: Setting, chosen: MappingType[str, str] = NONE
    ) -> tuple[R, ...]:
        """Return the records of a subject in the words of a school of this kind."""
        filler = WordFiller(self.words(setting, chosen), setting.nation, {})
        return tuple(
            shape.model_validate(filler.fill(node).plain()) for node in self.written[subject]
        )


def read_model_policy(project: Project) -> ModelPolicy:
    """Read what a new school chooses from.

    Raises:
        ModelPolicyError: a file of the model policy has a mistake.
    """
    loader = Loader()
    trees = loader.read(data_files(project, project.data))
    if loader.findings:
        raise ModelPolicyError(loader.findings)
    try:
        return ModelPolicy(
            terms=tuple(
                Term.model_validate(node.plain())
                for tree in trees
                for node in tree.records("terms")
            ),
            written={
                subject: tuple(node for tree in trees for node in tree.records(subject))
                for subject in ("choices", "cohorts", "roles")
            },
            trusts={slug: dict(_settled(project, slug)) for slug in project.trusts()},
            trust_names={slug: _name(project, slug) for slug in project.trusts()},
        )
    except ValidationError as problem:
        raise ModelPolicyError(()) from problem


def _trust(project: Project, slug: str) -> Mapping | None:
    """Return the file of a trust, if it can be read."""
    loader = Loader()
    loader.read([read_text(project, project.school(slug) / TRUST_FILE)])
    return loader.owners.get(TRUST_FILE)


def _name(project: Project, slug: str) -> str:
    trust = _trust(project, slug)
    return (trust.text("name") if trust is not None else None) or slug


def _settled(project: Project, slug: str) -> Iterator[tuple[str, str]]:
    trust = _trust(project, slug)
    every = trust.fields.get(EVERY_SCHOOL) if trust is not None else None
    if isinstance(every, Mapping):
        for key, node in every.fields.items():
            yield key, plain_words(node)
            if isinstance(node, Mapping):
                yield from (
                    (f"{key}.{each}", plain_words(node.fields[each])) for each in node.fields
                )
