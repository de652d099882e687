"""From the files of a project to one school's resolved policy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.reading.applies import Applies, leave_open
from schoolpolicy.reading.by_command import write_anew
from schoolpolicy.reading.clocks import check_clocks
from schoolpolicy.reading.collector import without_collector
from schoolpolicy.reading.counterparts import stand_in
from schoolpolicy.reading.followed import follow_removals
from schoolpolicy.reading.gone import Gone
from schoolpolicy.reading.law import against_the_law
from schoolpolicy.reading.layers import read_stack
from schoolpolicy.reading.load import Loader
from schoolpolicy.reading.making import Made, make_policy
from schoolpolicy.reading.merge import Merged, add_layer
from schoolpolicy.reading.personal import personal_names
from schoolpolicy.reading.placed import (
    log_places,
    record_places,
    says_undecided,
    school_places,
)
from schoolpolicy.reading.project import Project, stray_files
from schoolpolicy.reading.restrict import restrict
from schoolpolicy.reading.shared import share, spell_out
from schoolpolicy.reading.slips import slips
from schoolpolicy.reading.stale import stale_wording
from schoolpolicy.reading.stops import lend_words
from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.today import today
from schoolpolicy.reading.tree import Mark, error

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.layer import Layer
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.merge import Change, Removal
    from schoolpolicy.reading.tree import Mapping


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
            begins = {each: (each.partition("-")[0],) for each in project.slugs()}
            hint = remedy(slug, begins, "Schools: {known}.", begins)
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
        ids: the ids of each subject, those in files that cannot be read too.
        gone: what is not there for a reason that is told elsewhere.
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
    ids: MappingType[str, Collection[str]] = field(default_factory=dict)
    gone: Gone = field(default_factory=lambda: Gone((), ()))

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
    with without_collector():
        return _resolved(project, slug, day or today())


def _resolved(project: Project, slug: str, day: dt.date) -> Resolution:
    loader = Loader()
    stack = read_stack(project, slug, loader)
    loader.read(stray_files(project))
    merged = Merged()
    for layer, trees in stack.trees.items():
        add_layer(merged, layer, spell_out(trees), SUBJECTS)
    gone = Gone((*merged.removals, *merged.parts_removed), loader.unsure)
    follow_removals(merged)
    findings = [
        *share(merged, loader.salvaged, gone),
        *lend_words(merged, gone),
        *merged.findings,
        *stale_wording(merged.changes),
        *against_the_law(merged.changes),
        *check_clocks(merged.records.get("times", {})),
        *personal_names(merged.records.get("posts", {}).values(), stack.school),
    ]
    lacking = tuple(_lacking(merged, loader))
    made = Made() if lacking else make_policy(merged, stack, loader, gone, slug=slug, day=day)
    if not loader.unread:  # else the reason has been told
        findings += lacking
    findings += (*loader.findings, *made.findings, *gone.findings())
    told = {(each.place.file, each.place.line, each.place.column) for each in findings}
    findings += slips(stack, loader.sources.items(), told)
    return Resolution(
        findings=tuple(write_anew(sorted(set(findings), key=lambda each: each.order))),
        complete=made.policy,
        places={
            **record_places(merged),
            **log_places(loader.logs),
            **(school_places(stack.school) if stack.school else {}),
        },
        layers=merged.layers,
        removals=tuple(merged.removals),
        changes=tuple(merged.changes),
        stack=tuple(stack.trees),
        school=stack.school,
        records=merged.records,
        bases=made.bases,
        files=tuple(loader.sources),
        leaves_open=says_undecided(loader.sources),
        ids=made.ids,
        gone=gone,
    )


def _lacking(merged: Merged, loader: Loader) -> Iterator[Finding]:
    """Yield the subjects without which every other file would be blamed."""
    for subject in ESSENTIAL:
        if not merged.records.get(subject) and not loader.salvaged:
            yield error(
                "read.nothing-of-subject",
                Mark(f"data/{subject}.yml", 1, 1),
                f"There are no {subject}: no file in data/ holds any.",
                "Bring the file back as it was.",
            )
