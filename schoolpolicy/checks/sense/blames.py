"""Finds texts that punish or blame a child for telling, or for what was sent to the child.

A child who fears trouble does not tell. So no text may threaten those who tell late or not at
all, or who saw or received something. It is looked at sentence by sentence: a sentence that
says that nobody is punished or blamed is left alone, and so is one about grown-ups, who can
have a duty to report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.texts import Said, Texts, sentences
from schoolpolicy.model.agreement import Agreement
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.response import Response
from schoolpolicy.model.rule import Rule
from schoolpolicy.model.statement import PupilWording
from schoolpolicy.model.vocabulary import Audience, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.written import Spot
    from schoolpolicy.model.finding import Place

_TELLING = (
    r"(?:report(?:s|ed|ing)?\b(?! card)|own(?:s|ed|ing)? up|com(?:e|es|ing) forward"
    r"|admit(?:s|ted|ting)?|speak(?:s|ing)? up"
    r"|(?:tell|tells|told|telling)\b(?! (?:lies?|a lie|jokes?|a joke|the truth|tales|the time|off))"
    r"|say(?:s|ing)? (?:nothing|so|something|anything))"
)
_NOT = (
    r"(?:(?:do|does|did|have|has|had) not |(?:do|does|did|have|has|had)n't |not |never "
    r"|fail(?:s|ed|ing)? to |refus(?:e|es|ed|ing) to |(?:have|has|had) )?"
)
_GETTING = (
    r"(?:(?:have|has|having) (?:seen|received|been sent)|(?:receiv|gett)(?:e|es|ed|ing)"
    r"|receives?|sees?|saw|(?:are|is|was|were|being) sent)"
)
_CHILD = r"(?:you|i|they|pupils?|child(?:ren)?|learners?|students?)"
_ACT = rf"{_NOT}(?:{_TELLING}|{_GETTING})"
_REPORTS = re.compile(
    rf"\b(?:if|when|once|unless|because) (?:any |a |the |this )?{_CHILD} {_ACT}\b"
    rf"|\b(?:{_CHILD}|anyone|anybody|everyone|those) (?:who|that) {_ACT}\b"
    r"|(?:^|\b(?:not|for|by|because of) )(?:not )?(?:reporting|owning up|admitting"
    r"|telling\b(?! (?:lies?|a lie|jokes?|the truth|tales))"
    r"|having (?:seen|received|been sent)|(?:seeing|receiving|getting) (?:it|an?|the)\b)"
    r"|\bfail(?:ing|ure) to (?:report|tell|say|own up|come forward|admit)\b|\blate reports?\b",
)
_PUNISHED = re.compile(
    r"\b(?:in (?:\w+ )?trouble|punish\w*|sanction(?:s|ed)?|detentions?|exclu(?:ded?|sion)"
    r"|suspend(?:ed)?|suspension|disciplin\w+|penal\w+|consequences?|told off"
    r"|banned|blamed?|(?:your|their|his|her) (?:own )?fault|to blame|as guilty"
    r"|los(?:e|es|ing) (?:your|their|his|her|the) (?:phone|watch|device|tablet|laptop|account"
    r"|break|playtime|golden time|place|privilege)s?)\b",
)
_DENIED = re.compile(
    r"\b(?:not|never|no|nobody|no one|none|nothing|without|cannot|rather than|instead of"
    r"|free from|fear of|afraid|worr\w+|whether|\w+n['’]t)\b",
)
_SILENCE = re.compile(rf"\b(?:say(?:s|ing)?|said) nothing\b|\b(?:not|never|\w+n['’]t) {_TELLING}")
"""What a child left out: no denial of what follows."""
_MILDER = re.compile(
    r"\b(?:smaller|lighter|less|lower|milder|softer|in (?:your|their) favour|reduc\w+)\b"
)
_ADULTS = re.compile(
    r"\b(?:staff|adults?|teachers?|governors?|volunteers?|visitors?|employees?|colleagues?)\b"
    r"(?= (?:who|that|must|may|will|are|is)\b)",
)
_FALSE = re.compile(r"\b(?:fals\w+|malicious\w*|untrue|made[- ]up|invent\w*)\b")
"""To make up a report about somebody is another matter."""
_DID = re.compile(
    r"\b(?:shar|send|sent|forward|pass|mak|made|took|tak|post|show|keep|kept|ask|bull|hurt)\w*\b",
)
"""What a child may have done, for which there can be consequences."""
_ONLY_GOT = re.compile(rf"\b{_GETTING}\b")
_BLAMES = re.compile(
    r"\bwhy (?:did|have|had) (?:you|they|he|she) not (?:tell|told|report|reported|say|said)\b"
    r"|\bwhy (?:did|have|had)n['’]t (?:you|they|he|she) (?:tell|told|report|reported|say|said)\b"
    r"|\b(?:you|they|he|she|the (?:child|pupil)) should (?:have|not have|never have)"
    r" (?:told|reported|said|known|looked|opened|sent|trusted)\b"
    r"|\bbrought (?:it|this) on (?:yourself|themselves|himself|herself)\b"
    r"|\b(?:it|this) (?:is|was|may be|will be) (?:partly |also |all )?"
    r"(?:your|their|his|her) (?:own )?fault\b",
)
LIKELY_BLAME = (
    *("trouble", "punish", "sanction", "detention", "exclu", "suspen", "disciplin", "penal"),
    *("consequence", "told off", "banned", "blame", "fault", "guilty", "brought it"),
    *("why did", "why have", "why had", "should have", "should not have", "should never have"),
    *("brought this", "lose", "losing"),
)
"""Parts of words without which no pattern fits: to look for them first is much faster."""
_BANDS = frozenset(PupilWording.model_fields)


def check_blames_reporting(texts: Texts, spot: Spot) -> Iterator[Finding]:
    """Yield a warning for each sentence that punishes or blames a child for telling."""
    for number in sorted(texts.holding(LIKELY_BLAME)):
        said = texts.said[number]
        if said.forbids:
            continue
        for sentence in sentences(said.text):
            if blames(sentence, to_pupils=_to_pupils(said)):
                yield of_blame(said.words, sentence, spot(said, sentence))


def of_blame(begins: str, sentence: str, place: Place) -> Finding:
    """Return the finding about a sentence that blames a child.

    Args:
        begins: where the sentence stands, as the finding begins.
        sentence: what is said.
        place: where it is written.
    """
    return Finding(
        code="sense.blames-reporting",
        severity=Severity.WARNING,
        place=place,
        problem=f"{begins} threatens or blames a child who tells, or to whom "
        f'something was sent: "{sentence}"',
        remedy="Say that telling is right at any time, that nobody is in trouble "
        "for it, and what happens next.",
    )


def blames(sentence: str, *, to_pupils: bool) -> bool:
    """Tell whether a sentence punishes or blames a child for telling, seeing or receiving.

    Args:
        sentence: what is said.
        to_pupils: True where "you" is a pupil.
    """
    sentence = sentence.lower()
    blame = _BLAMES.search(sentence)
    if blame and not _DENIED.search(sentence[: blame.start()]):
        return to_pupils or not re.match(r"you\b|why \w+ you", blame[0])
    if any(other.search(sentence) for other in (_ADULTS, _FALSE, _MILDER)):
        return False
    return any(
        _punishes(sentence, reports) and (to_pupils or _of_child(sentence, reports[0]))
        for reports in _REPORTS.finditer(sentence)
    )


def _punishes(sentence: str, reports: re.Match[str]) -> bool:
    """Tell whether a sentence punishes what a part of it is about."""
    if _ONLY_GOT.search(reports[0]) and _DID.search(sentence.replace(reports[0], "", 1)):
        return False
    for punished in _PUNISHED.finditer(sentence):
        if reports.start() <= punished.start() < reports.end():
            continue
        first = reports.end() if reports.end() <= punished.start() else 0
        between = _SILENCE.sub("", sentence[first : punished.start()])
        if not _DENIED.search(between):
            return True
    return False


_PUPIL = re.compile(r"\b(?:pupil|child|learner|student)")
_PUPIL_DOES = re.compile(
    r"(?<!about )(?<!about a )(?<!about any )(?<!for a )(?<!to a )(?<!of a )"
    r"\b(?:pupils?|child(?:ren)?|learners?|students?) (?:who|may|might|will|can|are|is|gets?"
    r"|receives?|faces?|loses?|should|must)\b",
)


def _of_child(sentence: str, reports: str) -> bool:
    """Tell whether it is a child who tells, in a text that is not told to children."""
    return bool(_PUPIL.search(reports) or _PUPIL_DOES.search(sentence))


def _to_pupils(said: Said) -> bool:
    record = said.record
    if isinstance(record, Agreement):
        return record.audience is Audience.PUPILS
    if isinstance(record, (Response, Rule)) and said.field == "plain":
        return record.who.audience == (Audience.PUPILS,)
    return said.field in _BANDS
