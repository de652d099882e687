"""For which nations there is a model policy, and what to say to a school in another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.model.vocabulary import Nation
from schoolpolicy.reading.suggest import nearest, remedy
from schoolpolicy.reading.tree import error
from schoolpolicy.reading.values import shown

if TYPE_CHECKING:
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.wrong import Wrong

WRITTEN_FOR = (Nation.ENGLAND, Nation.WALES)
"""The nations whose law and guidance the model policy holds."""


def nation_name(nation: Nation) -> str:
    """Return what a nation is called: `Northern Ireland`."""
    return nation.value.replace("-", " ").title()


def not_written_for(nation: Nation) -> tuple[str, str]:
    """Say that there is no model policy for a nation, and what to write if it is a mistake."""
    return (
        f"The model policy is written for England and Wales, and not for {nation_name(nation)}: "
        "the law, the guidance and the helplines there are others.",
        'If the school is in one of them, write "nation: england" or "nation: wales".',
    )


def tell_unknown_nation(wrong: Wrong) -> Finding:
    """Tell of a nation that is none, or that has no model policy: that comes to the same."""
    value = str(wrong.value)
    meant = nearest(value, Nation)
    if meant is not None and meant not in WRITTEN_FOR:
        return error("read.unknown-value", wrong.at, *not_written_for(Nation(meant)))
    problem = f"{shown(wrong.value)} is not a nation that we know."
    hint = remedy(value, WRITTEN_FOR, "Choose one of: {known}.")
    return error("read.unknown-value", wrong.at, problem, hint)
