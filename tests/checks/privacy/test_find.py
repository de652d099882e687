"""What in a text tells of one person, and what only looks like it."""

from __future__ import annotations

import pytest

from schoolpolicy.checks.privacy.find import find_personal
from schoolpolicy.checks.privacy.hits import Kind, masked
from schoolpolicy.checks.privacy.known import Known

MODEL = """
The online safety lead asks the governing body. Each year leader has a digital champion.
A page is read out. Will Ofsted visit? The senior leaders act, and so does the local council.
"""
KNOWN = Known(MODEL, ["Jane Austen Academy", "St Bede Infant School"], ["Priya Nair"])


def found(text: str) -> list[tuple[str, str]]:
    """Return the kind and the words of each detail."""
    return [(hit.kind.value, text[hit.start : hit.end]) for hit in find_personal(text, KNOWN)]


@pytest.mark.parametrize(
    "mailbox",
    [
        "ann.hill@hill.sch.uk",
        "a.hill@hill.sch.uk",
        "Ann_Hill2@hill.sch.uk",
        "ann@hill.sch.uk",
        "m.page@hill.sch.uk",
        "mary.ann.hill@hill.sch.uk",
        "hill.office@gmail.com",
        "head99@hotmail.co.uk",
        "x@icloud.com",
        "x@outlook.com",
        "x@yahoo.co.uk",
    ],
)
def test_a_mailbox_of_a_persons_own(mailbox: str) -> None:
    assert found(f"Write to {mailbox}, please.") == [("email", mailbox)]


@pytest.mark.parametrize(
    "mailbox",
    [
        "office@hill.sch.uk",
        "dsl@hill.sch.uk",
        "deputy.head@hill.sch.uk",
        "y.leader@hill.sch.uk",
        "digital.champion@hill.sch.uk",
        "st.bede@bede.sch.uk",
        "swyddfa@ysgol.example",
        "jo@helpline.example",
        "report@phishing.gov.uk",
        "@hill",
    ],
)
def test_a_shared_mailbox(mailbox: str) -> None:
    assert found(f"Write to {mailbox}, please.") == []


@pytest.mark.parametrize(
    "number",
    [
        "07123456789",
        "07123 456 789",
        "07123 456789",
        "0712 345 6789",
        "07123-456-789",
        "(07123) 456789",
        "+447123456789",
        "+44 7123 456 789",
        "+44 (0)7123 456789",
        "0044 7123 456789",
    ],
)
def test_a_mobile_number(number: str) -> None:
    assert found(f'phone: "{number}"') == [("mobile", number)]
    assert masked(Kind.MOBILE, number) == "07*** ***789"


@pytest.mark.parametrize(
    "number",
    [
        "0800 1111",
        "0345 600 0000",
        "020 7946 0123",
        "01632 960 417",
        "07700 900 123",
        "070 1234 5678",
        "X07123456789",
        "form-07123456789",
        "id=07123456789",
        "071234567890",
        "2026-07-12 07:30",
        "100 07123456",
    ],
)
def test_other_numbers(number: str) -> None:
    assert found(f"Call {number} today.") == []


@pytest.mark.parametrize(
    "name",
    [
        "Mrs Hill",
        "Mr A. Patel",
        "Dr J P O'Neill",
        "Cllr Okafor",
        "Ms Jane Hill",
        "Jane Hill",
        "Siân Ó Briain",
        "John A. Doe",
        "Rhys ap Gruffudd",
        "Will Smith",
        "Sarah Page",
        "Jane\n    Doe",
    ],
)
def test_a_name_of_a_person(name: str) -> None:
    assert found(f"Ask {name} about it.") == [("name", name)]


@pytest.mark.parametrize(
    "before", ["Head: ", "signed by ", "Chair, ", "Contact ", "{{ Head }}: ", "DSL (", "lead is "]
)
def test_a_name_that_no_list_has_after_a_role(before: str) -> None:
    assert found(f"{before}Oluwadamilola Adeyemi") == [("name", "Oluwadamilola Adeyemi")]


