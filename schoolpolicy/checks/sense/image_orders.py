"""Orders to show, pass on, keep or look at a nude image of a child: no school may give one.

Only what can be nothing else is such an order: an imperative, or a sentence whose doer is the
school, its staff or a family ("The headteacher saves the nude image"). A sentence that forbids
it, that tells what children or offenders do, or that names the image only to say what is then
done, is none.
"""

from __future__ import annotations

import re

from schoolpolicy.checks.sense.image_words import refuses

_VERBS = (
    r"(?:shows?|forwards?|saves?|copy|copies|prints?|e-?mails?|sends?|downloads?|uploads?|shares?"
    r"|screenshots?|photographs?|stores?|keeps?|views?|watch(?:es)?|looks? (?:again )?at)"
)
_NUDE = r"(?:semi-)?(?:nudes?|naked|indecent)"
_SHOT = r"(?:images?|pictures?|photos?|videos?|selfies?)"
_ABOUT = r"(?! (?:guidance|advice|polic|incident|page|section|lesson|leaflet|report|concern))"
_IMAGE = rf"(?:{_NUDE} (?:or \w+ )?{_SHOT}|nudes)\b{_ABOUT}"
_ONE = r"(?:(?:us|me|them|him|her|you|all|a copy of|copies of|the|any|this|that|these|those|an?) )*"
_ACT = rf"{_VERBS} {_ONE}(?:\w+ )?{_IMAGE}"
_CHILD = r"(?:pupil|child|children|learner|student|victim)s?"
_ASKS = rf"(?:ask|tell|require|order|get)s? (?:(?:(?:the|a|any|each) )?{_CHILD}|them|him|her) to"
_DOER = (
    r"(?:we|the school|staff|teachers?|tutors?|leaders?|lead|head\w*|principal|deputy|manager"
    r"|officer|governors?|technician|nurse|office|parents?|famil(?:y|ies)|carers?)"
)
_HOW = r"(?:(?:may|must|can|should|will|then|also|always|first|please|at once|\w+ly) )*"
_ORDERS = re.compile(
    rf"(?:^{_HOW}|^the (?=\w+s )|\b{_DOER} {_HOW})(?:{_ASKS} )?{_ACT}"
    # After something else that the same doer does: "takes the phone and saves the nude image".
    rf"|(?:^(?:ask|take|open|find|get)\b|\b{_DOER} {_HOW}\w+s?\b)[^.;:]{{0,60}}?"
    rf"(?:,|\band|\bthen) {_HOW}(?:{_ASKS} )?{_ACT}"
    rf"|^(?:the |any |an? |all |each )?(?:\w+ )?{_IMAGE} (?:is|are|must be|should be|will be) "
    r"(?:then |also )?(?:saved|forwarded|copied|printed|e-?mailed|stored|kept)"
    r" (?:to|as|for|on|in)\b"
)
_TELLS = re.compile(
    r"\b(?:who|whose|which|when|where|why|how|if|whether|about|because|offenders?|criminals?"
    r"|learn\w*|teach(?:es|ing)?|explain\w*|discuss\w*|know\w*|pressur\w*"
    r"|pupils|children|young people)\b"
)
"""What shows that a sentence tells what somebody does, and has nobody do it."""


def orders_images(sentence: str) -> bool:
    """Tell whether a sentence has somebody show, pass on, keep or look at a nude image."""
    low = sentence.lower()
    return any(
        not refuses(low[: match.end()]) and not _TELLS.search(match[0])
        for match in _ORDERS.finditer(low)
    )
