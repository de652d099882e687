"""For which nations there is a model policy, and what to say to a school in another one."""

from __future__ import annotations

from schoolpolicy.model.vocabulary import Nation

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
