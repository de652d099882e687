"""Where each record is shown, and the way there."""

from __future__ import annotations

import pytest

from macros.calls import Calls
from schoolpolicy.model.policy import Policy
from schoolpolicy.publish.views.links import AREAS, LISTS, Links, between
from tests.policies import (
    citation,
    duty,
    incident,
    policy,
    role,
    section,
    site_page,
    statement,
    topic,
)

HILL = policy(
    roles=(role("head", duties=[duty("head-leads")]),),
    topics=(topic("phones"), topic("images")),
    sections=(section("devices", "phones"),),
    statements=(statement("lock"), statement("ask", "images")),
    incidents=(incident("bullying"),),
    citations=(citation("guidance"),),
)
PAGES = (
    site_page("index.md"),
    site_page("policy/roles/head.md", for_each="roles"),
    site_page("policy/sections/devices.md", for_each="sections"),
    site_page("policy/grids/phones.md", for_each="grids"),
    site_page("parents/incidents/bullying.md", for_each="incidents"),
    site_page("staff/incidents/bullying.md", for_each="incidents"),
    site_page("agreements/staff.md", for_each="agreements"),
    site_page("policy/law.md", "# Law\n\n{{ citations() }}\n"),
    site_page("report/index.md", "{{contacts()}}"),
)


@pytest.fixture
def links() -> Links:
    return Links(HILL, PAGES, {"phones-free": "phones"})


@pytest.mark.parametrize(
    ("subject", "identity", "address"),
    [
        ("roles", "head", "policy/roles/head.html"),
        ("agreements", "staff", "agreements/staff.html"),
        ("citations", "guidance", "policy/law.html#guidance"),
        ("contacts", "childline", "report/index.html#childline"),
        ("duties", "head-leads", "policy/roles/head.html#head-leads"),
        ("statements", "lock", "policy/sections/devices.html#lock"),
        ("rules", "phones-free", "policy/grids/phones.html#rule-phones-free"),
    ],
)
def test_a_record_has_a_home(links: Links, subject: str, identity: str, address: str) -> None:
    assert links.address(subject, identity) == address


@pytest.mark.parametrize(
    ("subject", "identity"),
    [
        ("glossary", "ai"),
        ("checklists", "induction"),
        ("statements", "ask"),
        ("rules", "phones-never-shown"),
        ("duties", "no-such-duty"),
    ],
)
def test_a_record_without_a_home_is_not_linked(links: Links, subject: str, identity: str) -> None:
    assert links.address(subject, identity) is None
    assert links.relative("index.md", subject, identity) is None


def test_a_subject_with_several_homes_is_shown_in_the_area_that_is_asked_for(links: Links) -> None:
    assert links.address("incidents", "bullying", "parents") == "parents/incidents/bullying.html"
    assert links.address("incidents", "bullying", "staff") == "staff/incidents/bullying.html"


def test_unless_asked_for_it_is_the_area_that_is_usual(links: Links) -> None:
    assert AREAS["incidents"] == "staff"
    assert links.address("incidents", "bullying") == "staff/incidents/bullying.html"
    assert links.address("incidents", "bullying", "governors") == "staff/incidents/bullying.html"


def test_a_page_prefers_the_home_in_its_own_area(links: Links) -> None:
    assert links.relative("parents/index.md", "incidents", "bullying") == "incidents/bullying.html"
    assert (
        links.relative("policy/index.md", "incidents", "bullying")
        == "../staff/incidents/bullying.html"
    )


def test_the_area_that_is_asked_for_goes_before_the_pages_own(links: Links) -> None:
    assert (
        links.relative("parents/index.md", "incidents", "bullying", "staff")
        == "../staff/incidents/bullying.html"
    )


def test_a_macro_in_the_middle_of_other_text_makes_no_home() -> None:
    pages = (site_page("policy/law.md", '{{ citations_of("x") }} {{ my_citations() }}'),)
    assert Links(HILL, pages).address("citations", "guidance") is None


@pytest.mark.parametrize(
    ("here", "target", "way"),
    [
        ("index.md", "policy/law.html", "policy/law.html"),
        ("policy/index.md", "policy/law.html#guidance", "law.html#guidance"),
        ("policy/roles/head.md", "report/index.html", "../../report/index.html"),
        ("parents/topics/phones.md", "index.html", "../../index.html"),
        ("policy/law.md", "policy/law.html#guidance", "#guidance"),
        ("policy/law.md", "policy/law.html", "law.html"),
    ],
)
def test_the_way_from_one_page_to_another(here: str, target: str, way: str) -> None:
    assert between(here, target) == way


def test_no_way_starts_at_the_top_of_a_web_server(links: Links) -> None:
    for here in ("index.md", "policy/index.md", "policy/roles/head.md"):
        for subject, identity in (("roles", "head"), ("citations", "guidance")):
            assert not (links.relative(here, subject, identity) or "/").startswith("/")


def test_every_list_is_a_subject_with_a_macro() -> None:
    assert set(LISTS) <= set(Policy.subjects())
    assert set(LISTS.values()) <= set(Calls.shapes())


def test_the_page_that_lists_a_subject_has_its_way() -> None:
    links = Links(HILL, PAGES)
    assert links.list_page("policy/sections/devices.md", "citations") == "../law.html"
    assert links.list_page("index.md", "glossary") is None
