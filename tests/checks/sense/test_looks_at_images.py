"""Nothing has somebody look into a phone, or delete or copy what nobody may look at."""

from __future__ import annotations

from typing import Any

import pytest

from schoolpolicy.checks.sense.looks_at_images import handles_images, opens_private
from schoolpolicy.model.vocabulary import Severity
from tests.checks.sense.support import said, sense, small
from tests.policies import (
    agreement,
    checklist,
    duty,
    incident,
    node,
    response,
    role,
    statement,
    step,
)
from tests.policies import flowchart as chart

FAMILY = "looks-at-images"
NUDES = {"title": "Nude images", "keywords": ["nudes"]}
STOP = [{"id": "stop", "text": "A nude picture may be there. Stop.", "incident": "nudes"}]


def climb(text: str, **fields: Any) -> Any:
    return response("phones", step("first", time=1, text=text), **fields)


def case(text: str, **fields: Any) -> Any:
    first = {"id": "first", "text": text, "by": "head", "within": "at once"}
    return incident("case", steps=[first], **fields)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask the pupil to show you the image.",
        "Tell the child to send you the picture.",
        "Ask them to describe the photo.",
        "Ask to see the photo.",
        "Save the image as evidence.",
        "Keep a copy of the video as proof.",
        "Print the pictures for the police.",
        "Screenshot the picture and e-mail it.",
        "E-mail us the image.",
        "Forward the picture to the head.",
        "View the image to see how bad it is.",
        "Staff look at the picture first.",
    ],
)
def test_an_order_that_fits_a_nude_image_is_found_wherever_it_stands(sentence: str) -> None:
    assert opens_private(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not ask the child to show the image.",
        "Never forward the picture.",
        "Nobody saves the image as evidence.",
        "Take a screenshot of the message.",
        "Save the message as proof.",
        "Save the picture to the class folder.",
        "Ask the pupils to show you the pictures they drew.",
        "Ask the child to send the picture of their work.",
        "Look at the picture and say what you see.",
        "Check the photo consent list to see who may be shown.",
        "Ask for the photo of the class.",
        "Show the picture to the class.",
    ],
)
def test_everyday_pictures_are_not(sentence: str) -> None:
    assert not opens_private(sentence)


def test_agreements_and_checklists_are_read_as_well() -> None:
    order = "Ask the pupil to show you the image."
    item = {"id": "look", "text": order, "group": "First", "from": {"duty": "tests"}}
    sheets = checklist("found", item)
    whole = small(
        checklists=[sheets], agreements=[agreement("staff", {"id": "look", "text": order})]
    )
    assert [each.split(" has ")[0] for each in said(whole, FAMILY)] == [
        'data/agreements.yml:1:3: The agreement "staff", at "look", under "text",',
        'data/checklists.yml:1:3: The checklist "found", at "look", under "text",',
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff look through the phone.",
        "The head deletes the pictures.",
        "The phone is searched by two members of staff.",
        "Ask the child to show you their photos.",
        "Two senior staff scroll through the camera roll.",
        "Wipe the phone before it goes back.",
        "A senior leader unlocks the phone.",
        "Take a screenshot of the messages.",
        "Print the messages for the file.",
        "Staff check what is on the phone.",
        "The pupil deletes the video in front of a teacher.",
        "Forward the pictures to the head.",
        "The pupil hands over the passcode.",
        "Search it and log what is found.",
        "Delete everything on the phone.",
        "Save any pictures as evidence.",
        "The messages are read by the tutor.",
    ],
)
def test_orders_after_a_breach_are_found(sentence: str) -> None:
    assert opens_private(sentence, after_breach=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The phone is kept in the office until home time.",
        "Staff never look through the phone.",
        "Do not delete the pictures.",
        "The phone is opened by nobody.",
        "Look at the phone log.",
        "Open the school laptop.",
        "The teacher checks that phones are away.",
        "Keep the messages, names and dates.",
        "Look at what could have stopped this.",
        "We ask the pupil to take the post down.",
    ],
)
def test_other_measures_are_not(sentence: str) -> None:
    assert not opens_private(sentence, after_breach=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff may read the pupil's messages.",
        "Staff search confiscated phones.",
        "Look through devices that were handed in.",
        "Look through your child's phone with them.",
        "Delete the pictures from the pupil's phone.",
        "Ask the child to show you their messages.",
    ],
)
def test_elsewhere_the_thing_must_be_somebodys(sentence: str) -> None:
    assert opens_private(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wipe the device by the end of the week.",
        "We ask your family before we show your picture.",
        "Staff read their own messages at break.",
        "We delete pupils' pictures when they leave.",
        "Lock your device.",
    ],
)
def test_what_is_the_schools_or_ones_own_is_left_alone(sentence: str) -> None:
    assert not opens_private(sentence)