@pytest.mark.parametrize(
    "text",
    [
        "Will Ofsted visit? May Day. Mark Making. Rose Court and Grace Hall.",
        "St John Ambulance, Saint Thomas Aquinas, Queen Elizabeth Wing",
        "Sarah's Law, Martyn's Law, Clare's Law",
        "the Lucy Faithfull Foundation and the Anne Frank Trust",
        "Jane Austen Academy, and Jane Austen",
        "Florence Nightingale, Rosa Parks, Alan Turing and Sir Isaac Newton",
        "King Henry VIII and Henry VIII",
        "Contact: Kent County Council. Prepared by Kent Schools Group",
        "Ask Tom. He knows.",
        "Chair: Governing Body. Contact: Local Council. Lead: Senior Leaders",
        "Miss home? Tell us.",
        "Jane asks",
        "jane hill",
    ],
)
def test_places_history_laws_schools_and_verbs_are_no_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["Priya Nair", "Mrs Nair", "Head: Priya Nair"])
def test_who_is_named_with_their_agreement(text: str) -> None:
    assert found(text) == []


def test_others_with_the_same_first_name_are_told_all_the_same() -> None:
    assert found("Priya Nair and Priya Shah") == [("name", "Priya Shah")]


@pytest.mark.parametrize(
    "text",
    ["born 3 May 2015", "Date of birth: 03/05/2015", "date_of_birth: 2015-05-03", "DOB 3.5.15"],
)
def test_a_date_of_birth(text: str) -> None:
    assert found(text) == [("birth-date", text)]


@pytest.mark.parametrize(
    "text", ["Ask for the date of birth.", "born in 2015", "on 3 May 2015", "stubborn 3/5/2015"]
)
def test_other_dates(text: str) -> None:
    assert found(text) == []


def test_a_number_of_a_pupil_has_the_letter_that_fits() -> None:
    assert found("H801200001001") == [("pupil-number", "H801200001001")]
    assert found("A801200001001 and H8012000010012 and xH801200001001") == []
    assert found("A12345678901B") == [("pupil-number", "A12345678901B")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("![Jane with her tablet](a.jpg)", "Jane"),
        ("![Two pupils: Jane Hill and a friend](a.jpg)", "Jane Hill"),
        ('<img src="a.jpg" alt="Will Smith reads">', "Will Smith"),
        ("<img alt='Priya Shah' src='a.jpg'>", "Priya Shah"),
        ("  alt: A robot, built by Mohammed", "Mohammed"),
    ],
)
def test_a_name_in_the_words_for_a_picture(text: str, name: str) -> None:
    assert found(text) == [("picture-text", name)]


@pytest.mark.parametrize(
    "text",
    [
        "![A pupil with a tablet](a.jpg)",
        "![](jane.jpg)",
        "![St Thomas Church](a.jpg)",
        "![Will it float? May Day](a.jpg)",
        "![Florence Nightingale](a.jpg)",
    ],
)
def test_other_words_for_a_picture(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("kind", "said", "shown"),
    [
        (Kind.EMAIL, "jane.hill@hill.sch.uk", "j***@..."),
        (Kind.NAME, "Mrs Jane Hill", "Mrs J*** H***"),
        (Kind.NAME, "Jane\n  Hill", "J*** H***"),
        (Kind.BIRTH_DATE, "born 3 May 2015", "***"),
        (Kind.PUPIL_NUMBER, "H801200001001", "***"),
        (Kind.PICTURE_NAME, "jane-hill", "j***-h***"),
    ],
)
def test_a_report_does_not_say_it_again(kind: Kind, said: str, shown: str) -> None:
    assert masked(kind, said) == shown


def test_a_name_that_the_model_policy_has_too_is_told_all_the_same() -> None:
    text = "The head: Oluwadamilola Adeyemi. Ask Jane Whitcombe, or Childline."
    assert [masked(hit.kind, "x") for hit in find_personal(text, Known(text))] == ["x***", "x***"]


def test_a_word_of_the_model_policy_is_no_surname() -> None:
    text = "They ask Childline. The lead is Childline Cymru, with Tom Childline."
    assert find_personal(text, Known(text)) == []
