"""Where the records of a small policy stand: some in the files of its school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Place
from schoolpolicy.model.subjects import SUBJECTS

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

OWN = "own"
"""How the ids of those records begin that the school wrote."""


def placed(whole: Policy) -> dict[tuple[str, str], Place]:
    """Place each subject in one file of the model and one of the school.

    The first record is on line 1, the next on line 2, whichever file they are in.
    """
    return {
        (subject, each.id): Place(
            file=f"{'schools/hill' if each.id.startswith(OWN) else 'data'}/{subject}.yml",
            line=line,
            column=3,
        )
        for subject in SUBJECTS
        for line, each in enumerate(getattr(whole, subject), 1)
    }
