"""Ladders as tables and steps, and lengths in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.model.response import Lasting
from schoolpolicy.publish.views.links import Links
from schoolpolicy.publish.views.responses import (
    lasting_words,
    response_groups,
    restriction_views,
    stops,
)
from schoolpolicy.rules.answer import RuleBook
from tests.policies import (
    COHORTS,
    incident,
    oakfield,
    policy,
    response,
    restriction,
    role,
    rule,
    site_page,
    step,
)

if TYPE_CHECKING:
    from schoolpolicy.model.response import Response
    from schoolpolicy.publish.views.responses import Group, LadderView

WORDS = {"pupil": "learner", "pupils": "learners", "parent": "carer", "parents": "carers"}
ROLES = (role("head"), role("parents", title="carers"), role("pupils", title="learners"))


def groups(*responses: Response, **fields: Any) -> tuple[Group, ...]:
    return response_groups(RuleBook(policy(responses=responses, roles=ROLES, **fields)))


def ladder(*steps: dict[str, Any], **fields: Any) -> LadderView:
    ((found,),) = (group.ladders for group in groups(response("talk", *steps, **fields)))
    return found


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"until": "end-of-lesson"}, "until the end of the lesson"),
        ({"until": "end-of-day"}, "until the end of the day"),
        ({"until": "half-term"}, "until half-term"),
        ({"until": "half-term", "at_least": 5}, "until half-term, for at least 5 school days"),
        ({"until": "end-of-term"}, "until the end of term"),
        ({"until": "meeting"}, "until we have met"),
        ({"until": "investigated"}, "until the facts are known"),
        ({"until": "collected"}, "until its owner collects it"),
        ({"hours": 1}, "for 1 hour"),
        ({"hours": 24}, "for 24 hours"),
        ({"school_days": 5}, "for 5 school days"),
    ],
)
def test_lengths_in_words(given: dict[str, Any], words: str) -> None:
    assert lasting_words(policy(), Lasting.model_validate(given)) == words


def test_what_was_kept_is_collected_by_one_person() -> None:
    kept = Lasting.model_validate({"until": "collected"})
    found = policy(words=WORDS, roles=ROLES)
    assert lasting_words(found, kept, "parents") == "until a carer collects it"
    assert lasting_words(found, kept, "pupils") == "until the learner collects it"
    assert lasting_words(found, kept, "head") == "until the head collects it"


def test_the_last_step_stands_for_all_later_times() -> None:
    found = ladder(step("one", time=1), step("two", time=2), step("three", time=3))
    assert [view.when for view in found.steps] == [
        "First time",
        "Second time",
        "Third time and after",
    ]
    assert [cell.span for cell in found.cells] == [1, 1, 1]


def test_a_short_ladder_fills_the_row() -> None:
    found = ladder(step("one", time=1), step("two", time=2))
    assert [(cell.span, [view.when for view in cell.steps]) for cell in found.cells] == [
        (1, ["First time"]),
        (2, ["Second time and after"]),
    ]


def test_a_long_ladder_keeps_later_times_in_the_last_column() -> None:
    found = ladder(*(step(f"at-{time}", time=time) for time in (1, 3, 4, 7)))
    assert [(cell.span, [view.when for view in cell.steps]) for cell in found.cells] == [
        (2, ["First time"]),
        (1, ["Third time", "Fourth time", "Time 7 and after"]),
    ]


def test_a_ladder_without_a_first_step_leaves_its_cell_empty() -> None:
    found = ladder(step("two", time=2))
    assert [(cell.span, len(cell.steps)) for cell in found.cells] == [(1, 0), (2, 1)]


def test_points_and_cases_stand_in_one_cell() -> None:
    points = ladder(step("a", points=1), step("b", points=3), counted="points", points="One each.")
    cases = ladder(step("a", case="It was a slip"), counted="cases")
    assert [view.when for view in points.steps] == ["From 1 point", "From 3 points"]
    assert [view.when for view in cases.steps] == ["It was a slip"]
    assert [cell.span for cell in (*points.cells, *cases.cells)] == [3, 3]


def test_when_the_count_begins_again() -> None:
    assert ladder().again == "The count begins again each school year."
    assert ladder(per="half-term").again == "The count begins again each half-term."
    assert ladder(step("a", case="Bad"), counted="cases").again == ""


def test_who_collects_is_said_once() -> None:
    day = {"until": "end-of-day"}
    kept = {"until": "collected"}
    steps = (
        step("one", time=1, lasts=day, collected_by="pupils"),
        step("two", time=2, lasts=kept, collected_by="parents"),
        step("three", time=3),
    )
    ((found,),) = (group.ladders for group in groups(response("a", *steps), words=WORDS))
    assert [(view.lasts, view.collector) for view in found.steps] == [
        ("Until the end of the day", "The learner"),
        ("Until a carer collects it", ""),
        ("", ""),
    ]


def test_a_table_has_the_first_sentence_and_the_log_in_a_sentence() -> None:
    ((view,), (short,)) = (
        ladder(step("one", time=1, text="We keep it. Nobody looks.", log="The log")).steps,
        ladder(step("one", time=1, text="We talk.", log="IT records")).steps,
    )
    assert (view.headline, view.log) == ("We keep it.", "the log")
    assert (short.headline, short.log) == ("We talk.", "IT records")


def test_ladders_stand_with_their_people() -> None:
    found = groups(
        response("a", who={"audience": "parents"}),
        response("b", who={"audience": "everyone"}),
        response("c"),
        response("d", who={"audience": "staff"}),
        words={"pupils": "learners"},
    )
    assert [(each.title, [view.response.id for view in each.ladders]) for each in found] == [
        ("Learners", ["c"]),
        ("Staff", ["d"]),
        ("Other adults", ["a"]),
        ("Everybody", ["b"]),
    ]


def test_a_ladder_says_for_which_years_it_is() -> None:
    assert ladder(who={"audience": "pupils", "cohorts": ["y6"]}).whom == "Year 6"


def test_a_ladder_for_nobody_in_the_school_is_left_out() -> None:
    oldest = {"id": "y13", "title": "Year 13", "audience": "pupils"}
    old = response("old", who={"audience": "pupils", "cohorts": ["y13"]})
    assert groups(old, cohorts=(*COHORTS, oldest)) == ()


def test_a_ladder_names_those_that_it_counts_together() -> None:
    both = (response("talk"), response("again", about=[], counts=["talk", "gone"]))
    ((_, again),) = (group.ladders for group in groups(*both))
    assert again.counts == (("talk", "Talk"),)


def test_what_comes_before_any_ladder() -> None:
    def stop(name: str, incident: str) -> dict[str, str]:
        return {"id": name, "text": "Stop.", "incident": incident}

    found = policy(
        incidents=(incident("bullying"), incident("nudes")),
        responses=(
            response("a", stop_if=[stop("a-bullying", "bullying"), stop("a-nudes", "nudes")]),
            response("b", stop_if=[stop("b-nudes", "nudes")]),
        ),
    )
    assert [each.id for each in stops(found)] == ["nudes", "bullying"]


def test_in_brief_a_ladder_is_where_it_begins_and_ends() -> None:
    one, two, three = step("one", time=1), step("two", time=2), step("three", time=3)
    assert [each.step.id for each in ladder(one, two, three).brief] == ["one", "three"]
    assert [each.step.id for each in ladder(one, two).brief] == ["one", "two"]


def test_a_restriction_has_its_rules_and_its_length() -> None:
    meant = rule("agreed", restriction="agreement")
    found = policy(meant, rule("other"), restrictions=(restriction("agreement"),), roles=ROLES)
    (view,) = restriction_views(RuleBook(found))
    assert view.restriction.id == "agreement"
    assert view.lasts == "For 5 school days"
    assert view.rules == (meant,)


def test_every_mention_of_a_ladder_or_restriction_leads_to_the_page_that_lists_them() -> None:
    pages = (site_page("policy/responses.md", "# Broken\n\n{{ responses() }}\n"),)
    links = Links(policy(), pages)
    assert links.address("responses", "talk") == "policy/responses.html#talk"
    assert links.address("restrictions", "agreement") == "policy/responses.html#agreement"


def test_at_oakfield_no_step_has_an_adult_search_a_device_or_ask_to_be_shown() -> None:
    acts = re.compile(
        r"\b(delete|search|unlock|scroll|look through|show (me|us|the picture))", re.I
    )
    steps = [step for each in oakfield().responses for step in each.steps]
    assert [each.id for each in steps if acts.search(each.text)] == []


def test_at_oakfield_every_ladder_about_devices_or_pictures_stops_for_nude_pictures() -> None:
    wanted = {"mobile-phone", "own-device", "device", "pictures-without-permission"}
    for each in oakfield().responses:
        if wanted & set(each.about) and each.id not in {"pupils-off-task", "others-systems"}:
            assert "nude-images" in {stop.incident for stop in each.stop_if}, each.id


def test_at_oakfield_nobody_is_punished_for_telling_or_for_seeing_by_accident() -> None:
    found = {each.id: each for each in oakfield().responses}
    assert "accident" in found["pupils-harmful-sites"].plain
    assert "accident" in found["pupils-off-task"].fair
    assert "You are not in trouble" in (found["pupils-illegal"].pupils.eyfs_ks1 or "")
