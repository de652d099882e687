"""A page has one first heading, no level is skipped, and each heading says something."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.structure.headings import check_headings, headings
from tests.checks.pages import page, told


def said(*lines: str) -> list[str]:
    return told(check_headings(page("\n".join(lines))))


@pytest.mark.parametrize(
    "text",
    [
        "# Links\n\n## Apps\n\n### Games\n\n## Help",
        "# Links\n\n```\n#### code\n```",
        "# Links\n\n<!-- # old -->",
        '# Links\n\n{{ rules_for("parents") }}\n\n### Below what the macro makes',
        "Links\n=====\n\nApps\n----",
        "# Section 172 of the Act",
        "# Links {#links}",
        "# Links\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "## {{ Pupils }}",
        "# Links\n\n## Pupils\n\n### Apps\n\n## Staff\n\n### Apps",
    ],
)
def test_what_is_in_order_is_silent(text: str) -> None:
    assert said(text) == []


def test_a_skipped_level() -> None:
    assert said("# Links", "", "### Apps") == [
        '3:1: "Apps" is a heading of level 3, but "Links" above it is of level 1. Begin it with '
        '"##".'
    ]


def test_a_term_between_two_headings_makes_no_heading() -> None:
    assert len(said("# Links", "{{ pupils }}", "#### Apps")) == 1


def test_a_second_first_heading() -> None:
    assert said("# Links", "", "# Apps") == [
        '3:1: "Apps" is a second heading of the first level, after "Links". Begin it with "##", or '
        "make a page of its own from this part."
    ]


def test_a_second_first_heading_that_is_underlined() -> None:
    assert said("# Links", "", "Apps", "====")[0].startswith('3:1: "Apps" is a second heading')


def test_a_heading_that_says_the_first_one_again() -> None:
    assert said("# Extra", "", "Text.", "", "## Extra") == [
        '5:1: "Extra" says the same as the first heading of this page. Say what the part below is '
        "about, or take the heading out."
    ]


def test_an_empty_heading() -> None:
    assert said("# Links", "", "##", "", "Text.") == [
        "3:1: This heading has no words. Write what the part below is about, or delete the line."
    ]


@pytest.mark.parametrize("words", ["Section 1", "Part B", "Untitled", "Other", "New section"])
def test_a_heading_that_says_nothing(words: str) -> None:
    assert said(f"# {words}") == [
        f'1:1: The heading "{words}" does not say what the part below is about. Write that in a '
        "few words: readers jump from heading to heading."
    ]


def test_a_heading_in_html_counts() -> None:
    assert said("# Links", "", "<h4>Apps</h4>")[0].startswith('3:1: "Apps" is a heading of level 4')


def test_the_words_of_a_heading_are_without_its_attributes() -> None:
    assert [each.text for each in headings(page("## Apps {#apps .wide} ##"))] == ["Apps"]
