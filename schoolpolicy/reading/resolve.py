"""From the files of a project to one school's resolved policy."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from schoolpolicy.model.organisation import Layer, LayerKind, School
from schoolpolicy.model.policy import Policy
from schoolpolicy.model.source import Citation
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.term import Term
from schoolpolicy.model.vocabulary import Nation, Phase, Severity
from schoolpolicy.reading.choices import check_choices
from schoolpolicy.reading.clocks import check_clocks
from schoolpolicy.reading.dates import check_dates
from schoolpolicy.reading.gone import Gone
from schoolpolicy.reading.ids import collect_ids
from schoolpolicy.reading.known import Known
from schoolpolicy.reading.law import against_the_law
from schoolpolicy.reading.load import LOGS, Loader
from schoolpolicy.reading.merge import Merged, Removal, add_layer
from schoolpolicy.reading.messages import Explainer
from schoolpolicy.reading.project import Project, data_files, stray_files
from schoolpolicy.reading.restrict import restrict
from schoolpolicy.reading.shared import share, spell_out
from schoolpolicy.reading.stale import stale_wording
from schoolpolicy.reading.stops import lend_words
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, Mark, error
from schoolpolicy.reading.words import WordFiller, resolve_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.base import Only, Record
    from schoolpolicy.model.finding import Finding, Place


ESSENTIAL = ("cohorts", "roles", "terms")


class NoSchoolError(LookupError):
    """Raised when there is no school of a given name."""

    def __init__(self, slug: str, project: Project) -> None:
        self.slug = slug
        folder = project.school(slug)
        if folder.is_dir():
            like = next((path.name for path in sorted(folder.glob("school*"))), None)
            hint = f'Rename "{like}" to "school.yml".' if like else "Copy one from another school."
            said = f"schools/{slug}/ has no school.yml."
        else:
            hint = remedy(slug, project.slugs(), "Schools: {known}.")
            said = f'There is no school "{slug}" in schools/.'
        super().__init__(f"{said} {hint}")


class PolicyError(Exception):
    """Raised when a policy has errors and something needs one without."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("\n".join(str(finding) for finding in findings))


