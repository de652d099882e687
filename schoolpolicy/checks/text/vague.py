"""Finds words that promise something "regularly", and words that two readers read as two things.

Nobody can plan, check or prove "regularly". "Biannual" is twice a year to one reader, and every
two years to the next. What is told of children or families ("those who often play") is no
promise, and neither is what is needed for a purpose ("as necessary to keep a child safe"). What
law and guidance ask is theirs to say: citations and requirements are passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.text.prose import Prose

_DONE = (
    r"(?:audit|backup|briefing|catch-up|check|inspection|meeting|monitoring|reminder|report"
    r"|review|scan|session|spot check|survey|test|training|update)s?"
)
_DOES = (
    r"(?:audit|back up|brief|check|inspect|look|meet|monitor|remind|report|review|scan|survey"
    r"|teach|test|tell|train|update)(?:s|es|ed|ing)?"
)
_ADVERB = r"(?:frequently|occasionally|routinely)"
_NEED = r"(?:appropriate|applicable|necessary)"
_AS = r"(?<!long )(?<!much )(?<!many )(?<!soon )(?<!delete )(?<!amend )(?<!insert )(?<!adapt )as"
_PURPOSE = r"(?! (?:to|for|in order|by|under|so that)\b)"
_VAGUE = re.compile(
    r"\b(?:"
    r"(?P<two>(?:bi|semi)-?(?:annual|year|month|week|term)(?:ly)?)"
    r"|(?P<rare>biennial(?:ly)?)"
    rf"|(?P<often>(?<!who )(?<!that )(?<!you )(?<!if )regularly|regular (?:\w+ )?{_DONE}"
    r"|(?:on a|at) regular (?:basis|intervals)|periodic(?:ally)?|from time to time"
    r"|every (?:so often|now and then)|at (?:suitable|appropriate) intervals"
    r"|(?:on|as) an? (?:ongoing|continuous|continual) basis"
    rf"|as often as (?:possible|we can)|{_ADVERB} {_DOES}|{_DOES} {_ADVERB})"
    rf"|(?P<when>(?:{_AS} (?:and when )?(?:{_NEED}|needed|required)|as and when"
    rf"|(?:where|when)(?:ver)? {_NEED}){_PURPOSE})"
    r"|(?P<soon>in due course|when time allows|when time permits)"
    r")(?![\w-])",
    re.IGNORECASE,
)
_LIKELY = (
    *("biannual", "bi-", "biyear", "bimonth", "biweek", "biterm", "biennial", "semi-annual"),
    *("semiannual", "semi-year", "semi-month", "semi-week", "semi-term", "regular", "periodic"),
    *(
        "time to time",
        "so often",
        "now and then",
        "intervals",
        "ing basis",
        "continu",
        "as and when",
    ),
    *("as often as", "frequently", "occasionally", "routinely", "appropriate", "applicable"),
    *("necessary", "needed", "required", "due course", "time allows", "time permits"),
)
"""Parts of words without which the pattern does not fit: to look for them first is much faster."""
_REMEDIES = {
    "rare": 'Write "every two years".',
    "often": 'Write how often, such as "each term" or "at least once each year".',
    "when": 'Write when, and who decides, or leave it out: "if a child may be in danger".',
    "soon": 'Write by when, such as "within five school days".',
}
_TWO = {
    "month": 'Write "every two months" or "twice a month".',
    "week": 'Write "every two weeks" or "twice a week".',
    "term": 'Write "every two terms" or "twice a term".',
    "year": 'Write "twice a year" or "every two years".',
}


def check_vague(prose: Prose) -> Iterator[Finding]:
    """Yield a warning for each word that leaves open how often or when."""
    for written in prose.holding(_LIKELY):
        for match in _VAGUE.finditer(written.text):
            kind = match.lastgroup or "often"
            problem, remedy = f'{written.begins} says "{match[0]}"', _REMEDIES.get(kind)
            if remedy is None:
                unit = next((each for each in _TWO if each in match[0].lower()), "year")
                problem += ", which can mean either of two things."
                remedy = _TWO[unit]
            else:
                problem += _why(kind)
            yield Finding(
                code="text.vague-frequency",
                severity=Severity.WARNING,
                place=prose.spot(written, match.start(), match.end()),
                problem=problem,
                remedy=remedy,
            )


def _why(kind: str) -> str:
    if kind == "rare":
        return ", which many read as twice a year."
    if kind == "often":
        return ", so nobody knows how often."
    return ", so nobody knows when."
