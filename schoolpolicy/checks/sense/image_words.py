"""Words about images of children and about what is on somebody's device.

One sentence is looked at at a time; one that forbids something does not order it.
"""

from __future__ import annotations

import re

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
_SHOT = r"(?:images?|pictures?|photos?|videos?|clips?|films?)\b"
_THAT = rf"(?:the|this|that|these|those|any) (?:\w+ )?{_SHOT}(?! (?:of|they|from|book|consent)\b)"
_OF_A_CHILD = re.compile(
    # Never is a child asked for one: "Ask the pupil to show you the image."
    r"\b(?:(?:ask|tell|get|require|invite)(?:s|ed|ing)?\b[^.;:]{0,20}?\b(?:the|a|that|each)"
    r" (?:pupil|child|learner|student|victim)|(?:ask|tell|get)s? (?:them|him|her)) to"
    rf" (?:show|send|forward|share|describe|e-?mail|open)\b[^.;:]{{0,20}}?\b{_THAT}"
    r"|\bask(?:s|ed|ing)? (?:for|to see) (?:the|this|that) (?:image|picture|photo|video)\b(?! of)"
    # None is kept as proof, however it was made.
    r"|\b(?:sav(?:e|es|ing)|keep(?:s|ing)?|cop(?:y|ies|ying)|print(?:s|ing)?|stor(?:e|es|ing)"
    r"|screenshots?|download(?:s|ing)?|photograph(?:s|ing)?|tak(?:e|es|ing) an? (?:photo|picture"
    rf"|screenshot|copy) of)\b[^.;:]{{0,30}}?{_SHOT}[^.;:]{{0,30}}?"
    r"\b(?:as|for) (?:evidence|proof|the police|the record|your records)\b"
    # None is passed on, or looked at to judge it.
    rf"|\b(?:screenshot|e-?mail|forward)(?:s|ing)? (?:(?:us|me|them) )?{_THAT}"
    rf"|\b(?:view|look(?:s|ing)? at|open|examine|check)(?:s|ing)? {_THAT}"
    r" (?:first|to (?:see|decide|check|judge|find|confirm|make sure|establish))\b"
)
"""Orders that fit a nude image as well as any: no child's picture is meant to be seen so."""
NUDE_LIKELY = (
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
OBJECT_LIKELY = (
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
ORDER_LIKELY = (
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
    *("photo of", "send", "sent", "mail", "describ", "keep", "stor", "download", "share"),
)
"""Parts of words without which no pattern fits: to look for them first is much faster."""


def names_image(text: str) -> bool:
    """Tell whether a text names a nude or sexual image."""
    return bool(_NUDE.search(text.lower()))


def refuses(text: str) -> bool:
    """Tell whether a text forbids something."""
    return bool(_REFUSES.search(text.lower()))


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
    return any(_ordered(sentence.lower(), pattern) for pattern in (*patterns, _OF_A_CHILD))


def _ordered(sentence: str, pattern: re.Pattern[str]) -> bool:
    return any(not _REFUSES.search(sentence[: match.end()]) for match in pattern.finditer(sentence))
