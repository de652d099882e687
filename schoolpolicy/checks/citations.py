"""Whether a policy names law and guidance that holds: in its words, and as its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.checks.outdated import Hit, Outdated
from schoolpolicy.checks.warning import information, warning
from schoolpolicy.model.role import Duty
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.source import Citation
from schoolpolicy.model.statement import Statement
from schoolpolicy.model.subjects import SUBJECTS
from schoolpolicy.model.superseded import Ending
from schoolpolicy.model.vocabulary import Status, Sureness
from schoolpolicy.reading.restrict import fields_of, inner_records
from schoolpolicy.reading.values import singular
from schoolpolicy.review.rhythm import months_after
from schoolpolicy.rules.editions import Editions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.checks.written import Writings, Written
    from schoolpolicy.model.base import Record
    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy
    from schoolpolicy.model.superseded import Superseded

    Places = Mapping[tuple[str, str], Place]

_ABOUT_THE_PAST = frozenset({"doubt", "issued", "publisher", "replaces", "short", "title"})
"""Fields of a citation that tell what it is and what was there before it."""
_WATCHING = frozenset({"citations", "markers", "requirements", "superseded"})
"""Subjects that name law and guidance whether it holds or not."""
_NOTICE = (
    "not yet",
    "not law",
    "were not law",
    "announced",
    "planned",
    "expected",
    "in force from",
)
"""Words by which a text says itself that something is still to come."""
MODEL = "data/"
"""The folder of the model policy, which no school changes for itself."""
_CHECKED_EVERY = 12
"""After how many months somebody looks again whether law and guidance hold."""
_OVER = {
    Status.REPEALED: "was repealed",
    Status.WITHDRAWN: "was withdrawn",
    Status.SUPERSEDED: "was replaced",
}


def check_citations(policy: Policy, writings: Writings) -> Iterator[Finding]:
    """Yield a finding for each text that names what no longer holds."""
    editions = Editions(policy)
    in_force = {each.id for each in policy.citations if editions.in_force(each)}
    outdated = Outdated(policy.superseded, policy.school.nation, in_force)
    written = [
        each
        for each in (*writings.of_records(without=("terms",)), *writings.of_pages())
        if not _tells_of_the_past(each)
    ]
    seen: set[tuple[int, str]] = set()
    for number, hit in outdated.hits_in([each.text for each in written]):
        if (number, hit.record.id) not in seen:  # once for each text will do
            seen.add((number, hit.record.id))
            place = writings.spot(written[number], hit.start, hit.end)
            yield _named(policy, written[number], hit, place)


def check_sources(policy: Policy, places: Places) -> Iterator[Finding]:
    """Yield a finding for each source that holds no longer or not yet, or was not checked."""
    editions = Editions(policy)
    of_model: dict[str, int] = {}
    for naming in _namings(policy):
        named = [editions.citations[each] for each in naming.names]
        for citation in named:
            if editions.begun(citation) and not editions.in_force(citation):
                if naming.place(places).file.startswith(MODEL):
                    of_model[citation.id] = of_model.get(citation.id, 0) + 1
                else:
                    yield _no_longer(naming, citation, editions.successor(citation), places)
        if named and not any(map(editions.begun, named)) and _binds(naming.record, policy):
            yield _not_yet(naming, named, places)
    for identity, count in of_model.items():
        yield _in_the_model(editions.citations[identity], count, editions, places)
    for citation in policy.citations:
        yield from _kept_up(citation, policy.day, places["citations", citation.id])


def _kept_up(citation: Citation, day: dt.date, place: Place) -> Iterator[Finding]:
    """Yield a finding for a citation that was not looked at again, or hides a doubt."""
    if citation.checked_on < months_after(day, -_CHECKED_EVERY):
        yield information(
            "citations.unchecked",
            place,
            f'The citation "{citation.id}" was last checked on '
            f"{citation.checked_on:%-d %B %Y}, more than {_CHECKED_EVERY} months ago.",
            'See whether it still holds, and write the day under "checked_on".',
        )
    if citation.sure is not Sureness.HIGH and citation.doubt is None:
        yield warning(
            "citations.no-doubt",
            place,
            f'The citation "{citation.id}" is "sure: {citation.sure}", but does not say why.',
            'Say what is not certain under "doubt", or write "sure: high".',
        )


class _Naming(NamedTuple):
    """A field of a record, or of a part of one, that names law and guidance.

    Attributes:
        subject: the subject of the record that it is in.
        outer: the id of that record.
        record: the record or the part of it.
        field: the name of the field.
        names: the ids of what it names.
    """

    subject: str
    outer: str
    record: Record
    field: str
    names: tuple[str, ...]

    @property
    def words(self) -> str:
        """What names it, as a sentence begins: `The statement "a"`."""
        if isinstance(self.record, Duty):
            return f'The duty "{self.record.id}"'
        inside = f', at "{self.record.id}",' if self.record.id != self.outer else ""
        return f'The {singular(self.subject)} "{self.outer}"{inside}'

    def place(self, places: Places) -> Place:
        """Return where it stands."""
        if isinstance(self.record, Duty):
            return places["duties", self.record.id]
        return places[self.subject, self.outer]


def _namings(policy: Policy) -> Iterator[_Naming]:
    for subject in SUBJECTS:
        for outer in getattr(policy, subject) if subject not in _WATCHING else ():
            for record in inner_records(outer):
                for field in fields_of(type(record)):
                    if field.subject == "citations":
                        value = getattr(record, field.name) or ()
                        names = value if field.many or not value else (value,)
                        yield _Naming(subject, outer.id, record, field.name, names)


def _tells_of_the_past(written: Written) -> bool:
    """Return True if a text is that of a citation that tells what it is or what it replaced."""
    said = written.said
    return said is not None and said.subject == "citations" and said.field in _ABOUT_THE_PAST


def _named(policy: Policy, written: Written, hit: Hit, place: Place) -> Finding:
    record = hit.record
    when = "a newer edition is on the way" if hit.holds else record.when
    problem = f'{written.begins} says "{hit.said}" ({record.title}: {when}).'
    remedy = record.use + _cited(policy, record)
    if record.ended is Ending.PART_REPEALED:
        return information("citations.part-repealed", place, problem, remedy)
    if record.ended is Ending.DATED_TERM:
        return warning("citations.dated-term", place, problem, remedy)
    if hit.holds:
        return information("citations.superseded", place, problem, remedy)
    return warning("citations.superseded", place, problem, remedy)


def _cited(policy: Policy, record: Superseded) -> str:
    """Return how the policy's own list of law and guidance calls what took its place."""
    new = policy.subject("citations").get(record.citation or "")
    if not isinstance(new, Citation) or not Editions(policy).in_force(new):
        return ""
    return f' Its source is "{new.id}": {new.short or new.title}.'


