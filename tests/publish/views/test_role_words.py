"""What one person in a role is called."""

from __future__ import annotations

from schoolpolicy.publish.views.role_words import one_title, somebody, the_one
from tests.policies import policy, role

WORDS = {"class_teacher": "form tutor", "class_teachers": "form tutors", "staff": "staff"}


def test_a_role_named_for_many_has_a_name_for_one() -> None:
    whole = policy(words=WORDS, roles=(role("teachers", title="form tutors"),))
    assert one_title(whole, "teachers") == "form tutor"


def test_any_other_role_is_called_by_its_title() -> None:
    titles = ("headteacher", "staff", "lunch helpers")
    whole = policy(words=WORDS, roles=tuple(role(f"r{n}", title=t) for n, t in enumerate(titles)))
    assert [one_title(whole, f"r{number}") for number in range(3)] == list(titles)


def test_somebody_in_a_role_is_one_of_many_where_it_is_named_for_many() -> None:
    titles = {"teachers": "form tutors", "head": "headteacher", "staff": "all staff"}
    whole = policy(words=WORDS, roles=tuple(role(key, title=t) for key, t in titles.items()))
    assert [somebody(whole, each) for each in titles] == [
        "a form tutor",
        "the headteacher",
        "a member of staff",
    ]
    assert [the_one(whole, each) for each in titles] == [
        "the form tutor",
        "the headteacher",
        "a member of staff",
    ]
