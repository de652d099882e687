"""What no longer holds is found in any text, and what only looks old is not."""

from __future__ import annotations

import time
from functools import cache

import pytest

from schoolpolicy.checks.outdated import Hit, Outdated, find_outdated
from schoolpolicy.model.superseded import Ending, Superseded
from schoolpolicy.model.vocabulary import Nation, Sureness
from tests.policies import checked_oakfield

ROWS = {
    1: ("data-protection-act-1998",),
    2: ("gdpr-of-the-eu",),
    3: ("eight-data-principles",),
    4: ("fair-processing-notice",),
    5: ("subject-access-fee",),
    6: ("ico-registration",),
    7: ("safe-harbor", "privacy-shield"),
    8: ("data-protection-toolkit",),
    9: ("ripa-part-one",),
    10: ("lawful-business-practice-regulations",),
    11: ("malicious-communications-act-threats",),
    12: ("communications-act-false-messages",),
    13: ("criminal-justice-and-courts-act-section-33",),
    14: ("acts-before-the-equality-act",),
    15: ("education-act-2012",),
    16: ("kcsie-never-published",),
    17: ("kcsie-older-editions",),
    18: ("kcsie-2025-edition",),
    19: ("safer-recruitment-in-education",),
    20: ("working-together-older-editions",),
    21: ("local-safeguarding-children-board",),
    22: ("serious-case-review",),
    23: ("every-child-matters",),
    24: ("contactpoint",),
    25: ("older-vetting-bodies",),
    26: ("teaching-bodies-gone",),
    27: ("education-departments-gone",),
    28: ("becta",),
    29: ("ukccis",),
    30: ("ceop-centre",),
    31: ("thinkuknow",),
    32: ("ceop-button",),
    33: ("ofsted-inspecting-e-safety",),
    34: ("ofsted-safe-use-of-new-technologies",),
    35: ("ofsted-older-handbooks", "ofsted-outstanding"),
    36: ("three-cs",),
    37: ("e-safety",),
    38: ("e-safety-mark",),
    39: ("review-tool-aspects",),
    40: ("online-compass",),
    41: ("sexting-in-schools-and-colleges",),
    42: ("sexting",),
    43: ("peer-on-peer-abuse",),
    44: ("sexual-violence-advice",),
    45: ("searching-older-advice",),
    46: ("behaviour-and-discipline-in-schools",),
    47: ("mobile-phones-2024",),
    48: ("fixed-term-exclusion",),
    49: ("sex-and-relationship-guidance-2000",),
    50: ("rshe-older-guidance",),
    51: ("prevent-duty-older-guidance",),
    52: ("prevent-departmental-advice",),
    53: ("teaching-online-safety-2019",),
    54: ("connected-world-2018",),
    55: ("ai-product-safety-expectations",),
    56: ("cyberbullying-safe-to-learn",),
    57: ("safer-working-practice-older",),
    58: ("information-sharing-older-advice",),
    59: ("independent-school-standards-2010",),
    60: ("eyfs-older-editions",),
    61: ("statutory-home-school-agreement",),
    62: ("national-curriculum-ict",),
    63: ("statement-of-special-needs", "statement-of-special-needs-wales"),
    64: ("remote-learning-in-covid",),
    65: ("action-fraud",),
    66: ("nspcc-o2-helpline",),
    67: ("beatbullying",),
    68: ("childnet-older-sites",),
    69: ("safer-internet-centre-eu-funds",),
    70: ("statutory-policies-list",),
    71: ("keeping-learners-safe-older-editions",),
    72: ("all-wales-child-protection-procedures",),
    73: ("respecting-others-2011",),
    74: ("skype", "musically", "services-gone", "vine"),
    75: ("twitter",),
    76: ("old-kit",),
    77: ("under-13s-break-the-law",),
    78: ("councils-gone",),
}
"""Each of the 78 laws, editions, bodies and terms that we know of, and its records."""

TOO = {
    "We follow Cyberbullying: Safe to Learn (DCSF 2007).": {"education-departments-gone"},
}
"""What else is found in an example that is bad."""

