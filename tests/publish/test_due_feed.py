"""The calendar of what is due, as the programs read it that people keep their days in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import icalendar
import vobject

from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.due_feed import due_feed
from schoolpolicy.publish.views.due import due_report
from tests.policies import HILL, PLAN, duty, oakfield, policy, role

if TYPE_CHECKING:
    from schoolpolicy.model.policy import Policy

DAY = dt.date(2026, 11, 22)
ODD = 'Reads the "Prüfbericht" of Ysgol Glan-y-Môr, and asks; then writes \\ it down <b>'
TERM = {
    "id": "autumn-2026",
    "from": "2026-09-02",
    "to": "2026-12-16",
    "half_term": {"from": "2026-10-26", "to": "2026-10-30"},
}
DONE = {"duty": "reads", "date": "2026-10-09", "by": "head", "note": "Lilac."}


def made(**fields: Any) -> Policy:
    head = role("head", duties=[duty("reads", text=ODD, every="1 term")])
    return policy(**{"roles": (head,), **fields})


def feed(whole: Policy, audience: Visibility = Visibility.PUBLIC, day: dt.date = DAY) -> bytes:
    return due_feed(whole, due_report(whole, audience, day))


def events(raw: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(raw).walk("VEVENT"))


def first(raw: bytes) -> dict[str, str]:
    event = events(raw)[0]
    return {key: event.get(key).to_ical().decode() for key in event}


class TestOneDay:
    def test_it_says_what_who_and_when(self) -> None:
        found = events(feed(made()))[0]
        assert str(found["summary"]) == f"{ODD} (about this day)"
        assert found["dtstart"].dt == dt.date(2026, 12, 18)
        assert found["dtstart"].params["VALUE"] == "DATE"
        assert found["dtend"].dt == dt.date(2026, 12, 19)
        assert found["categories"].cats == ["Head"]
        assert str(found["description"]) == (
            "Who: head.\nOnce a term.\nThe school gives no dates of its terms, so the day is a "
            "guess."
        )

    def test_with_the_terms_of_the_school_it_is_no_guess(self) -> None:
        found = events(feed(made(school={**HILL, "term_dates": [TERM]})))[0]
        assert str(found["summary"]) == ODD
        assert found["dtstart"].dt == dt.date(2026, 12, 16)

    def test_it_takes_up_no_time_of_the_day(self) -> None:
        assert first(feed(made()))["TRANSP"] == "TRANSPARENT"

    def test_it_leads_to_the_website_if_there_is_one(self) -> None:
        site = {**HILL, "website": "https://www.hill.example"}
        assert "URL" not in first(feed(made()))
        assert first(feed(made(school=site)))["URL"] == "https://www.hill.example"
        assert "URL" not in first(feed(made(school={**HILL, "website": "undecided"})))


class TestItStaysTheSame:
    def test_its_name_is_that_of_the_thing_and_the_term(self) -> None:
        site = {**HILL, "website": "https://www.hill.example"}
        names = [str(each["uid"]) for each in events(feed(made(school=site)))]
        assert names == [
            "duty-reads-autumn-2026@www.hill.example",
            "duty-reads-spring-2027@www.hill.example",
            "duty-reads-summer-2027@www.hill.example",
        ]
        assert str(events(feed(made()))[0]["uid"]) == "duty-reads-autumn-2026@hill"

    def test_a_term_that_ends_on_another_day_keeps_the_names(self) -> None:
        moved = feed(made(school={**HILL, "term_dates": [TERM]}))
        assert [each["uid"] for each in events(moved)] == [
            each["uid"] for each in events(feed(made()))
        ]

    def test_building_again_gives_the_same_bytes(self) -> None:
        assert feed(made()) == feed(made(), day=DAY + dt.timedelta(days=5))

    def test_it_was_changed_when_the_policy_was(self) -> None:
        versions = [
            {"version": "1", "date": "2026-09-20", "reason": "First"},
            {"version": "2", "date": "2026-10", "reason": "More"},
        ]
        later = {**HILL, "review": {**PLAN, "versions": versions}}
        assert (first(feed(made()))["DTSTAMP"], first(feed(made()))["SEQUENCE"]) == (
            "20260901T000000Z",
            "0",
        )
        found = first(feed(made(school=later)))
        assert (found["DTSTAMP"], found["LAST-MODIFIED"], found["SEQUENCE"]) == (
            "20261031T000000Z",
            "20261031T000000Z",
            "2",
        )


class TestForWhom:
    EVIDENCE = (DONE,)

    def test_the_public_learns_nothing_of_what_was_done(self) -> None:
        assert feed(made(evidence=self.EVIDENCE)) == feed(made())

    def test_staff_do_but_no_notes(self) -> None:
        raw = feed(made(evidence=self.EVIDENCE), Visibility.STAFF)
        assert "last done 9 October 2026" in str(events(raw)[0]["description"])
        assert b"Lilac" not in raw

    def test_what_is_overdue_says_so_on_the_day_that_passed(self) -> None:
        done = {**DONE, "date": "2026-02-01"}
        late = events(feed(made(evidence=(done,)), Visibility.STAFF, dt.date(2026, 9, 9)))[0]
        assert str(late["summary"]).startswith("Overdue: Reads")
        assert late["dtstart"].dt == dt.date(2026, 7, 20)

    def test_only_those_who_do_it_are_reminded(self) -> None:
        assert b"VALARM" not in feed(made())
        (alarm,) = events(feed(made(), Visibility.STAFF))[0].walk("VALARM")
        assert alarm["trigger"].dt == dt.timedelta(days=-7)

    def test_nobody_is_reminded_each_week(self) -> None:
        weekly = role("head", duties=[duty("reads", every="1 week")])
        assert b"VALARM" not in feed(made(roles=(weekly,)), Visibility.STAFF)


class TestTheFile:
    def test_it_names_itself_and_says_how_often_to_look(self) -> None:
        found = icalendar.Calendar.from_ical(feed(made()))
        assert str(found["name"]) == str(found["x-wr-calname"]) == "Hill School: online safety"
        assert found["prodid"] == "-//School Policy//What is due//EN"
        assert found["refresh-interval"].dt == dt.timedelta(days=1)
        assert b"X-PUBLISHED-TTL;VALUE=DURATION:P1D\r\n" in feed(made())

    def test_lines_are_folded_and_end_as_they_must(self) -> None:
        for raw in (feed(made()), feed(oakfield(), Visibility.GOVERNORS)):
            lines = raw.split(b"\r\n")
            assert max(map(len, lines)) <= 75
            assert b"\n" not in raw.replace(b"\r\n", b"")
            assert all(each.decode("utf-8") is not None for each in lines), "no letter is split"

    def test_another_program_reads_the_same(self) -> None:
        for raw in (feed(made()), feed(oakfield()), feed(oakfield(), Visibility.GOVERNORS)):
            mine = [
                (str(each["uid"]), each["dtstart"].dt, str(each["summary"])) for each in events(raw)
            ]
            calendar = vobject.readOne(raw.decode("utf-8"))
            other = [
                (each.uid.value, each.dtstart.value, each.summary.value)
                for each in calendar.vevent_list
            ]
            assert other == mine

    def test_no_name_stands_twice(self) -> None:
        for audience in Visibility:
            names = [str(each["uid"]) for each in events(feed(oakfield(), audience))]
            assert len(set(names)) == len(names)