def _no_longer(
    naming: _Naming, citation: Citation, successor: Citation | None, places: Places
) -> Finding:
    how = _OVER.get(citation.status, "was replaced")
    if successor is not None and successor.in_force_from is not None:
        how += f" on {successor.in_force_from:%-d %B %Y}"
    instead = "Name what holds today, or delete it from the list."
    return warning(
        "citations.not-in-force",
        naming.place(places),
        f'{naming.words} names "{citation.id}" under "{naming.field}", which {how}.',
        f'Did you mean "{successor.id}"?' if successor is not None else instead,
    )


def _in_the_model(citation: Citation, count: int, editions: Editions, places: Places) -> Finding:
    """Return one finding for all that the model policy still names: no school can mend it."""
    new = editions.successor(citation)
    by = f" by {new.short or new.title}" if new is not None else ""
    texts = "1 text" if count == 1 else f"{count} texts"
    return information(
        "citations.model-behind",
        places["citations", citation.id],
        f'"{citation.id}" was replaced{by}, and {texts} of the model policy still '
        f"{'names' if count == 1 else 'name'} it as the source.",
        f'"schoolpolicy explain {citation.id}" lists them. Who keeps the model policy looks at '
        "each; until then, look at those that matter to you.",
    )


def _not_yet(naming: _Naming, named: Iterable[Citation], places: Places) -> Finding:
    what = ", ".join(f'"{each.id}"' for each in named)
    return warning(
        "citations.not-yet",
        naming.place(places),
        f"{naming.words} stands on {what} alone, and that is not in force yet.",
        "Say in the text that it is still to come, name what asks for it today under "
        f'"{naming.field}", or delete the source if the school wants it in any case.',
    )


def _binds(record: Record, policy: Policy) -> bool:
    """Return True if a record tells people what holds today, and does not say itself otherwise."""
    if isinstance(record, Rule):
        later = record.effective_from is not None and record.effective_from > policy.day
        return not later and not _is_notice(record.because)
    return isinstance(record, Statement | Duty) and not _is_notice(record.text)


def _is_notice(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in _NOTICE)
