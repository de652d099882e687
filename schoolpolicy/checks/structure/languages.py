"""What a school says in two languages it says in both, each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.warning import warning
from schoolpolicy.model.language import Language
from schoolpolicy.reading.placed import school_place
from schoolpolicy.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schoolpolicy.model.finding import Finding, Place
    from schoolpolicy.model.policy import Policy

_NO_READERS = frozenset({Language.LATIN})
"""Languages of mottoes, in which nobody waits for the rest."""


def check_languages(policy: Policy, places: Mapping[tuple[str, str], Place]) -> Iterator[Finding]:
    """Yield a warning for each field of a school that lacks one of the languages of the others."""
    school = policy.school
    fields = {
        "also_named": {**school.also_named, Language.ENGLISH: school.name},
        "motto": school.motto,
        "footer": school.footer,
    }
    languages = {each for said in fields.values() for each in said} - _NO_READERS
    for field, said in fields.items():
        given = set(said) - _NO_READERS
        missing = [each for each in Language if each in languages - given]
        if not missing or not given or (field == "also_named" and not school.also_named):
            continue
        yield warning(
            "structure.translation-missing",
            school_place(places, policy.slug, field),
            f'"{field}" is not in {listed(_name(each) for each in missing)}, in which the school '
            "speaks elsewhere in this file.",
            f"Add {listed(_line(each) for each in missing)} below it.",
        )


def _line(language: Language) -> str:
    return f'a line "{language}: ..."'


def _name(language: Language) -> str:
    return language.name.replace("_", " ").title()