LIVE = (
    "Teachers keep to the Teachers' Standards (2012).",
    "The Teachers' Standards of 2011, as tidied in 2021, apply.",
    "Hacking is a crime under the Computer Misuse Act 1990.",
    "Section 1 of the Computer Misuse Act (1990) applies.",
    "Indecent images are a crime under the Protection of Children Act 1978.",
    "The Protection of Children Act 1978, section 1, and the Criminal Justice Act 1988 apply.",
    "The Obscene Publications Act 1959 and the Obscene Publications Act 1964 apply.",
    "Some material breaks the Obscene Publications Acts 1959 and 1964.",
    "Copying can break the Copyright, Designs and Patents Act 1988.",
    "We keep to the CDPA 1988.",
    "The Education Act 1996, the Education Act 2002 and the Education Act 2011 apply.",
    "Staff may search under section 550ZA of the Education Act 1996.",
    "The head decides under the Education and Inspections Act 2006.",
    "Section 89 of the EIA 2006 is about behaviour.",
    "We keep to the Children Act 1989 and the Children Act 2004.",
    "Section 11 of the Children Act 2004 applies to councils.",
    "Hatred can break the Public Order Act 1986.",
    "Part III of the Public Order Act 1986 applies.",
    "Stalking is a crime under the Protection from Harassment Act 1997.",
    "The Protection from Harassment Act (1997) applies.",
    "Monitoring respects the Human Rights Act 1998.",
    "Article 8 of the ECHR protects private life.",
    "Article 8 of the European Convention on Human Rights (ECHR) applies.",
    "Anyone can ask under the Freedom of Information Act 2000.",
    "We publish a list under the FOIA 2000.",
    "Grooming is a crime under the Sexual Offences Act 2003.",
    "Section 66A of the SOA 2003 is about flashing online.",
    "The Racial and Religious Hatred Act 2006 applies.",
    "Stirring up hatred breaks the Racial and Religious Hatred Act (2006).",
    "Checks rest on the Safeguarding Vulnerable Groups Act 2006.",
    "The SVGA 2006 sets up the barred lists.",
    "We keep to the Equality Act 2010.",
    "The Equality Act (2010) asks for adjustments.",
    "The Protection of Freedoms Act 2012 is about fingerprints.",
    "Parents agree first, as the Protection of Freedoms Act 2012 asks.",
    "The Prevent duty is in section 26 of the Counter-Terrorism and Security Act 2015.",
    "We keep to the CTSA 2015.",
    "Filming under clothes breaks the Voyeurism (Offences) Act 2019.",
    "The Voyeurism (Offences) Act 2019 applies.",
    "We publish what the School Information (England) Regulations 2008 ask for.",
    "The School Information Regulations 2008, as amended, apply.",
    "Watching people in secret falls under RIPA Part II.",
    "Part II of the Regulation of Investigatory Powers Act 2000 applies to councils.",
    "Lessons use material by Childnet.",
    "Report images to the Internet Watch Foundation (IWF).",
    "Our tool is by SWGfL.",
    "We review ourselves with 360 degree safe.",
    "Children can ring Childline on 0800 1111.",
    "Report grooming to CEOP.",
    "CEOP is part of the National Crime Agency.",
    "Report it to NCA-CEOP at the CEOP Safety Centre.",
    "The Malicious Communications Act 1988 applies to grossly offensive letters.",
    "Section 127(1) of the Communications Act 2003 applies.",
)
"""Sentences about law and bodies that look old and are live."""

HISTORY = (
    "The Equality Act 2010 replaced the Disability Discrimination Act 1995.",
    "It takes the place of KCSIE 2024.",
    "Report Fraud was formerly Action Fraud.",
    "The school posts on X (formerly known as Twitter).",
    'We used to be called the "E-Safety" group.',
    "KCSIE 2023 was superseded in 2024.",
    "Thinkuknow is now CEOP Education.",
    "Thinkuknow, now CEOP Education, has lessons.",
    "Becta closed in 2011.",
    "The Data Protection Act 1998, which was repealed, is no guide.",
)

