"""The formal policy and its facts, as pages show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from macros.calls import Calls
from schoolpolicy.model.agreement import Acceptance
from schoolpolicy.model.document import LinkedPolicy
from schoolpolicy.publish.site.components import Components
from tests.policies import HILL, PLAN, agreement, grid, policy, role, section, statement, topic
from tests.policies import rule as make_rule
from tests.support import ROOT

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

TO_SIGN = agreement("visitors", {"id": "kind", "text": "I am kind."})


def calls(made: Policy) -> Calls:
    return Calls(made, Components(ROOT / "overrides", {}), [])


def hill(review: dict[str, Any] | None = None, **school: Any) -> Calls:
    """Return the macros of Hill School with some facts of its own."""
    return calls(
        policy(
            school={**HILL, **school, "review": {**PLAN, **(review or {})}},
            roles=(role("head", title="headteacher"),),
        )
    )


def text(html: str) -> str:
    """Return what a reader sees, with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


class TestNames:
    """The school's name and motto in its languages."""

    def test_each_is_marked_with_its_language(self) -> None:
        html = hill(also_named={"cy": "Ysgol y Bryn"}, motto={"en": "Up", "la": "Sursum"})
        assert '<span lang="cy">Ysgol y Bryn</span>' in html.school_names()
        assert 'Up · <span lang="la">Sursum</span>' in html.school_names()

    def test_a_motto_without_a_language_is_english(self) -> None:
        assert "lang" not in hill(motto="Up & on").school_names()
        assert text(hill(motto="Up & on").school_names()) == "Up &amp; on"

    def test_a_school_with_one_name_and_no_motto_says_nothing_more(self) -> None:
        assert hill().school_names() == ""


class TestReviewFacts:
    """How the policy came to be and how it is kept."""

    def test_what_a_school_does_not_say_is_not_shown(self) -> None:
        assert text(hill().review_facts()) == (
            "Approved by Headteacher: not yet. Looked at again Next on 1 September 2027."
        )

    def test_all_that_a_school_says_is_shown(self) -> None:
        said = text(
            hill(
                {
                    "approved_through": "standards committee",
                    "every": "1 year",
                    "adopted": {"from": "Ash Council", "title": "Model", "date": "2015-10-19"},
                    "consulted": [{"who": "parents", "how": "a survey", "date": "2026-05"}],
                    "agreed_by": [{"by": "head", "date": "2026-07-08"}],
                    "published": [{"where": "the office", "audiences": ["parents"]}],
                    "reviewed_on": ["2016-10", "2017-11"],
                }
            ).review_facts()
        )
        for line in (
            "Taken over from Ash Council: Model (19 October 2015)",
            "Who had a say Parents: a survey (May 2026).",
            "Agreed by Headteacher (8 July 2026).",
            "Approved by Headteacher, through the standards committee: not yet.",
            "Where people find it The office, for parents.",
            "Looked at again Once a year, next on 1 September 2027.",
            "Earlier reviews October 2016, November 2017.",
        ):
            assert line in said

    def test_a_version_that_nobody_has_signed_says_so(self) -> None:
        signed = {"signed_by": "head", "signed_on": "2021-02-03"}
        said = text(
            hill(
                {
                    "versions": [
                        {"version": "1", "date": "2021-02", "reason": "New", **signed},
                        {"version": "2", "date": "2024-11", "reason": "Review"},
                    ]
                }
            ).review_facts()
        )
        assert said.endswith(
            "Version Date Reason Signed off 2 November 2024 Review Not yet "
            "1 February 2021 New Headteacher, 3 February 2021"
        )

    def test_who_signed_and_when_are_one_run_of_words(self) -> None:
        """Else each part is a cell of its own on a phone."""
        signed = {"signed_by": "head", "signed_on": "2021-02-03"}
        html = hill({"versions": [{"version": "1", "date": "2021-02", "reason": "New", **signed}]})
        assert '<td data-label="Signed off"><span>Headteacher, 3 February 2021</span></td>' in (
            html.review_facts()
        )

    def test_the_whole_policy_says_the_schools_name_in_each_language_once(self) -> None:
        made = hill(also_named={"cy": "Ysgol y Bryn"}, motto={"en": "Up", "la": "Sursum"})
        whole = str(made.whole_policy())
        assert whole.count("Ysgol y Bryn") == 1
        assert whole.count("Sursum") == 1


