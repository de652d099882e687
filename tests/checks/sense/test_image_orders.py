"""An order to show, pass on or keep a nude image is told from a text that only speaks of it."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.sense.image_orders import orders_images


@pytest.mark.parametrize(
    "sentence",
    [
        "The headteacher asks the pupil to show the nude image and forwards it.",
        "Ask the pupil to show the nude image and forward it to the head.",
        "The lead asks the child to forward the indecent picture.",
        "Staff save the nude image of the child and send it to the lead.",
        "Save the nude image as evidence.",
        "We forward nude images to the police.",
        "The class teacher takes the phone and saves the nude image.",
        "Staff may look at the indecent photo with a colleague.",
        "Print the nude image.",
        "Nude images are saved as evidence.",
        "The indecent image is forwarded to the police.",
        "Save the nude picture.",
        "Take the phone, then forward the nude picture to the head.",
        "Parents e-mail us the nude image.",
    ],
)
def test_what_the_school_does_or_has_done_is_an_order(sentence: str) -> None:
    assert orders_images(sentence)


def test_a_role_of_a_page_is_a_blank() -> None:
    assert orders_images("The saves the nude image.")  # The {{ dsl }} saves ...


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody prints the nude image.",
        "Do not ask the child to show the nude image.",
        "Staff never forward a nude image.",
        "Pupils who share nude images may break the law.",
        "Pupils share nude images more often than we think.",
        "Pupils learn why people send nude images.",
        "If an offender asks the child to send a nude image, tell us.",
        "Tell us if somebody asks you to send a nude image.",
        "Share the nude image guidance with staff.",
        "We share the guidance on nude images with staff.",
        "Staff know how to respond to nude images.",
        "A pupil is asked to send a nude image.",
        "Staff report a nude image to the lead.",
        "Nude images are shared among pupils.",
        "To share a nude image of a child is a crime.",
        "We look at how children are pressed to send nude images.",
        "Staff who see a nude image tell the lead.",
        "Parents learn how children come to send nudes.",
        "The lead keeps a log of each report of a nude image.",
        "Staff keep the phone safe and tell the lead about the nude image.",
        "We teach pupils what to do when somebody sends a nude image.",
        "Show the class the film about nude images.",
    ],
)
def test_what_forbids_it_or_tells_of_it_is_none(sentence: str) -> None:
    assert not orders_images(sentence)
