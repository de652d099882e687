"""Finds orders to look into somebody's phone, pictures or messages, or to delete or copy them.

Nude or sexual images of a child may be among them. Nobody may look at those, copy, send, search
for or delete them; so what has somebody handle such things must also say when to stop:

- in an incident about such images, every such order is an error;
- elsewhere, an order about such images is a warning;
- so is one about a person's phone, pictures or messages, unless its record says what holds for
  nude images, or, in a response, `stop_if` leads to the incident about them.

A sentence that forbids it is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.texts import Said, Texts, sentences
from schoolpolicy.model.finding import Finding, Place
from schoolpolicy.model.incident import Incident
from schoolpolicy.model.response import Response
from schoolpolicy.model.vocabulary import Nation, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from schoolpolicy.model.policy import Policy

_HANDLE = (
    r"view|look(?: again)? (?:at|through)|watch|open|examine|inspect|check|copy|photograph|print"
    r"|forward|save|store|keep|share|send|e-?mail|show|upload|download|attach|screenshot"
    r"|search for|describe|delete|wipe|erase|scroll through"
)
_IMAGE = (
    r"nudes?|naked|indecent|semi-nudes?|abuse (?:image|picture)s?|"
    r"(?:sexual|private|intimate|illegal|fake) (?:image|picture|photo|video|material)s?"
)
_NUDE = re.compile(rf"\b(?:{_IMAGE})\b")
_HANDLES_IMAGE = re.compile(rf"\b(?:{_HANDLE})\b[^.;:]*?\b(?:{_IMAGE})\b")
_HANDLES_IT = re.compile(
    rf"\b(?:{_HANDLE})\s+(?:it|them|(?:(?:the|this|that|any|a|each)\s+)?"
    r"(?:image|picture|photo|video|material|file|site|content)s?)\b",
)
_REFUSES = re.compile(
    r"\b(?:not|never|no|nobody|no one|nothing|cannot|without|crime|against the law|threat\w*"
    r"|\w+n['’]t)\b",
)
_PICTURES = r"(?:pictures?|photos?|images?|videos?|films?|recordings?|screenshots?)"
_MESSAGES = r"(?:messages?|chats?|texts|posts?|camera roll|gallery)"
_CONTENT = rf"(?:{_PICTURES}|{_MESSAGES}|everything|contents?)"
_DEVICE = (
    r"(?:(?:mobile |smart ?)?(?:phones?|watch(?:es)?)|devices?|tablets?|laptops?|cameras?)\b"
    r"(?! (?:numbers?|log|rules?|polic(?:y|ies)|forms?|agreements?|plans?|guidance|records?))"
)
_DO_CONTENT = (
    r"(?:delet(?:e|es|ed|ing)|wip(?:e|es|ed|ing)|eras(?:e|es|ed|ing)|view(?:s|ed|ing)?"
    r"|look(?:s|ed|ing)? (?:at|through)|read(?:s|ing)?(?: through)?|open(?:s|ed|ing)?"
    r"|scroll(?:s|ed|ing)? through|search(?:es|ed|ing)?(?: for| through)?|cop(?:y|ies|ied|ying)"
    r"|forward(?:s|ed|ing)?|print(?:s|ed|ing)?|sav(?:e|es|ed|ing)|screenshots?"
    r"|take(?:s|n)? a (?:screenshot|photo|picture) of|(?:go|goes|went|going) through"
    r"|examin(?:e|es|ed|ing))"
)
_DO_DEVICE = (
    r"(?:look(?:s|ed|ing)? (?:at|through|in|into|on)|(?:go|goes|went|going) through"
    r"|search(?:es|ed|ing)?(?: through)?|scroll(?:s|ed|ing)? through|unlock(?:s|ed|ing)?"
    r"|open(?:s|ed|ing)?|wip(?:e|es|ed|ing)|inspect(?:s|ed|ing)?|examin(?:e|es|ed|ing))"
)
_DONE = (
    r"(?:is|are|was|were|be|being|been) (?:then |also )?(?:deleted|wiped|erased|viewed|read"
    r"|opened|unlocked|searched|copied|forwarded|printed|examined|inspected|looked (?:at|through)"
    r"|gone through)\b(?! by (?:nobody|no one))"
)
_ASKS = (
    r"(?:(?:ask|tell|require|order)(?:s|ed|ing)?\b[^.;:]*?\bto|make(?:s|ing)?\b[^.;:]*?)"
    r" (?:show|be shown|see|unlock|open|delete|wipe|hand over)\b"
)
_CHILDS = (
    r"(?:(?:the |an? |each |any |your |my |another )?(?:pupil|child|learner|student|person)"
    r"(?:'s|’s|s'|s’)|children(?:'s|’s)|(?:the |an? |any )?(?:confiscated|seized|taken)) "
)
_THEIR = rf"(?:{_CHILDS}|(?:their|his|her|your) (?!own ))"
_ANY = rf"(?:{_THEIR}|(?:the |an? |any |each |these |those |such |all ))"
_MORE = r"(?:\w+ ){0,2}?"
_TAKEN = (
    r"(?:that|which) (?:is|are|was|were|has been|have been) (?:handed in|taken|confiscated|seized)"
)


def _orders(owner: str, content: str, asked: str) -> re.Pattern[str]:
    """Return what finds an order about somebody's things: who owns them, and what is there."""
    device = rf"{owner}(?!school ){_MORE}{_DEVICE}"
    return re.compile(
        rf"{_DO_CONTENT} (?:all )?{owner}{_MORE}{content}\b"
        rf"|{_DO_CONTENT} [^.;:]{{0,40}}?{_CONTENT} [^.;:]{{0,30}}?\b(?:on|from|off|in) {device}"
        rf"|{_DO_DEVICE} (?:what is on )?{device}"
        rf"|{_DO_DEVICE} [^.;:]{{0,20}}?{_DEVICE} {_TAKEN}"
        rf"|check(?:s|ed|ing)? (?:what is on {device}|{device} (?:for|each|every)\b)"
        rf"|\b{owner}{_MORE}(?:{content}|{_DEVICE}) (?:\w+ )?{_DONE}"
        rf"|{_ASKS} [^.;:]*?{asked}{_MORE}(?:{_CONTENT}|passcode)\b"
    )