class TestNumbers:
    """Numbers in the text of a chapter."""

    MADE = (
        {"id": "screens", "text": "screens"},
        {"id": "doors", "text": "doors", "points": [{"id": "back", "text": "at the back"}]},
    )

    def chapter(self, numbering: str) -> str:
        made = policy(
            school={**HILL, "numbering": numbering},
            topics=(topic("phones"),),
            sections=(section("devices", "phones"),),
            statements=(statement("lock", text="We lock:", points=self.MADE),),
            roles=(role("head"),),
        )
        return calls(made).section("devices")

    def test_a_number_leads_to_an_address_that_stays(self) -> None:
        html = self.chapter("paragraphs")
        assert '<li class="sp-statement" id="lock">' in html
        assert '<a class="sp-number" id="1.1" href="#lock">1.1</a>' in html

    def test_lists_are_lettered_in_the_text(self) -> None:
        said = text(self.chapter("paragraphs"))
        assert "Chapter 1" in said
        assert "1.1 We lock: a) screens b) doors i) at the back" in said

    def test_a_school_without_numbers_has_plain_lists(self) -> None:
        said = text(self.chapter("none"))
        assert "Chapter" not in said
        assert "We lock: screens doors at the back" in said


class TestAcceptance:
    """Agreements that nobody signs."""

    def test_a_notice_at_log_on_is_shown_as_it_looks_and_as_text(self) -> None:
        notice = TO_SIGN.model_copy(
            update={
                "acceptance": Acceptance.LOG_ON,
                "signatures": (),
                "declining": "You ask the office.",
            }
        )
        html = calls(policy(agreements=(notice,))).agreement_page("visitors")
        assert "Accept Decline" in text(html)
        assert "If you decline You ask the office." in text(html)
        assert "8 words of plain text" in text(html)
        assert "Visitors promises&#10;Read this.&#10;1. I am kind.&#10;" in html
        assert "Sign here" not in html
        assert not re.search(r"<(button|form|input|script)", html), "nothing to press or store"

    def test_rules_that_simply_hold_have_no_line_to_sign(self) -> None:
        rules = TO_SIGN.model_copy(update={"acceptance": Acceptance.NONE, "signatures": ()})
        said = text(calls(policy(agreements=(rules,))).agreement_page("visitors"))
        assert "The rules I am kind." in said
        assert "Nobody signs them." in said
        assert "Sign here" not in said


def test_rows_to_fill_in_stand_below_a_table() -> None:
    rows = [{"id": "phone", "title": "Phones", "thing": "phone"}]
    shown = grid(rows=rows, blank_rows=2)
    html = calls(policy(make_rule("phones"), grids=(shown,))).grid("grid")
    _, blank = html.split('<tbody class="sp-blank-rows" aria-hidden="true">')
    assert blank.split("</tbody>")[0].count("<tr>") == 2


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Ask the school for a copy."),
        ({"where": "the staff room"}, "Where to find it: the staff room."),
        ({"missing": True}, "The school has yet to write it."),
    ],
)
def test_a_linked_policy_says_where_it_is(fields: dict[str, Any], said: str) -> None:
    given = {"id": "filtering", "title": "Filtering", "about": "Levels.", "owner": "head"}
    made = policy(
        documents=(LinkedPolicy.model_validate({**given, "kind": "appendix", **fields}),),
        roles=(role("head"),),
    )
    shown = text(calls(made).linked_policies())
    assert shown.endswith(said)
    assert "Appendices to this policy" in shown


def test_the_school_promises_something_in_return() -> None:
    made = policy(agreements=(TO_SIGN.model_copy(update={"school_promises": ("We train you.",)}),))
    assert text(calls(made).school_promises("visitors")) == "We train you."