LONG = (
    "Keeping Children Safe in Education " + "of the " * 40_000,
    "Keeping Children Safe in Education" + " (" * 40_000,
    "KCSIE " * 20_000 + "2023x",
    "Data" + " " * 80_000 + "Protection Act 1998",
    "Data Protection Act " * 20_000,
    "UK General Data Protection Regulation (" * 5_000,
    "formerly the " * 20_000 + "Twitter",
    "2023" * 20_000,
    "e-" * 50_000 + "safety",
)


@cache
def records() -> tuple[Superseded, ...]:
    """Return all records of the model policy, those of other nations too."""
    whole = checked_oakfield().resolution.complete
    assert whole is not None
    return whole.superseded


@cache
def outdated(nation: Nation) -> Outdated:
    return Outdated(records(), nation)


def nation_of(record: Superseded) -> Nation:
    return record.only.nations[0] if record.only.nations else Nation.ENGLAND


def found(text: str, nation: Nation = Nation.ENGLAND) -> list[tuple[str, str]]:
    return [(hit.record.id, hit.said) for hit in outdated(nation).hits(text)]


def record(**fields: object) -> Superseded:
    given = {
        "id": "old-act",
        "title": "Old Act 1990",
        "ended": "repealed",
        "use": "Name the New Act.",
        "phrases": ["Old Act"],
        "bad": ["The Old Act."],
        "good": ["The New Act."],
        "checked_on": "2026-11-22",
        "source": "a test",
        "sure": "high",
    }
    return Superseded.model_validate({**given, **fields})


def hits(text: str, *, nation: Nation = Nation.ENGLAND, **fields: object) -> list[Hit]:
    return find_outdated(text, [record(**fields)], nation)


def test_all_78_are_there_and_nothing_that_is_none_of_them() -> None:
    assert sorted(ROWS) == list(range(1, 79))
    named = [each for row in ROWS.values() for each in row]
    assert sorted(named) == sorted(each.id for each in records())


@pytest.mark.parametrize("each", records(), ids=lambda each: each.id)
class TestEachRecord:
    def test_its_bad_examples_are_found_and_by_no_other(self, each: Superseded) -> None:
        for text in each.bad:
            assert {name for name, _ in found(text, nation_of(each))} == {
                each.id,
                *TOO.get(text, ()),
            }, text

    def test_its_good_examples_are_silent(self, each: Superseded) -> None:
        assert [found(text, nation_of(each)) for text in each.good] == [[] for _ in each.good]

    def test_what_to_write_instead_is_not_out_of_date(self, each: Superseded) -> None:
        others = [one for one in records() if one is not each]
        assert find_outdated(each.use, others, nation_of(each)) == []

    def test_it_says_what_is_in_doubt(self, each: Superseded) -> None:
        assert each.sure is Sureness.HIGH or each.doubt

    def test_it_says_when_it_ended_or_there_was_no_such_day(self, each: Superseded) -> None:
        assert each.when
        if each.ended is Ending.REPEALED:
            assert each.since

    def test_a_phrase_with_a_year_has_years(self, each: Superseded) -> None:
        phrases = (*each.phrases, *each.exact)
        assert phrases
        assert any("{year}" in phrase for phrase in phrases) == bool(each.years)


@pytest.mark.parametrize("text", LIVE)
@pytest.mark.parametrize("nation", [Nation.ENGLAND, Nation.WALES])
def test_live_law_that_looks_old_is_silent(text: str, nation: Nation) -> None:
    assert found(text, nation) == []


@pytest.mark.parametrize("text", HISTORY)
def test_history_is_silent(text: str) -> None:
    assert found(text) == []


def test_the_longer_name_counts() -> None:
    text = "We use Inspecting e-safety in schools, and have the E-Safety Mark for e-safety."
    assert found(text) == [
        ("ofsted-inspecting-e-safety", "Inspecting e-safety"),
        ("e-safety-mark", "E-Safety Mark"),
        ("e-safety", "e-safety"),
    ]


