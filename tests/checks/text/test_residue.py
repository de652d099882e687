"""Nothing that a template left stands in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.text.residue import check_residue
from tests.checks.text.support import Small
from tests.policies import checklist, rule, topic

if TYPE_CHECKING:
    from pathlib import Path

FILL = "Fill it in, or take it out."
CHOOSE = "Write one of them; for a word that the school chooses, its {{ term }}."


def found(school: Small, *, final: bool = False) -> list[str]:
    return [str(each) for each in check_residue(school.prose, final=final)]


def test_a_blank_is_told_where_it_stands(tmp_path: Path) -> None:
    school = Small(tmp_path).says("Ask [name of lead] first.").shows("Ring [insert number].")
    assert found(school) == [
        'data/statements.yml:3:13: The statement "ask", under "text", still has "[name of lead]", '
        f"a note of a template. {FILL}",
        'docs/staff/index.md:4:6: This page still has "[insert number]", a note of a template. '
        f"{FILL}",
    ]


@pytest.mark.parametrize(
    ("text", "left", "rest"),
    [
        ("Students/pupils ask.", "Students/pupils", f"which leaves the reader to choose. {CHOOSE}"),
        (
            "The school / academy.",
            "school / academy",
            f"which leaves the reader to choose. {CHOOSE}",
        ),
        (
            "The head/principal/owner.",
            "head/principal/owner",
            f"which leaves the reader to choose. {CHOOSE}",
        ),
        ("If he/she asks.", "he/she", 'which leaves the reader to choose. Write "they".'),
        ("If s/he asks.", "s/he", 'which leaves the reader to choose. Write "they".'),
        ("If (s)he asks.", "(s)he", 'which leaves the reader to choose. Write "they".'),
        ("Tell the parent(s).", "parent(s)", 'which leaves the reader to choose. Write "parents".'),
        (
            "Ask (delete as appropriate).",
            "(delete as appropriate)",
            f"a note of a template. {FILL}",
        ),
        ("Ask. Amend as necessary.", "Amend as necessary", f"a note of a template. {FILL}"),
        ("Ask <name of lead>.", "<name of lead>", f"a note of a template. {FILL}"),
        ("Ask INSERT.", "INSERT", f"a note of a template. {FILL}"),
        ("Insert name here.", "Insert name", f"a note of a template. {FILL}"),
        ("Reviewed dd/mm/yyyy.", "dd/mm/yyyy", f"a note of a template. {FILL}"),
        ("At (name of school).", "(name of school)", f"a note of a template. {FILL}"),
        (
            "The Headteacher / Principal.",
            "Headteacher / Principal",
            f"which leaves the reader to choose. {CHOOSE}",
        ),
        ("Ask TBC first.", "TBC", f"a note of a template. {FILL}"),
        ("Ring xxx xxx.", "xxx", f"a note of a template. {FILL}"),
        ("The day is to be confirmed.", "to be confirmed", f"a note of a template. {FILL}"),
        ("Ring ..... first.", ".....", f"where something is to be filled in. {FILL}"),
        ("Ring ____ first.", "____", f"where something is to be filled in. {FILL}"),
        (
            "The guidance in blue helps.",
            "guidance in blue",
            "which speaks of the colours of a template. Take the sentence out.",
        ),
    ],
)
def test_each_kind_says_what_to_do(tmp_path: Path, text: str, left: str, rest: str) -> None:
    said, *_ = found(Small(tmp_path).says(text))
    assert said.endswith(f'under "text", still has "{left}", {rest}')


@pytest.mark.parametrize(
    "text",
    [
        "Ask and/or tell, and switch it on/off.",
        "We watch 24/7, from 1/9/2026, in Year 5/6.",
        "Cymraeg / English, or School / Ysgol.",
        "The answer is N/A, over TCP/IP.",
        "See https://www.gov.uk/guidance/children and docs/index.md.",
        "Write to lead@hill/school.example.",
        "Can I ...? Wait … and see.",
        "Choose (or delete) a picture. Complete the form.",
        "Insert the memory stick into a school device.",
        "The template for letters is on the shared drive.",
        "The wall is painted in blue, and texts are in green books.",
        "Put it in brackets [1].",
        "Call 0800 1111 (free).",
    ],
)
def test_what_only_looks_like_it_is_passed_over(tmp_path: Path, text: str) -> None:
    assert found(Small(tmp_path).says(text)) == []


def test_links_tasks_and_calls_of_a_page_are_none(tmp_path: Path) -> None:
    body = "[Ask us](report/index.md) and [see][1].\n\n- [ ] Done\n- [x] Done\n\n{{ call('a/b') }}"
    assert found(Small(tmp_path).shows(body)) == []


def test_blanks_of_a_form_are_for_readers(tmp_path: Path) -> None:
    item = {"id": "ring", "text": "Ring.", "group": "First", "from": {"duty": "rings"}}
    blank = {"id": "phone", "label": "Phone ....", "hint": "yes/no/maybe"}
    form = checklist("form", item, fields=[blank])
    assert found(Small(tmp_path).has(checklists=[form])) == []


def test_a_title_is_no_template(tmp_path: Path) -> None:
    school = Small(tmp_path).shows("A template may help.", title="Template of a page")
    said = found(school.has(topics=[topic("phones", title="Phones (template)")]))
    assert said == [
        'data/statements.yml:1:1: The topic "phones", under "title", still has "template", in a '
        "title. Give the title that readers should see.",
        'docs/staff/index.md:2:8: This page still has "Template", in a title. Give the title that '
        "readers should see.",
    ]


def test_a_colon_leads_to_a_list(tmp_path: Path) -> None:
    points = [{"id": "one", "text": "Ask:", "points": [{"id": "two", "text": "Look:"}]}]
    school = Small(tmp_path).says("We ask. We do this:").says("We do:", "list", points=points)
    school.shows(
        "Here is why:\n\n## Next\n\nThe list:\n\n- One\n\nTable:\n\n{{ table() }}\n\nLast:"
    )
    rest = "Write the list, or end the sentence with a full stop."
    assert found(school) == [
        'data/statements.yml:3:18: The statement "ask", under "text", ends with a colon, but no '
        f'list follows "We do this:". {rest}',
        'data/statements.yml:11:14: The statement "list", at "one", at "two", under "text", ends '
        f'with a colon, but no list follows "Look:". {rest}',
        'docs/staff/index.md:4:1: This page ends with a colon, but no list follows "Here is why:". '
        f"{rest}",
        'docs/staff/index.md:16:1: This page ends with a colon, but no list follows "Last:". '
        f"{rest}",
    ]


def test_only_what_stands_above_other_things_may_end_with_a_colon(tmp_path: Path) -> None:
    school = Small(tmp_path).has(rules=[rule("a", because="For this:")])
    school.has(topics=[topic("phones", intro="In short:")])
    assert found(school) == [
        'data/statements.yml:1:1: The rule "a", under "because", ends with a colon, but no list '
        'follows "For this:". Write the list, or end the sentence with a full stop.'
    ]


@pytest.mark.parametrize(
    ("text", "severity"), [("Ask TBC.", "error"), ("Ask boys/girls.", "warning")]
)
def test_nothing_is_published_with_a_blank(tmp_path: Path, text: str, severity: str) -> None:
    prose = Small(tmp_path).says(text).prose
    draft, final = (list(check_residue(prose, final=each)) for each in (False, True))
    assert [each.severity for each in draft] == ["warning"]
    assert [each.severity for each in final] == [severity]