@dataclass(frozen=True)
class Resolution:
    """What came of reading one school: its policy, and what is wrong with its files.

    Attributes:
        findings: sorted by file and line.
        complete: the policy with all records, for checks; None where something essential
            is missing.
        places: where each record stands, by subject and id.
        layers: which layers wrote each record.
        removals: what a layer took away, and why.
        files: the files that were read.
    """

    findings: tuple[Finding, ...]
    complete: Policy | None
    places: MappingType[tuple[str, str], Place] = field(default_factory=dict)
    layers: MappingType[tuple[str, str], list[Layer]] = field(default_factory=dict)
    removals: tuple[Removal, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    @property
    def policy(self) -> Policy:
        """The policy as it applies to the school: its nation, phase and choices.

        Raises:
            PolicyError: the files have errors.
        """
        if self.errors or self.complete is None:
            raise PolicyError(self.errors or self.findings)
        return restrict(self.complete, Applies(self.complete.school))


@dataclass(frozen=True)
class Applies:
    """Tells whether a record applies to a school; law and guidance only in its own nation."""

    school: School

    def __call__(self, record: Record) -> bool:
        """Return True if nation, phase and choices all fit."""
        if isinstance(record, Citation) and self.school.nation not in record.nations:
            return False
        return self.fits(record.only, self.school)

    @staticmethod
    def fits(only: Only, school: School) -> bool:
        """Return True if a condition holds for a school."""
        return (
            (not only.nations or school.nation in only.nations)
            and (not only.phases or school.phase in only.phases)
            and all(school.choices.get(key) == value for key, value in only.choices.items())
        )


def resolve(project: Project, slug: str, day: dt.date | None = None) -> Resolution:
    """Read the model policy and one school, and merge them.

    Args:
        project: where the files are.
        slug: the school's folder in `schools/`.
        day: the day for which the policy is wanted; today if none is given.

    Returns:
        The resolved policy, with all mistakes in all files.

    Raises:
        NoSchoolError: there is no such school.
    """
    if slug not in project.slugs():
        raise NoSchoolError(slug, project)
    return _Resolver(project, slug, day or dt.date.today()).run()


class _Resolver:
    """One run of reading; holds what the steps hand to each other."""

    def __init__(self, project: Project, slug: str, day: dt.date) -> None:
        self.project = project
        self.slug = slug
        self.day = day
        self.loader = Loader()
        self.findings = self.loader.findings
        self.school: Mapping | None = None

    def run(self) -> Resolution:
        merged = Merged()
        folder = self.project.school(self.slug)
        model = Layer(kind=LayerKind.MODEL, folder="data")
        own = Layer(kind=LayerKind.SCHOOL, folder=self.project.name(folder))
        for layer, where in ((model, self.project.data), (own, folder)):
            trees = self.loader.read(data_files(self.project, where))
            add_layer(merged, layer, spell_out(trees), SUBJECTS)
        self.school = self.loader.school
        self.loader.read(stray_files(self.project))
        gone = Gone(merged.removals, self.loader.unsure)
        self.findings += share(merged, self.loader.salvaged, gone)
        self.findings += lend_words(merged, gone)
        self.findings += merged.findings
        self.findings += stale_wording(merged.changes)
        self.findings += against_the_law(merged.changes)
        self.findings += check_clocks(merged.records.get("times", {}))
        lacking = list(self._lacking(merged))
        if not self.loader.unread:  # else the reason has been told
            self.findings += lacking
        policy = None if lacking else self._policy(merged, gone)
        self.findings += gone.findings()
        return Resolution(
            findings=tuple(sorted(set(self.findings), key=lambda each: each.order)),
            complete=policy,
            places=_places(merged),
            layers=merged.layers,
            removals=tuple(merged.removals),
            files=tuple(self.loader.sources),
        )

    def _lacking(self, merged: Merged) -> Iterator[Finding]:
        """Yield the subjects without which every other file would be blamed."""
        for subject in ESSENTIAL:
            if not merged.records.get(subject) and not self.loader.salvaged:
                yield error(
                    "read.nothing-of-subject",
                    Mark(f"data/{subject}.yml", 1, 1),
                    f"There are no {subject}: no file in data/ holds any.",
                    "Bring the file back as it was.",
                )

    def _policy(self, merged: Merged, gone: Gone) -> Policy | None:
        ids, twice = collect_ids(merged, self.loader.salvaged)
        self.findings += twice
        explainer = Explainer(Known(ids, merged.records, {}), gone)
        nation, phase = self._setting()
        plain_terms = [
            record
            for node in merged.records.get("terms", {}).values()
            if (record := self._record(node, "terms", Term, explainer, ids)) is not None
        ]
        chosen = self.school.fields.get("terms") if self.school else None
        words, findings = resolve_words(
            plain_terms,
            nation,
            phase,
            chosen if isinstance(chosen, Mapping) else None,
            (self.school.text("name") if self.school else None) or "the school",
        )
        self.findings += findings
        explainer = Explainer(Known(ids, merged.records, words), gone)
        filler = WordFiller(words, nation, self.loader.sources)
        records: dict[str, list[Any]] = defaultdict(list)
        for subject, shape in SUBJECTS.items():
            for node in merged.records.get(subject, {}).values():
                filled = node if subject == "terms" else filler.fill(node)
                if isinstance(filled, Mapping):
                    record = self._record(filled, subject, shape, explainer, ids)
                    if record is not None:
                        records[subject].append(record)
        for subject, log in self.loader.logs.items():
            entries = Mapping({subject: log}, {subject: log.mark}, log.mark).records(subject)
            for entry in entries:
                record = self._record(entry, subject, LOGS[subject], explainer, ids)
                if record is not None:
                    records[subject].append(record)
        self.findings += filler.findings
        school = self._school(explainer, ids, merged)
        if school is None:
            return None
        fields = {subject: tuple(found) for subject, found in records.items()}
        return Policy(slug=self.slug, school=school, words=words, day=self.day, **fields)

    def _record(
        self,
        node: Mapping,
        subject: str,
        shape: type[BaseModel],
        explainer: Explainer,
        ids: MappingType[str, set[str]],
    ) -> Any:
        try:
            return shape.model_validate(node.plain(), context={"ids": ids})
        except ValidationError as problem:
            self.findings += explainer.explain(problem, node, subject, shape)
            return None

    def _setting(self) -> tuple[Nation, Phase]:
        """Return nation and phase as far as they can be read; the school is checked later."""
        nation = self.school.text("nation") if self.school else None
        phase = self.school.text("phase") if self.school else None
        return (
            Nation(nation) if nation in set(Nation) else Nation.ENGLAND,
            Phase(phase) if phase in set(Phase) else Phase.PRIMARY,
        )

    def _school(
        self, explainer: Explainer, ids: MappingType[str, set[str]], merged: Merged
    ) -> School | None:
        if self.school is None:
            return None
        school: School | None = self._record(self.school, "school", School, explainer, ids)
        if school is not None:
            self.findings += check_dates(school, self.school)
        choices = self.school.fields.get("choices")
        if isinstance(choices, Mapping):
            self.findings += check_choices(choices, merged.records.get("choices", {}))
        return school


def _places(merged: Merged) -> dict[tuple[str, str], Place]:
    places = {
        (subject, identity): node.mark.place
        for subject, records in merged.records.items()
        for identity, node in records.items()
    }
    for role in merged.records.get("roles", {}).values():
        for duty in role.records("duties"):
            places["duties", duty.text("id") or ""] = duty.mark.place
    return places