def test_words_of_another_nation_are_silent() -> None:
    text = "We tell the LSCB, and a fixed-term exclusion is possible."
    assert [name for name, _ in found(text)] == [
        "local-safeguarding-children-board",
        "fixed-term-exclusion",
    ]
    assert found(text, Nation.WALES) == []


@pytest.mark.parametrize(
    "said",
    [
        "KCSIE 2023",
        "KCSIE (2023)",
        "KCSIE, September 2023",
        "KCSIE – updated 1 September 2023",
        "Keeping Children Safe in Education (DfE, 2023)",
        "keeping children safe in education 2023",
        '"Keeping Children Safe in Education" (September 2023)',
        "Keeping Children Safe in Education: statutory guidance for schools and colleges (2023)",
        "Keeping Children\nSafe in Education\u00a02023",
        "the 2023 edition of Keeping Children Safe in Education",
        "the 2023 KCSIE",
    ],
)
def test_an_edition_is_known_in_all_its_forms(said: str) -> None:
    assert [name for name, _ in found(f"We follow {said}.")] == ["kcsie-older-editions"]


@pytest.mark.parametrize(
    "text", ["An OLD ACT.", "Old  Act", "Old\u00a0Act", "the Old Acts", "Old-Act"]
)
def test_a_phrase_stands_for_its_forms(text: str) -> None:
    fields = {"phrases": ["Old-Act", "Old Act"]}
    assert [hit.record.id for hit in hits(text, **fields)] == ["old-act"]


@pytest.mark.parametrize("text", ["Bold Act", "Old Action", "non-Old Act", "an act of old"])
def test_a_part_of_another_word_is_none(text: str) -> None:
    assert hits(text) == []


def test_capitals_count_in_a_short_form() -> None:
    fields = {"phrases": [], "exact": ["ISA"]}
    assert [hit.said for hit in hits("The ISA is Isa.", **fields)] == ["ISA"]


def test_some_words_are_meant_beside_others_only() -> None:
    fields = {"phrases": ["outstanding"], "beside": ["Ofsted"]}
    assert len(hits("OFSTED said: outstanding.", **fields)) == 1
    assert hits("Her work is outstanding.", **fields) == []


def test_it_says_where_the_words_stand() -> None:
    text = "We keep the Old Act."
    (hit,) = hits(text)
    assert text[hit.start : hit.end] == hit.said == "Old Act"


def test_what_is_in_force_still_is_marked_so() -> None:
    known = [record(names="old-edition")]
    (hit,) = find_outdated("The Old Act.", known, Nation.ENGLAND, {"old-edition"})
    assert hit.holds
    (hit,) = find_outdated("The Old Act.", known, Nation.ENGLAND)
    assert not hit.holds


def test_many_texts_are_searched_as_one() -> None:
    found = Outdated([record()], Nation.ENGLAND).hits_in(["No.", "The Old Act.", "Old", "Act"])
    assert [(number, hit.said) for number, hit in found] == [(1, "Old Act")]


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_no_text_makes_the_search_slow(text: str) -> None:
    before = time.process_time()
    outdated(Nation.ENGLAND).hits(text)
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({"since": "2018-05-25"}, "repealed on 25 May 2018"),
        ({"since": "2010-10"}, "repealed in October 2010"),
        ({"since": 2015}, "repealed in 2015"),
        ({"since": 2022, "roughly": True, "ended": "renamed"}, "renamed in about 2022"),
        ({"ended": "part-repealed", "since": "2024-01-31"}, "repealed in part on 31 January 2024"),
        ({"ended": "dated-term", "since": "2022-09"}, "an old word since September 2022"),
        ({"ended": "never-existed"}, "there has never been one"),
        ({"ended": "withdrawn"}, "withdrawn"),
    ],
)
def test_it_tells_how_and_when_something_ended(fields: dict[str, object], when: str) -> None:
    assert record(**fields).when == when


@pytest.mark.parametrize("since", ["2018-02-30", "May 2018", "2018-13", "18"])
def test_a_day_that_is_none_is_refused(since: str) -> None:
    with pytest.raises(ValueError, match="since"):
        record(since=since)
