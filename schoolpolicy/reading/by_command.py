"""Files that a command writes: whatever is wrong with one, the command writes it anew."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.model.finding import Finding

BASIS_FILE = "basis.yml"
"""What each change of a school was made against."""
_ANEW = 'This file is written by "schoolpolicy basis". Delete it and run that again.'


def write_anew(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, of each file that a command writes only the first one.

    Args:
        findings: what is wrong with the files of a school, sorted.
    """
    told: set[str] = set()
    for each in findings:
        file = each.place.file
        if PurePath(file).name != BASIS_FILE:
            yield each
        elif file not in told:
            told.add(file)
            yield each.model_copy(update={"remedy": _ANEW})
