"""Links to a part of a page lead to one that is there."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.structure.anchors import check_anchors
from tests.checks.pages import page, told
from tests.policies import citation, policy

RULES = page("# Rules\n\n## Phones in *your* day\n\n## Phones in your day\n\n## Apps {#apps}\n",
             "parents/rules.md")  # fmt: skip
LAW = page("# List of law\n\n## Law we keep\n\n{{ citations() }}\n", "policy/law.md")
MADE = policy(citations=(citation("law-we-kept"),), words={"Pupils": "Learners"})


def said(text: str) -> list[str]:
    return told(check_anchors([page(text), RULES, LAW], MADE))


@pytest.mark.parametrize(
    "link",
    [
        "[x](rules.md#phones-in-your-day)",
        "[x](rules.md#phones-in-your-day_1)",
        "[x](rules.md#apps)",
        "[x](rules.md#)",
        "[x](../policy/law.md#law-we-keep)",
        "[x](../policy/law.md#law-we-kept)",
        "[x](../policy/law.md#kcsie-2025)",
        "[x](#learners)\n\n## {{ Pupils }}",
        '[x](#place)\n\n<p id="place">Here</p>',
        "[x](https://www.example.org/law.md#nothing)",
        "`[x](rules.md#nothing)`",
        "[x](nothing.md#nothing)",
    ],
)
def test_a_part_that_is_there_or_may_be_is_silent(link: str) -> None:
    assert said(link) == []


def test_a_part_that_is_not_there() -> None:
    assert said("First.\n\nSee [x](rules.md#phones-in-your-days).") == [
        '3:9: The page "parents/rules.md" has no part "phones-in-your-days". Did you mean '
        '"#phones-in-your-day"?'
    ]


def test_a_part_of_the_page_itself() -> None:
    assert said("See [x](#zebras).\n\n## Help") == [
        '1:9: The page "parents/ours.md" has no part "zebras". Correct what stands after the '
        "hash, or delete it."
    ]


def test_where_macros_make_parts_only_what_is_close_to_a_heading_is_told() -> None:
    assert said("See [x](../policy/law.md#law-we-keeps).") == [
        '1:9: The page "policy/law.md" has no heading "law-we-keeps" of its own. Did you mean '
        '"#law-we-keep"? If a macro makes that part, the link may stand.'
    ]