def test_an_order_in_an_incident_about_images_is_an_error() -> None:
    whole = small(incidents=[case("Look at it with a colleague.", **NUDES)])
    (found,) = sense(whole, FAMILY)
    assert found.severity is Severity.ERROR
    assert str(found) == (
        'data/incidents.yml:1:3: The incident "case", at "first", under "text", has somebody '
        'handle what may be a nude or sexual image of a child: "Look at it with a colleague." '
        "The advice on searching (July 2022) and on sharing nudes (2024) is that staff do not "
        "look at, copy or share such images. Write that nobody looks at it, copies, sends or "
        "deletes it, and who is told at once."
    )


def test_what_is_never_done_may_be_named() -> None:
    never = [{"id": "never", "text": "Look at it. Delete it.", "because": "It hurts."}]
    assert sense(small(incidents=[case("Stop.", never=never, **NUDES)]), FAMILY) == []


def test_outside_england_no_english_advice_is_named() -> None:
    whole = small(incidents=[case("Copy it.", **NUDES)], nation="wales")
    (found,) = said(whole, FAMILY)
    assert "To look at, copy or pass on such an image can be a crime." in found
    assert "2022" not in found


def test_an_order_to_show_or_pass_on_a_nude_image_is_an_error_wherever_it_stands() -> None:
    text = "The headteacher asks the pupil to show the nude image and forwards it."
    (found,) = sense(small(statements=[statement("a", text=text)]), FAMILY)
    assert found.severity is Severity.ERROR
    assert str(found) == (
        'data/statements.yml:1:3: The statement "a", under "text", has somebody handle what may '
        f'be a nude or sexual image of a child: "{text}" The advice on searching (July 2022) and '
        "on sharing nudes (2024) is that staff do not look at, copy or share such images. Write "
        "that nobody looks at it, copies, sends or deletes it, and who is told at once."
    )


def test_any_other_order_about_nude_images_is_a_warning() -> None:
    (found,) = sense(small(statements=[statement("a", text="Delete the nude image.")]), FAMILY)
    assert found.severity is Severity.WARNING
    assert not handles_images("Nobody prints the nude image.")


def test_a_step_of_a_response_needs_to_say_when_to_stop() -> None:
    text = "Staff look through the phone."
    nudes = incident("nudes", **NUDES)
    (found,) = sense(small(responses=[climb(text)], incidents=[nudes]), FAMILY)
    assert found.severity is Severity.WARNING
    assert 'add "stop_if" with the incident about such images' in found.remedy
    stopped = climb(text, stop_if=STOP)
    assert sense(small(responses=[stopped], incidents=[nudes]), FAMILY) == []


def test_to_stop_for_something_else_is_not_enough() -> None:
    elsewhere = [{"id": "stop", "text": "It is bullying.", "incident": "bullying"}]
    bullying = incident("bullying")
    stopped = climb("Staff look through the phone.", stop_if=elsewhere)
    assert len(sense(small(responses=[stopped], incidents=[bullying]), FAMILY)) == 1


def test_an_incident_that_says_what_holds_for_nude_images_is_left_alone() -> None:
    careless = case("Print the messages.")
    never = [{"id": "never", "text": "Never look at a nude picture.", "because": "It hurts."}]
    assert len(sense(small(incidents=[careless]), FAMILY)) == 1
    careful = careless.model_copy(update={"never": case("x", never=never).never})
    assert sense(small(incidents=[careful]), FAMILY) == []


def test_duties_checklists_and_flowcharts_are_read() -> None:
    text = "Look through the pupil's phone."
    item = {"id": "look", "text": text, "from": {"duty": "looks"}}
    nodes = [node("a", text=text), node("b"), node("c")]
    whole = small(
        roles=[role("head", duties=[duty("acts"), duty("looks", text=text)])],
        checklists=[checklist("visit", item)],
        flowcharts=[chart(*nodes)],
    )
    assert sorted(str(each.place) for each in sense(whole, FAMILY)) == [
        "data/checklists.yml:1:3",
        "data/flowcharts.yml:1:3",
        "data/roles.yml:101:5",
    ]
