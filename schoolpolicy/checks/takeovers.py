"""Finds ladders of a school that answer in place of one of the model, perhaps unawares."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from schoolpolicy.checks.naming import is_own, named
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.vocabulary import Severity
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.ladders import Ladders
from schoolpolicy.rules.space import bits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from schoolpolicy.model.response import Response
    from schoolpolicy.rules.ladders import Covered


def check_takeovers(
    book: RuleBook,
    covered: Iterable[Covered],
    places: Mapping[tuple[str, str], Place],
    changed: Collection[tuple[str, str]],
) -> Iterator[Finding]:
    """Yield a note for each ladder of a school that takes things over from another.

    One for some people or some uses only, or about a thing of the school's own, is meant to.

    Args:
        book: the rules of the policy.
        covered: who and what each ladder answers for.
        places: where each record stands.
        changed: records of the model policy of which the school wrote a part only.
    """
    own = {
        each.id
        for each in book.policy.responses
        if is_own(places["responses", each.id]) and ("responses", each.id) not in changed
    }
    if not own:
        return
    others = tuple(each for each in book.policy.responses if each.id not in own)
    # Without rules, which play no part in it, such a book is made in no time.
    alone = book.policy.model_copy(update={"responses": others, "rules": ()})
    before = list(Ladders(RuleBook(alone, space=book.space)).covered())
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for now in covered:
        for mine in (each for each in now.responses if each.id in own and not each.functions):
            for then in before:
                uses = now.uses & then.uses
                if uses and now.people & then.people:
                    for theirs in then.responses:
                        if theirs not in now.responses and _as_many(book, mine, theirs):
                            found[mine.id, theirs.id] |= _things(book, mine, uses)
    for (mine_id, theirs_id), things in sorted(found.items()):
        taken = [each for each in book.space.things if each in things and _of_model(each, places)]
        if taken:
            yield Finding(
                code="responses.takes-over",
                severity=Severity.INFO,
                place=places["responses", mine_id],
                problem=f'The ladder "{mine_id}" takes over from "{theirs_id}" for {named(taken)}.',
                remedy=f"If that is not meant, take {'them' if taken[1:] else 'it'} out of "
                '"about".',
            )


def _as_many(book: RuleBook, mine: Response, theirs: Response) -> bool:
    """Return True if a ladder is for all those of the school for whom another one is."""
    present = book.people.together(book.people.present)
    return not book.people.bits(theirs.who) & present & ~book.people.bits(mine.who)


def _things(book: RuleBook, mine: Response, uses: int) -> set[str]:
    """Return the things under a ladder's `about` that some uses are of, or lie within."""
    lines = {book.space.uses[each].thing for each in bits(uses)}
    return {name for thing in lines for name in book.space.things.line(thing)} & set(mine.about)


def _of_model(thing: str, places: Mapping[tuple[str, str], Place]) -> bool:
    return not any(is_own(places[key]) for key in (("things", thing),) if key in places)