_TO_A_PERSON = _orders(_CHILDS, _MESSAGES, _THEIR)
_TO_ANY = _orders(_ANY, _CONTENT, _ANY)
_TO_IT = re.compile(
    r"\b(?:(?:look|go|read|scroll|search)(?:es|s|ed|ing)? (?:through|on)|unlock(?:s|ing)?"
    r"|search(?:es)?|delet(?:e|es|ing)|wip(?:e|es|ing)) (?:it|them)\b"
    rf"|\b(?:hand(?:s|ed|ing)? over|give(?:s|n)?) (?:\w+ )?{_ANY}(?:passcode|pin)\b"
)
_NUDE_LIKELY = (
    "nud",
    "naked",
    "indecent",
    "abuse",
    "sexual",
    "private",
    "intimate",
    "illegal",
    "fake",
)
_OBJECT_LIKELY = (
    *("message", "chat", "text", "picture", "photo", "image", "video", "film", "record", "camera"),
    *(
        "gallery",
        "screenshot",
        "post",
        "everything",
        "content",
        "phone",
        "watch",
        "device",
        "tablet",
        "laptop",
        "passcode",
    ),
)
_ORDER_LIKELY = (
    *(
        "delet",
        "wip",
        "eras",
        "view",
        "look",
        "read",
        "open",
        "through",
        "search",
        "cop",
        "forward",
    ),
    *(
        "print",
        "sav",
        "shot",
        "examin",
        "inspect",
        "unlock",
        "show",
        "see",
        "hand over",
        "picture of",
    ),
    *("photo of",),
)
"""Parts of words without which no pattern fits: to look for them first is much faster."""
_UNSAID = frozenset({"never", "stop_if"})
"""Fields that say what nobody does, and when to stop."""
_WHOLE = frozenset({"flowcharts", "incidents", "responses", "rules", "statements"})
"""Subjects whose records speak of one matter: what one part says holds for the others."""


