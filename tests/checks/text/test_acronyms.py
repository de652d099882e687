"""Every short form in capitals is explained to the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.checks.text.acronyms import check_acronyms
from schoolpolicy.model.statement import GlossaryEntry
from tests.checks.text.support import Small
from tests.policies import citation, contact, role

if TYPE_CHECKING:
    from pathlib import Path

WRITE_OUT = (
    'Write the words out, with "(MFA)" after them, or explain it in glossary.yml, with the words '
    'under "short_for".'
)


def found(school: Small) -> list[str]:
    return [str(each) for each in check_acronyms(school.policy, school.prose)]


def test_a_short_form_that_nothing_explains_is_told_where_it_stands(tmp_path: Path) -> None:
    school = Small(tmp_path).says("All staff use MFA. MFA is on.").shows("Turn on MFA.")
    assert found(school) == [
        'data/statements.yml:3:23: The statement "ask", under "text", says "MFA", which nothing '
        f"explains. {WRITE_OUT}",
        f'docs/staff/index.md:4:9: This page says "MFA", which nothing explains. {WRITE_OUT}',
    ]


def test_a_word_of_the_school_with_these_first_letters_is_offered(tmp_path: Path) -> None:
    words = {"a_senior_team": "a s l t", "senior_team": "senior leadership team"}
    school = Small(tmp_path).says("The SLTs meet.").has(words=words)
    assert found(school) == [
        'data/statements.yml:3:13: The statement "ask", under "text", says "SLTs", which nothing '
        'explains. Did you mean "{{ senior_team }}" (senior leadership team)?'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Save it as a PDF, in the UK.",
        "Ask the DPO, the SIRO or the LADO, or call CEOP.",
        "The law is GDPR.",
        "The IT manager asks.",
        "Use multi-factor login (MFA). MFA is on.",
        "Use MFA (a second check at login).",
        "Do NOT ask, and do not wait.",
        "See A4, COVID-19 and ABCDEFGH.",
        "Ask the SENCO, the PTA or the ICO. It is in CPOMS. SATs are in May.",
    ],
)
def test_what_is_explained_or_everyday_is_passed_over(tmp_path: Path, text: str) -> None:
    dpo = {"word": "DPO", "short_for": "data protection officer", "means": "Who helps."}
    school = Small(tmp_path).says(text)
    school.has(
        glossary=[GlossaryEntry.model_validate({"id": "dpo", **dpo})],
        roles=[role("siro", short="SIRO"), role("council", title="council officer (LADO)")],
        citations=[citation("uk-gdpr", title="UK GDPR")],
        contacts=[contact("ceop", title="CEOP")],
        words={"it_manager": "IT manager"},
    )
    assert found(school) == []


def test_what_one_text_explains_holds_for_its_record_only(tmp_path: Path) -> None:
    words = {"staff": "Use multi-factor login (MFA)."}
    school = Small(tmp_path).says("Use MFA.", words=words).says("MFA is on.", "other")
    assert [each.split(" says")[0] for each in found(school)] == [
        'data/statements.yml:7:9: The statement "other", under "text",'
    ]
