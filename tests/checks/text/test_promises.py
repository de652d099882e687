"""A statement promises nothing that nobody has to do, or has to do as often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from schoolpolicy.checks.text.promises import check_promises
from schoolpolicy.model.learning import Training
from schoolpolicy.model.review import ReviewItem
from tests.checks.text.support import Small
from tests.policies import duty, requirement, role

if TYPE_CHECKING:
    from pathlib import Path

NAME_IT = 'Name the duty under "duties", with a role that has it in roles.yml, or take this out.'
HOW_OFTEN = "Write how often it is done, or give the duty that interval."
DUTIES = [
    duty("tests", every="1 term"),
    duty("reports", every="as it happens"),
    duty("watches", every="always"),
]


def found(tmp_path: Path, text: str, *duties: str, **fields: Any) -> list[str]:
    head = role("head", title="headteacher", short="Head", duties=DUTIES)
    pupils = role("pupils", title="pupils", kind="community", audience="pupils")
    school = Small(tmp_path).says(text, duties=list(duties), **fields)
    learn = {"title": "T", "who": ["head"], "content": ["C"], "by": "head", "evidence": "E"}
    look = {"what": "W", "by": "head", "evidence": "E"}
    school.has(
        roles=[head, pupils],
        requirements=[requirement("checks")],
        reviews=[
            ReviewItem.model_validate({"id": "r", "every": "1 year", "covers": ["checks"], **look})
        ],
        training=[
            Training.model_validate({"id": "t", "every": "1 week", "duties": ["tests"], **learn})
        ],
    )
    return [str(each) for each in check_promises(school.policy, school.writings)]


def test_a_frequency_with_no_duty_behind_it_is_a_promise(tmp_path: Path) -> None:
    assert found(tmp_path, "We test the filter each month.") == [
        'data/statements.yml:3:28: The statement "ask", under "text", says "each month", but no '
        f"duty, review or training behind it comes round. {NAME_IT}"
    ]


def test_a_duty_that_is_due_when_something_happens_is_none_for_each_month(tmp_path: Path) -> None:
    assert found(tmp_path, "We test the filter each month.", "reports") == [
        'data/statements.yml:3:28: The statement "ask", under "text", says "each month", but no '
        f"duty, review or training behind it comes round. {NAME_IT}"
    ]


def test_a_duty_that_is_due_at_other_times_differs(tmp_path: Path) -> None:
    assert found(tmp_path, "We test the filter each month.", "tests", "watches") == [
        'data/statements.yml:3:28: The statement "ask", under "text", says "each month", but '
        'nothing behind it is due just then: the training "t" says 1 week and the duty "tests" '
        f"says 1 term. {HOW_OFTEN}"
    ]


def test_the_points_of_a_list_are_read_too(tmp_path: Path) -> None:
    points = [{"id": "one", "text": "test it each month"}]
    (said,) = found(tmp_path, "We:", "tests", points=points)
    assert said.startswith('data/statements.yml:8:19: The statement "ask", at "one", under "text",')


def test_so_are_the_words_of_each_audience_from_a_week_on(tmp_path: Path) -> None:
    words = {"staff": "Test it each day, and each month.", "parents": "We test it each term."}
    (said,) = found(tmp_path, "We test the filter.", "tests", words=words)
    assert said.startswith(
        'data/statements.yml:7:34: The statement "ask", under "staff", says "each month", but'
    )


@pytest.mark.parametrize(
    ("text", "duties", "covers"),
    [
        ("We test it each term.", ["tests"], []),
        ("We test it at least once each year.", ["tests"], []),
        ("We learn each week.", ["tests"], []),
        ("We review it each year.", [], ["checks"]),
        ("We watch each day.", ["watches"], []),
        ("We watch each month.", ["watches"], ["checks"]),
        ("We test it.", [], []),
    ],
)
def test_what_stands_behind_a_statement_is_enough(
    tmp_path: Path, text: str, duties: list[str], covers: list[str]
) -> None:
    assert found(tmp_path, text, *duties, covers=covers) == []


def test_a_role_that_does_something_has_the_duty(tmp_path: Path) -> None:
    assert found(tmp_path, "It is so. The headteacher reports to the board.") == [
        'data/statements.yml:3:19: The statement "ask", under "text", promises "The headteacher '
        'reports to the board.", but names no duty that stands behind it. '
        f"{NAME_IT}"
    ]


def test_a_long_promise_is_quoted_in_part(tmp_path: Path) -> None:
    (said,) = found(tmp_path, f"The headteacher reports to the board {'and the trust ' * 9}too.")
    assert said == (
        'data/statements.yml:3:9: The statement "ask", under "text", promises "The headteacher '
        'reports to the board and the ...", but names no duty that stands behind it. '
        f"{NAME_IT}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Pupils tell a trusted adult, and nobody is in trouble for it.",
        "Pupils hand in phones at the gate.",
        "All pupils change their password each term.",
    ],
)
def test_what_is_asked_of_those_who_do_not_work_for_it_is_no_promise(
    tmp_path: Path, text: str
) -> None:
    assert found(tmp_path, text) == []


def test_an_order_to_handle_images_of_children_needs_no_duty(tmp_path: Path) -> None:
    assert found(tmp_path, "The headteacher forwards the nude image to the board.") == []


def test_a_word_with_two_meanings_gives_no_frequency(tmp_path: Path) -> None:
    assert found(tmp_path, "We test the filter bi-annually.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The headteacher is the head of the school.",
        "The headteacher may decide.",
        "The headteacher and the board answer for it.",
        "Pupils ask the headteacher.",
        "Headteachers of other schools come.",
    ],
)
def test_other_sentences_about_a_role_promise_nothing(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_a_duty_of_any_kind_or_another_policy_stands_behind_it(tmp_path: Path) -> None:
    text = "The headteacher reports to the board."
    assert found(tmp_path, text, "reports") == []
    assert found(tmp_path, text, documents=["behaviour-policy"]) == []
