"""What is due this month as issues: one a role, known again, what is ticked stays ticked."""

from __future__ import annotations

import datetime as dt
from typing import Any

from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.due_issues import Issue, Step, issue_steps
from schoolpolicy.publish.views.due import due_report
from tests.policies import duty, policy, post, role

DAY = dt.date(2026, 11, 22)
MARK = "<!-- schoolpolicy-due hill head -->"
LINE = (
    "- [ ] about 6 November 2026, 13 November 2026, 20 November 2026 and 27 November 2026: "
    "Does &lt;reads&gt; &#64;all. (once a week) <!-- duty:reads 2026-11 -->"
)


def steps(
    *known: Issue, day: dt.date = DAY, audience: Visibility = Visibility.PUBLIC, **fields: Any
) -> list[Step]:
    head = role("head", duties=[duty("reads", text="Does <reads> @all.", every="1 week")])
    made = policy(**{"roles": (head,), **fields})
    return list(issue_steps(due_report(made, audience, day), known))


def issue(step: Step, number: int = 7, state: str = "OPEN") -> Issue:
    return Issue(number=number, state=state, body=step.body)


def test_a_role_with_something_due_gets_an_issue() -> None:
    (step,) = steps(posts=(post("boss", "head"),))
    assert (step.do, step.number, step.title, step.label) == (
        "create",
        None,
        "Due this month: head",
        "due",
    )
    assert step.body == (
        f"{MARK}\nHill School: what the head (boss) does by the end of November 2026, as the "
        f"online safety policy says.\n\n{LINE}\n\nThis is the plan. It is for everybody to see, so "
        "it does not say what was done. Name no child here, nor anybody else.\n"
    )


def test_doing_it_twice_changes_nothing() -> None:
    (step,) = steps()
    assert steps(issue(step)) == []
    windows = Issue(number=7, state="OPEN", body=step.body.replace("\n", "\r\n"))
    assert steps(windows) == []


def test_what_was_ticked_stays_ticked() -> None:
    (step,) = steps()
    ticked = Issue(number=7, state="OPEN", body=step.body.replace("[ ]", "[x]"))
    assert steps(ticked) == []
    (again,) = steps(ticked, posts=(post("boss", "head"),))
    assert (again.do, again.number) == ("edit", 7)
    assert LINE.replace("[ ]", "[x]") in again.body


def test_what_was_ticked_in_a_browser_stays_ticked() -> None:
    (step,) = steps()
    body = step.body.replace("[ ]", "[x]").replace("\n", "\r\n")
    ticked = Issue(number=7, state="OPEN", body=body)
    assert steps(ticked) == []
    (again,) = steps(ticked, posts=(post("boss", "head"),))
    assert LINE.replace("[ ]", "[x]") in again.body


def test_the_next_month_begins_with_nothing_ticked() -> None:
    (step,) = steps()
    ticked = Issue(number=7, state="OPEN", body=step.body.replace("[ ]", "[x]"))
    (again,) = steps(ticked, day=dt.date(2026, 12, 1))
    assert again.do == "edit"
    assert "[x]" not in again.body


def test_an_issue_that_people_closed_stays_closed_until_the_next_month() -> None:
    (step,) = steps()
    closed = issue(step, state="CLOSED")
    assert steps(closed) == []
    (again,) = steps(closed, day=dt.date(2026, 12, 1))
    assert (again.do, again.number) == ("reopen", 7)


def test_when_nothing_is_left_it_is_closed() -> None:
    (step,) = steps()
    yearly = (role("head", duties=[duty("reads", every="1 year")]),)
    (close,) = steps(issue(step), roles=yearly)
    assert (close.do, close.number) == ("close", 7)
    assert steps(issue(step, state="CLOSED"), roles=yearly) == []


def test_what_was_done_goes_from_the_list_of_staff() -> None:
    done = {"duty": "reads", "by": "head", "note": "Lilac."}
    weekly = {"audience": Visibility.STAFF, "day": dt.date(2026, 11, 28)}
    (late,) = steps(evidence=({**done, "date": "2026-10-09"},), **weekly)
    assert "- [ ] overdue since 16 October 2026: Does" in late.body
    assert "`schools/hill/evidence.yml`" in late.body
    assert "Lilac" not in late.body
    assert steps(evidence=({**done, "date": "2026-11-27"},), **weekly) == []


def test_issues_of_others_are_left_alone() -> None:
    (step,) = steps()
    others = (
        Issue(number=1, state="OPEN", body="Something due."),
        Issue(number=2, state="OPEN", body=step.body.replace("hill", "dale")),
    )
    assert steps(*others, issue(step)) == []


def test_families_get_none() -> None:
    assert (
        steps(roles=(role("head", audience="parents", duties=[duty("x", every="1 week")]),)) == []
    )


def test_what_only_staff_may_see_is_not_in_the_public_list() -> None:
    hidden = (role("head", duties=[duty("reads", every="1 week", visibility="staff")]),)
    assert steps(roles=hidden) == []
    assert len(steps(roles=hidden, audience=Visibility.STAFF)) == 1
