"""Overviews for one audience, and where a child finds help at once."""

from __future__ import annotations

import pytest

from schoolpolicy.publish.views.audiences import (
    URGENT,
    by_group,
    contact_groups,
    overview,
    short_name,
    urgent,
)
from tests.policies import contact, oakfield, policy, statement, topic

HILL = policy(
    topics=(topic("phones"), topic("images"), topic("silent")),
    statements=(
        statement("ask", "images", words={"staff": "Ask."}),
        statement("lock", words={"staff": "Lock it.", "pupils": {"ks2": "We lock it."}}),
        statement("off", words={"staff": "Switch it off."}),
    ),
)


def test_a_reader_is_told_by_topic_in_the_order_of_the_topics() -> None:
    assert [
        (each.topic.id, [s.text for s in each.sayings]) for each in overview(HILL, "staff")
    ] == [
        ("phones", ["Lock it.", "Switch it off."]),
        ("images", ["Ask."]),
    ]


def test_topics_that_say_nothing_to_a_reader_are_left_out() -> None:
    assert [each.topic.id for each in overview(HILL, "ks2")] == ["phones"]
    assert overview(HILL, "governors") == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Childline", "Childline"),
        ("Child Exploitation and Online Protection (CEOP) Safety Centre", "CEOP"),
        ("Report Remove, by Childline and others", "Report Remove"),
        ("Prevent advice line (Action Counters Terrorism)", "Prevent advice line"),
    ],
)
def test_a_service_has_a_name_short_enough_for_a_button(title: str, name: str) -> None:
    assert short_name(title) == name


def test_routes_come_in_the_order_in_which_a_child_needs_them() -> None:
    whole = policy(contacts=(contact("ceop"), contact("lado"), contact("childline")))
    assert [(each.name, each.contact.id) for each in urgent(whole)] == [
        ("Childline", "childline"),
        ("Ceop", "ceop"),
    ]


def test_oakfield_has_every_urgent_route_with_a_short_name_a_picture_and_a_way() -> None:
    found = urgent(oakfield())
    assert [each.contact.id for each in found] == list(URGENT)
    assert [each.name for each in found] == ["Childline", "Report Remove", "CEOP"]
    for each in found:
        assert each.contact.icon
        assert each.contact.phone or each.contact.url


def test_every_contact_stands_once_under_the_first_heading_that_fits() -> None:
    whole = policy(
        contacts=(
            contact("lado", audiences=["staff", "governors"]),
            contact("ico", audiences=["parents", "staff"]),
            contact("childline"),
            contact("police", emergency=True),
        )
    )
    assert [(title, [each.id for each in found]) for title, found in contact_groups(whole)] == [
        ("In danger now", ["police"]),
        ("For children and young people", ["childline"]),
        ("For parents and other adults", ["ico"]),
        ("For people who work here", ["lado"]),
    ]


def test_a_heading_without_contacts_is_left_out() -> None:
    found = contact_groups(policy(contacts=(contact("childline"),)))
    assert [title for title, _ in found] == ["For children and young people"]


def test_topics_stand_under_the_headings_that_neighbours_share() -> None:
    topics = (
        topic("help", group="Help"),
        topic("bullying", group="Help"),
        topic("phones", group="Devices"),
        topic("trips"),
    )
    told = {"words": {"staff": "Tell us."}}
    statements = tuple(statement(f"{each.id}-told", each.id, **told) for each in topics)
    whole = policy(topics=topics, statements=statements)
    assert [
        (title, [each.topic.id for each in some])
        for title, some in by_group(overview(whole, "staff"))
    ] == [("Help", ["help", "bullying"]), ("Devices", ["phones"]), (None, ["trips"])]
