"""Finds orders to look into somebody's phone, pictures or messages, or to delete or copy them.

Nude or sexual images of a child may be among them. Nobody may look at those, copy, send, search
for or delete them; so what has somebody handle such things must also say when to stop:

- in an incident about such images, every such order is an error;
- so is an order to show, pass on, keep or look at such an image, wherever it stands;
- any other order about such images is a warning;
- so is one about a person's phone, pictures or messages, unless its record says what holds for
  nude images, or, in a response, `stop_if` leads to the incident about them.

A sentence that forbids it is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.sense.image_orders import orders_images
from schoolpolicy.checks.sense.image_words import (
    NUDE_LIKELY,
    OBJECT_LIKELY,
    ORDER_LIKELY,
    handles_images,
    names_image,
    opens_private,
    refuses,
)
from schoolpolicy.checks.texts import Said, Texts, sentences
from schoolpolicy.model.finding import Finding
from schoolpolicy.model.incident import Incident
from schoolpolicy.model.response import Response
from schoolpolicy.model.vocabulary import Nation, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schoolpolicy.checks.written import Spot
    from schoolpolicy.model.finding import Place
    from schoolpolicy.model.policy import Policy

_WHOLE = frozenset({"flowcharts", "incidents", "responses", "rules", "statements"})
"""Subjects whose records speak of one matter: what one part says holds for the others."""


def check_looks_at_images(policy: Policy, texts: Texts, spot: Spot) -> Iterator[Finding]:
    """Yield a finding for each order that could have somebody handle a nude image of a child."""
    about = {each.id for each in policy.incidents if _about_images(each)}
    named = {
        number for number in texts.holding(NUDE_LIKELY) if names_image(texts.said[number].text)
    }
    warned = {_matter(said) for each in named if _says_when_to_stop(said := texts.said[each])}
    ordered = texts.holding(ORDER_LIKELY)
    for number, said in enumerate(texts):
        in_incident = isinstance(said.record, Incident) and said.record.id in about
        images = in_incident or number in named
        if not (images or number in ordered) or said.forbids or "stop_if" in said.fields:
            continue
        private = (
            number in ordered
            and (said.subject == "responses" or _holds(said.text.lower(), OBJECT_LIKELY))
            and _matter(said) not in warned
            and not _stops(said, about)
        )
        for sentence in sentences(said.text) if images or private else ():
            ordered_here = images and orders_images(sentence)
            if ordered_here or (images and handles_images(sentence, about_images=in_incident)):
                place, error = spot(said, sentence), in_incident or ordered_here
                yield of_images(policy, said.words, sentence, place, error=error)
            elif private and opens_private(sentence, after_breach=_after_breach(said)):
                responds = said.subject == "responses"
                place = spot(said, sentence)
                yield of_devices(policy, said.words, sentence, place, responds=responds)


def _holds(text: str, parts: Iterable[str]) -> bool:
    return any(part in text for part in parts)


def _after_breach(said: Said) -> bool:
    return said.subject in {"flowcharts", "incidents", "responses"}


def _about_images(incident: Incident) -> bool:
    told = (incident.title, incident.plain_title, incident.summary, *incident.keywords)
    return any(map(names_image, told))


def _says_when_to_stop(said: Said) -> bool:
    """Tell whether a text about nude images forbids to handle them, or says to stop."""
    return "stop" in said.text.lower() or refuses(said.text)


def _matter(said: Said) -> tuple[str, ...]:
    """Return what a text speaks of: its whole record, or one item of a list."""
    whole = (said.subject, said.record.id)
    return whole if said.subject in _WHOLE else (*whole, *said.inner)


def _stops(said: Said, about: set[str]) -> bool:
    record = said.record
    return isinstance(record, Response) and any(each.incident in about for each in record.stop_if)


def of_images(
    policy: Policy, begins: str, sentence: str, place: Place, *, error: bool = False
) -> Finding:
    """Return the finding about an order to handle a nude image of a child.

    Args:
        policy: whose text it is.
        begins: where the sentence stands, as the finding begins.
        sentence: the order.
        place: where it is written.
        error: True for what can be meant in no other way.
    """
    return Finding(
        code="sense.looks-at-images",
        severity=Severity.ERROR if error else Severity.WARNING,
        place=place,
        problem=f"{begins} has somebody handle what may be a nude or sexual image of a "
        f'child: "{sentence}" {_sources(policy)}',
        remedy="Write that nobody looks at it, copies, sends or deletes it, and who is told "
        "at once.",
    )


def of_devices(
    policy: Policy, begins: str, sentence: str, place: Place, *, responds: bool = False
) -> Finding:
    """Return the finding about an order to handle what is on a device.

    Args:
        policy: whose text it is.
        begins: where the sentence stands, as the finding begins.
        sentence: the order.
        place: where it is written.
        responds: True in a response to a broken rule.
    """
    how = (
        'Leave it out, or add "stop_if" with the incident about such images'
        if responds
        else "Leave it out, or write next to it that whoever may come upon a nude image stops, "
        "looks no further and says whom they tell"
    )
    return Finding(
        code="sense.looks-at-images",
        severity=Severity.WARNING,
        place=place,
        problem=f"{begins} has somebody open, copy or delete what is on a device: "
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
