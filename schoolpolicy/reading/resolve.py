"""From the files of a project to one school's resolved policy."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from schoolpolicy.model.layer import Layer, Trust
from schoolpolicy.model.organisation import School
from schoolpolicy.model.policy import Policy
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.term import Term
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.applies import Applies, leave_open
from schoolpolicy.reading.choices import check_choices
from schoolpolicy.reading.clocks import check_clocks
from schoolpolicy.reading.counterparts import stand_in
from schoolpolicy.reading.dates import check_dates
from schoolpolicy.reading.departures import find_departures, plain_words
from schoolpolicy.reading.followed import follow_removals
from schoolpolicy.reading.gone import Gone
from schoolpolicy.reading.ids import collect_ids
from schoolpolicy.reading.known import Known
from schoolpolicy.reading.law import against_the_law
from schoolpolicy.reading.layers import Stack, read_stack
from schoolpolicy.reading.load import LOGS, Loader
from schoolpolicy.reading.merge import Change, Merged, Removal, add_layer, owner
from schoolpolicy.reading.messages import Explainer
from schoolpolicy.reading.past import check_past
from schoolpolicy.reading.personal import personal_names
from schoolpolicy.reading.placed import says_undecided, school_places
from schoolpolicy.reading.project import Project, stray_files
from schoolpolicy.reading.restrict import restrict
from schoolpolicy.reading.shared import share, spell_out
from schoolpolicy.reading.stale import stale_wording
from schoolpolicy.reading.stops import lend_words
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.terms import resolve_words, setting_of
from schoolpolicy.reading.tree import Mapping, Mark, error
from schoolpolicy.reading.words import WordFiller

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

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
        changes: what a layer changed, and why.
        stack: the layers, the model policy first.
        school: the school's file, laid over what its trust settles for every school.
        records: the records of all layers as they are written, by subject and id.
        bases: from a layer's folder, a subject and an id to the fingerprint of what the layer
            departed from, as it has noted it.
        files: the files that were read.
        leaves_open: True if something in a record says `undecided`.
    """

    findings: tuple[Finding, ...]
    complete: Policy | None
    places: MappingType[tuple[str, str], Place] = field(default_factory=dict)
    layers: MappingType[tuple[str, str], list[Layer]] = field(default_factory=dict)
    removals: tuple[Removal, ...] = ()
    changes: tuple[Change, ...] = ()
    stack: tuple[Layer, ...] = ()
    school: Mapping | None = None
    records: MappingType[str, MappingType[str, Mapping]] = field(default_factory=dict)
    bases: MappingType[tuple[str, str, str], str] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    leaves_open: bool = False

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
        applies = Applies.to(self.complete)
        return leave_open(restrict(stand_in(self.complete, applies), applies))


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
        self.stack = Stack()
        self.school: Mapping | None = None
        self.bases: dict[tuple[str, str, str], str] = {}

    def run(self) -> Resolution:
        merged = Merged()
        self.stack = read_stack(self.project, self.slug, self.loader)
        self.school = self.stack.school
        for layer, trees in self.stack.trees.items():
            add_layer(merged, layer, spell_out(trees), SUBJECTS)
        self.loader.read(stray_files(self.project))
        gone = Gone((*merged.removals, *merged.parts_removed), self.loader.unsure)
        follow_removals(merged)
        self.findings += share(merged, self.loader.salvaged, gone)
        self.findings += lend_words(merged, gone)
        self.findings += merged.findings
        self.findings += stale_wording(merged.changes)
        self.findings += against_the_law(merged.changes)
        self.findings += check_clocks(merged.records.get("times", {}))
        self.findings += personal_names(merged.records.get("posts", {}).values(), self.school)
        lacking = list(self._lacking(merged))
        if not self.loader.unread:  # else the reason has been told
            self.findings += lacking
        policy = None if lacking else self._policy(merged, gone)
        self.findings += gone.findings()
        return Resolution(
            findings=tuple(sorted(set(self.findings), key=lambda each: each.order)),
            complete=policy,
            places={**_places(merged), **(school_places(self.school) if self.school else {})},
            layers=merged.layers,
            removals=tuple(merged.removals),
            changes=tuple(merged.changes),
            stack=tuple(self.stack.trees),
            school=self.school,
            records=merged.records,
            bases=self.bases,
            files=tuple(self.loader.sources),
            leaves_open=says_undecided(self.loader.sources),
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
        setting = setting_of(self.school)
        plain_terms = [
            record
            for node in merged.records.get("terms", {}).values()
            if (record := self._record(node, "terms", Term, explainer, ids)) is not None
        ]
        words, findings = resolve_words(
            plain_terms,
            setting,
            self._given("terms"),
            self._given("also_says"),
            (self.school.text("name") if self.school else None) or "the school",
        )
        self.findings += findings
        explainer = Explainer(Known(ids, merged.records, words), gone)
        filler = WordFiller(words, setting.nation, self.loader.sources)
        quiet = WordFiller(words, setting.nation, {})  # says what is told already
        records: dict[str, list[Any]] = defaultdict(list)
        for subject, shape in SUBJECTS.items():
            for node in merged.records.get(subject, {}).values():
                filled = node if subject == "terms" else filler.fill(node)
                if isinstance(filled, Mapping):
                    record = self._record(filled, subject, shape, explainer, ids)
                    if record is not None:
                        records[subject].append(record)
        logged = self._logged(explainer, ids)
        self.bases = {
            (owner(self.stack.trees, entry.mark).folder, noted.subject, noted.id): noted.fingerprint
            for entry, noted in logged.pop("basis", ())
        }
        for subject, entries in logged.items():
            records[subject] = [record for _, record in entries]
        self.findings += filler.findings
        school = self._school(explainer, ids, merged)
        trust = self._trust(explainer, ids)
        if school is None:
            return None
        fields = {subject: tuple(found) for subject, found in records.items()}
        departures = find_departures(
            merged, self.stack.trees, self.bases, lambda node: plain_words(quiet.fill(node))
        )
        return Policy(
            slug=self.slug,
            school=school,
            trust=trust,
            words=words,
            day=self.day,
            departures=departures,
            **fields,
        )

    def _logged(
        self, explainer: Explainer, ids: MappingType[str, set[str]]
    ) -> dict[str, list[tuple[Mapping, Any]]]:
        """Return the entries of files that only grow, as written and as they were read."""
        found: dict[str, list[tuple[Mapping, Any]]] = {}
        for subject, logs in self.loader.logs.items():
            for log in logs:
                for entry in Mapping({subject: log}, {}, log.mark).records(subject):
                    record = self._record(entry, subject, LOGS[subject], explainer, ids)
                    if record is not None:
                        found.setdefault(subject, []).append((entry, record))
        return found

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

    def _trust(self, explainer: Explainer, ids: MappingType[str, set[str]]) -> Trust | None:
        if self.stack.trust is None:
            return None
        trust: Trust | None = self._record(self.stack.trust, "trust", Trust, explainer, ids)
        return trust

    def _given(self, field: str) -> Mapping | None:
        """Return a field of the school's file that holds fields of its own."""
        node = self.school.fields.get(field) if self.school else None
        return node if isinstance(node, Mapping) else None

    def _school(
        self, explainer: Explainer, ids: MappingType[str, set[str]], merged: Merged
    ) -> School | None:
        if self.school is None:
            return None
        school: School | None = self._record(self.school, "school", School, explainer, ids)
        if school is not None:
            self.findings += check_dates(school, self.school)
            # A day that was asked for may lie ahead or behind; what has happened has happened.
            today = max(self.day, dt.date.today())
            self.findings += check_past(school, self.school, today)
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