def check_looks_at_images(
    policy: Policy, places: Mapping[tuple[str, str], Place], texts: Texts
) -> Iterator[Finding]:
    """Yield a finding for each order that could have somebody handle a nude image of a child."""
    about = {each.id for each in policy.incidents if _about_images(each)}
    named = {
        number
        for number in texts.holding(_NUDE_LIKELY)
        if _NUDE.search(texts.said[number].text.lower())
    }
    warned = {_matter(said) for each in named if _says_when_to_stop(said := texts.said[each])}
    ordered = texts.holding(_ORDER_LIKELY)
    for number, said in enumerate(texts):
        in_incident = isinstance(said.record, Incident) and said.record.id in about
        images = in_incident or number in named
        if not (images or number in ordered) or not _UNSAID.isdisjoint(said.fields):
            continue
        private = (
            number in ordered
            and (said.subject == "responses" or _holds(said.text.lower(), _OBJECT_LIKELY))
            and _matter(said) not in warned
            and not _stops(said, about)
        )
        for sentence in sentences(said.text) if images or private else ():
            if images and handles_images(sentence, about_images=in_incident):
                yield _of_images(policy, said, sentence, error=in_incident, places=places)
            elif private and opens_private(sentence, after_breach=_after_breach(said)):
                yield _of_devices(policy, said, sentence, places)


def handles_images(sentence: str, *, about_images: bool = False) -> bool:
    """Tell whether a sentence has anybody handle an indecent image of a child.

    Args:
        sentence: what is said.
        about_images: True where "it" and "the picture" mean such an image.
    """
    patterns = (_HANDLES_IMAGE, _HANDLES_IT) if about_images else (_HANDLES_IMAGE,)
    return any(_ordered(sentence.lower(), pattern) for pattern in patterns)


def opens_private(sentence: str, *, after_breach: bool = False) -> bool:
    """Tell whether a sentence has anybody open, copy or delete what is on a person's device.

    Args:
        sentence: what is said.
        after_breach: True where "it" and "the phone" are a person's.
    """
    patterns = (_TO_ANY, _TO_IT) if after_breach else (_TO_A_PERSON,)
    return any(_ordered(sentence.lower(), pattern) for pattern in patterns)


def _holds(text: str, parts: Iterable[str]) -> bool:
    return any(part in text for part in parts)


def _ordered(sentence: str, pattern: re.Pattern[str]) -> bool:
    return any(not _REFUSES.search(sentence[: match.end()]) for match in pattern.finditer(sentence))


def _after_breach(said: Said) -> bool:
    return said.subject in {"flowcharts", "incidents", "responses"}


def _about_images(incident: Incident) -> bool:
    told = (incident.title, incident.plain_title, incident.summary, *incident.keywords)
    return any(_NUDE.search(each.lower()) for each in told)


def _says_when_to_stop(said: Said) -> bool:
    """Tell whether a text about nude images forbids to handle them, or says to stop."""
    low = said.text.lower()
    return "stop" in low or bool(_REFUSES.search(low))


def _matter(said: Said) -> tuple[str, ...]:
    """Return what a text speaks of: its whole record, or one item of a list."""
    whole = (said.subject, said.record.id)
    return whole if said.subject in _WHOLE else (*whole, *said.inner)


def _stops(said: Said, about: set[str]) -> bool:
    record = said.record
    return isinstance(record, Response) and any(each.incident in about for each in record.stop_if)


def _of_images(
    policy: Policy,
    said: Said,
    sentence: str,
    *,
    error: bool,
    places: Mapping[tuple[str, str], Place],
) -> Finding:
    return Finding(
        code="sense.looks-at-images",
        severity=Severity.ERROR if error else Severity.WARNING,
        place=said.place(places),
        problem=f"{said.words} has somebody handle what may be a nude or sexual image of a "
        f'child: "{sentence}" {_sources(policy)}',
        remedy="Write that nobody looks at it, copies, sends or deletes it, and who is told "
        "at once.",
    )


def _of_devices(
    policy: Policy, said: Said, sentence: str, places: Mapping[tuple[str, str], Place]
) -> Finding:
    how = (
        'Leave it out, or add "stop_if" with the incident about such images'
        if said.subject == "responses"
        else "Leave it out, or write next to it that whoever may come upon a nude image stops, "
        "looks no further and says whom they tell"
    )
    return Finding(
        code="sense.looks-at-images",
        severity=Severity.WARNING,
        place=said.place(places),
        problem=f"{said.words} has somebody open, copy or delete what is on a device: "
        f'"{sentence}" A nude or sexual image of a child may be there. {_sources(policy)}',
        remedy=f"{how}.",
    )


def _sources(policy: Policy) -> str:
    if policy.school.nation is Nation.ENGLAND:
        return (
            "The advice on searching (July 2022) and on sharing nudes (2024) is that staff do "
            "not look at, copy or share such images."
        )
    return "To look at, copy or pass on such an image can be a crime."
