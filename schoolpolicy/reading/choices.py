"""Whether a school answers the questions that the policy asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.reading.suggest import remedy
from schoolpolicy.reading.tree import Mapping, error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from schoolpolicy.model.finding import Finding


def check_choices(choices: Mapping, known: MappingType[str, Mapping]) -> Iterator[Finding]:
    """Yield what is wrong with the `choices` of a school.

    Args:
        choices: the school's answers.
        known: the questions, by id.
    """
    for key, node in choices.fields.items():
        if key not in known:
            problem, hint = f'There is no choice "{key}".', remedy(key, known)
            yield error("read.unknown-id", choices.keys[key], problem, hint)
            continue
        options = [
            option.fields["value"].plain()
            for option in known[key].records("options")
            if "value" in option.fields
        ]
        value = node.plain()
        if value != "undecided" and value not in options:
            shown = [
                "yes" if each is True else "no" if each is False else str(each) for each in options
            ]
            yield error(
                "read.unknown-value",
                node.mark,
                f'"{value}" is not an answer to "{key}".',
                f"Choose one of, without quotes: {', '.join(shown)}, undecided.",
            )
