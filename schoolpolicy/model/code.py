"""What each kind of finding means: its code, how serious it is, why it matters, and an example."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from schoolpolicy.model.base import Shape
from schoolpolicy.model.vocabulary import Severity

CODE_PATTERN = r"^[a-z]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$"


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Severities = Annotated[
    tuple[Severity, ...], BeforeValidator(_listed), Field(min_length=1, max_length=3)
]
"""How serious a finding can be: one word, or a list, with what it is most often first."""
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Example = Annotated[str, StringConstraints(min_length=1)]


class FindingCode(Shape):
    """One kind of finding, as the reference tells of it."""

    code: Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
    """`family.what-is-wrong`. Once given, it never changes: schools write it into their files."""
    severity: Severities
    may_change: bool
    """True where a school may make it stricter or milder, with a reason."""
    finds: Sentence
    """What it finds, in one sentence."""
    why: Sentence
    """Why that matters, in one or two."""
    file: Annotated[str, StringConstraints(pattern=r"^[\w./-]+$")]
    """Where the examples would stand: `rules.yml`, `docs/parents/links.md`."""
    bad: Example
    good: Example

    @property
    def family(self) -> str:
        """What stands before the dot."""
        return self.code.partition(".")[0]
