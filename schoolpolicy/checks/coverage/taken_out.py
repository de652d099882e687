"""Requirements that a layer took out: they are asked all the same, and told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from schoolpolicy.model.source import Requirement
from schoolpolicy.reading.applies import Applies
from schoolpolicy.reading.words import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.model.policy import Policy
    from schoolpolicy.reading.merge import Removal

REQUIREMENTS = "requirements"


def taken_out(
    complete: Policy, removals: Iterable[Removal]
) -> Iterator[tuple[Requirement, Removal]]:
    """Yield the requirements that would bind the school, had a layer not removed them.

    Args:
        complete: the policy with all records.
        removals: what its layers took away.
    """
    applies = Applies.to(complete)
    citations = complete.subject("citations")
    for removal in removals:
        found = _as_it_was(complete, removal) if removal.subject == REQUIREMENTS else None
        if found is None or found.citation not in citations:
            continue
        if applies(found) and applies(citations[found.citation]):
            yield found, removal


def _as_it_was(complete: Policy, removal: Removal) -> Requirement | None:
    """Return a requirement as the layers below wrote it; None if it was not whole."""
    plain = removal.under.plain()
    if not isinstance(plain, dict):
        return None
    nation = complete.school.nation.value
    fields = {
        name: value[nation] if isinstance(value, dict) and nation in value else value
        for name, value in plain.items()
    }
    try:
        found = Requirement.model_validate(fields)
    except ValidationError:
        return None
    return found.model_copy(update={"text": fill(found.text, complete.words)})
