"""Finds on pages what no record may say: blame of a child who tells, orders to handle images.

A page speaks of one matter. So where it forbids to handle nude images, or says when to stop, what
else it says about phones and pictures is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schoolpolicy.checks.paragraphs import paragraphs, placed_sentences
from schoolpolicy.checks.sense.blames import LIKELY_BLAME, blames, of_blame
from schoolpolicy.checks.sense.image_orders import orders_images
from schoolpolicy.checks.sense.image_words import (
    NUDE_LIKELY,
    ORDER_LIKELY,
    handles_images,
    names_image,
    opens_private,
    refuses,
)
from schoolpolicy.checks.sense.looks_at_images import of_devices, of_images
from schoolpolicy.checks.texts import Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.written import Writings
    from schoolpolicy.model.finding import Finding
    from schoolpolicy.model.policy import Policy

_TO_PUPILS = "pupils/"
"""The folder of the pages on which "you" is a pupil."""


def check_sense_on_pages(policy: Policy, writings: Writings) -> Iterator[Finding]:
    """Yield a finding for each sentence of a page that harms a child who is in need."""
    pages = tuple(writings.of_pages())
    likely = Search(each.text for each in pages).holding(
        (*LIKELY_BLAME, *NUDE_LIKELY, *ORDER_LIKELY)
    )
    for number in sorted(likely):
        written = pages[number]
        text = written.text
        spans = tuple(paragraphs(text))
        stops = any(_says_when_to_stop(text[start:end]) for start, end in spans)
        to_pupils = written.page is not None and written.page.path.startswith(_TO_PUPILS)
        for start, end in (each for span in spans for each in placed_sentences(text, *span)):
            sentence, place = " ".join(text[start:end].split()), writings.spot(written, start, end)
            if blames(sentence, to_pupils=to_pupils):
                yield of_blame(written.begins, sentence, place)
            elif (error := orders_images(sentence)) or handles_images(sentence):
                yield of_images(policy, written.begins, sentence, place, error=error)
            elif not stops and opens_private(sentence):
                yield of_devices(policy, written.begins, sentence, place)


def _says_when_to_stop(paragraph: str) -> bool:
    return names_image(paragraph) and ("stop" in paragraph.lower() or refuses(paragraph))
