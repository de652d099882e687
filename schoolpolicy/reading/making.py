"""From the merged records of all layers to the policy of one school."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from schoolpolicy.model.layer import Trust
from schoolpolicy.model.organisation import School
from schoolpolicy.model.policy import Policy
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.term import Term
from schoolpolicy.reading.choices import check_choices, understood
from schoolpolicy.reading.dates import check_dates
from schoolpolicy.reading.departures import find_departures, plain_words
from schoolpolicy.reading.ids import collect_ids
from schoolpolicy.reading.known import Known
from schoolpolicy.reading.load import LOGS
from schoolpolicy.reading.merge import owner
from schoolpolicy.reading.messages import Explainer
from schoolpolicy.reading.past import check_past
from schoolpolicy.reading.term_dates import check_term_dates
from schoolpolicy.reading.terms import resolve_words, setting_of
from schoolpolicy.reading.today import today
from schoolpolicy.reading.tree import Mapping
from schoolpolicy.reading.words import WordFiller

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.gone import Gone
    from schoolpolicy.reading.layers import Stack
    from schoolpolicy.reading.load import Loader
    from schoolpolicy.reading.merge import Merged
    from schoolpolicy.reading.tree import Node

S = TypeVar("S", bound=BaseModel)


@dataclass(frozen=True)
class Made:
    """What came of making a policy.

    Attributes:
        policy: with all records that are right; None where the school's own file is not.
        findings: what is wrong with the records, in no order.
        ids: the ids of each subject, those in files that cannot be read too.
        bases: from a layer's folder, a subject and an id to the fingerprint of what the layer
            departed from, as it has noted it.
    """

    policy: Policy | None = None
    findings: tuple[Finding, ...] = ()
    bases: MappingType[tuple[str, str, str], str] = field(default_factory=dict)
    ids: MappingType[str, Collection[str]] = field(default_factory=dict)


def make_policy(
    merged: Merged, stack: Stack, loader: Loader, gone: Gone, *, slug: str, day: dt.date
) -> Made:
    """Check the records against their shapes, fill in the school's words, and put all together.

    Args:
        merged: the records of all layers.
        stack: the layers, with the files of the school and of its trust.
        loader: has read them.
        gone: what is not there for a reason that is told elsewhere.
        slug: the school's folder.
        day: the day for which the policy is wanted.
    """
    ids, twice = collect_ids(merged, loader.salvaged)
    bare = _Records(ids, Explainer(Known(ids, merged.records, {}), gone))
    terms = tuple(_terms(bare, merged, gone))
    setting = setting_of(stack.school)
    words, unknown_words = resolve_words(
        terms,
        setting,
        _given(stack.school, "terms"),
        _given(stack.school, "also_says"),
        (stack.school.text("name") if stack.school else None) or "the school",
    )
    reader = _Records(ids, Explainer(Known(ids, merged.records, words), gone))
    filler = WordFiller(words, setting.nation, loader.sources, gone)
    records: dict[str, tuple[Any, ...]] = {"terms": terms}
    for subject in SUBJECTS.keys() - records.keys():
        filled = map(filler.fill, merged.records.get(subject, {}).values())
        records[subject] = tuple(reader.read_all(filled, subject, SUBJECTS[subject]))
    logged = _logged(reader, loader, filler)
    bases = {
        (owner(stack.trees, entry.mark).folder, noted.subject, noted.id): noted.fingerprint
        for entry, noted in logged.pop("basis", ())
    }
    for subject, entries in logged.items():
        records[subject] = tuple(record for _, record in entries)
    own = understood(stack.school, merged.records.get("choices", {})) if stack.school else None
    own = _filled(filler, own)
    school = reader.read(own, "school", School) if own else None
    trust = reader.read(stack.trust, "trust", Trust) if stack.trust else None
    findings = [*twice, *unknown_words, *bare.findings, *reader.findings, *filler.findings]
    if own is not None:
        findings += _wrong_with_school(own, school, merged, day)
    if school is None:
        return Made(None, tuple(findings), bases, ids)
    quiet = WordFiller(words, setting.nation, {})  # says what is told already
    departures = find_departures(merged, bases, lambda node: plain_words(quiet.fill(node)))
    policy = Policy(
        slug=slug,
        school=school,
        trust=trust,
        words=words,
        day=day,
        departures=departures,
        **records,
    )
    return Made(policy, tuple(findings), bases, ids)


def _filled(filler: WordFiller, school: Mapping | None) -> Mapping | None:
    """Return the file of a school with its words filled in."""
    filled = filler.fill(school) if school is not None else None
    return filled if isinstance(filled, Mapping) else None


class _Records:
    """Reads trees as records of their shapes, and collects what is wrong with them."""

    def __init__(self, ids: MappingType[str, set[str]], explainer: Explainer) -> None:
        self.findings: list[Finding] = []
        self._context = {"ids": ids}
        self._explainer = explainer

    def read(self, node: Mapping, subject: str, shape: type[S]) -> S | None:
        """Return a record; None if it is wrong."""
        try:
            return shape.model_validate(node.plain(), context=self._context)
        except ValidationError as problem:
            self.findings += self._explainer.explain(problem, node, subject, shape)
            return None

    def read_all(self, nodes: Iterable[Node], subject: str, shape: type[S]) -> Iterator[S]:
        """Yield those records of a subject that are right."""
        for node in nodes:
            record = self.read(node, subject, shape) if isinstance(node, Mapping) else None
            if record is not None:
                yield record


def _terms(reader: _Records, merged: Merged, gone: Gone) -> Iterator[Term]:
    """Yield the terms; one that a layer spoilt as it was below, since all texts are full of it."""
    for node in merged.records.get("terms", {}).values():
        term = reader.read(node, "terms", Term) or _below(node, merged)
        if term is not None:
            yield term
        else:
            gone.lose_words(node)


def _below(term: Mapping, merged: Merged) -> Term | None:
    """Return the latest version of a term that is right, if an earlier layer has one."""
    for change in reversed(merged.changes):
        if change.subject == "terms" and change.over.text("id") == term.text("id"):
            try:
                return Term.model_validate(change.under.plain())
            except ValidationError:
                continue
    return None


def _given(school: Mapping | None, field: str) -> Mapping | None:
    """Return a field of the school's file that holds fields of its own."""
    node = school.fields.get(field) if school else None
    return node if isinstance(node, Mapping) else None


def _logged(
    reader: _Records, loader: Loader, filler: WordFiller
) -> dict[str, list[tuple[Mapping, Any]]]:
    """Return the entries of files that only grow, as written and as they were read."""
    found: dict[str, list[tuple[Mapping, Any]]] = defaultdict(list)
    for subject, logs in loader.logs.items():
        for log in logs:
            for entry in Mapping({subject: log}, {}, log.mark).records(subject):
                for record in reader.read_all([filler.fill(entry)], subject, LOGS[subject]):
                    found[subject].append((entry, record))
    return found


def _wrong_with_school(
    written: Mapping, school: School | None, merged: Merged, day: dt.date
) -> Iterator[Finding]:
    """Yield what is wrong with a school's choices, and with its dates where they can be read."""
    if school is not None:
        yield from check_dates(school, written)
        yield from check_term_dates(school, written)
        # A day that was asked for may lie ahead or behind; what has happened has happened.
        yield from check_past(school, written, max(day, today()))
    choices = _given(written, "choices")
    if choices is not None:
        yield from check_choices(choices, merged.records.get("choices", {}))
