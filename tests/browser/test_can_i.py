""" "Can I ...?" in a browser: the picker answers as the rules do, and its address can be sent."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from schoolpolicy.model.vocabulary import Audience
from schoolpolicy.publish.views.answer_words import answer_sentence
from schoolpolicy.rules.answer import RuleBook
from schoolpolicy.rules.main_place import main_place
from schoolpolicy.rules.space import Question
from tests.browser.conftest import PHONE
from tests.policies import oakfield

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page, Route

pytestmark = pytest.mark.browser

PICKER = "can-i/index.html"
BRING = "who=child&in=y6&thing=mobile-phone&doing=bring"
BRING_SAID = "Ask first. Your child may bring a phone to school if the headteacher says yes."


def said(page: Page) -> Locator:
    return page.locator("[data-slot='says']")


def ask(page: Page, served: str, asked: str) -> None:
    page.goto(f"{served}/index.html")  # so that the next address is a new page, not an anchor
    page.goto(f"{served}/{PICKER}#{asked}")


def address(question: Question, speaking: str) -> str:
    """Return a question as the address of the picker holds it."""
    child = question.person.audience is Audience.PUPILS and speaking == "your child"
    given = {
        "who": "child" if child else question.person.audience.value,
        "in": " ".join(sorted(question.person.cohorts)),
        "thing": question.thing,
        "doing": question.function.value,
        "place": question.place,
        "time": question.time,
        "occasion": question.occasion or "",
    }
    return urlencode({key: value for key, value in given.items() if value})


def test_it_says_what_the_rules_say(page: Page, served: str) -> None:
    whole = oakfield()
    book = RuleBook(whole)
    chance = random.Random(3)  # noqa: S311 - which questions are asked is no secret
    page.goto(f"{served}/{PICKER}")
    wrong = []
    for number in range(60):
        use, setting = chance.choice(book.space.uses), chance.choice(book.space.settings)
        person = chance.choice(book.people.present)
        question = Question(person, use.thing, use.function, *setting)
        pupil = person.audience is Audience.PUPILS
        speaking = "your child" if pupil and number % 2 else "you"
        right = answer_sentence(
            whole,
            question,
            book.answer(question).rule,
            "your child" if speaking == "your child" else "you",
        )
        page.evaluate("(asked) => { location.hash = asked }", address(question, speaking))
        try:
            expect(said(page)).to_have_text(right, timeout=3000)
        except AssertionError:
            wrong.append((question, right, said(page).text_content()))
    assert wrong == []


def test_a_parent_asks_by_hand_and_is_answered_at_once(page: Page, served: str) -> None:
    page.goto(f"{served}/{PICKER}")
    expect(said(page)).to_be_hidden()
    page.get_by_label("Who are you?").select_option("A parent or carer, about my child")
    page.get_by_label("Year", exact=True).select_option("Year 6")
    page.get_by_label("Choose from the list").select_option("A phone")
    page.get_by_label("To do what?").select_option("Bring it")
    expect(said(page)).to_have_text(BRING_SAID)
    expect(page.locator("[data-slot='level']")).to_have_text("With permission")
    page.get_by_role("link", name="The whole answer").click()
    expect(page).to_have_url(f"{served}/can-i/mobile-phone.html#pupils-phones-bring")
    expect(page.locator("#pupils-phones-bring")).to_be_in_viewport()


def test_the_answer_is_announced(page: Page, served: str) -> None:
    ask(page, served, BRING)
    expect(page.get_by_role("status").filter(has_text=BRING_SAID)).to_be_visible()


def test_the_address_can_be_sent(page: Page, served: str, browser: Browser) -> None:
    page.goto(f"{served}/{PICKER}")
    page.get_by_label("Who are you?").select_option("staff")
    page.get_by_label("Choose from the list").select_option("smart-watch")
    page.get_by_label("Where?").select_option("lessons")
    answer = said(page).text_content()
    other = browser.new_context().new_page()
    other.goto(page.url)
    expect(said(other)).to_have_text(answer or "")
    expect(other.get_by_label("Where?")).to_have_value("lessons")
    other.context.close()


def test_what_must_come_first_stands_with_the_answer(page: Page, served: str) -> None:
    ask(page, served, "who=pupils&in=y6&thing=mobile-phone&place=journey")
    expect(said(page)).to_contain_text("Yes, but something comes first.")
    expect(page.locator("[data-slot='needs']")).to_contain_text("First:")
    expect(page.locator("[data-slot='needs'] li")).not_to_have_count(0)


@pytest.mark.parametrize("mark", ["#", "?"])
def test_a_page_may_lead_there_with_a_year_chosen(page: Page, served: str, mark: str) -> None:
    page.goto(f"{served}/{PICKER}{mark}who=y6")
    expect(page.get_by_label("Who are you?")).to_have_value("pupils")
    expect(page.get_by_label("Year", exact=True)).to_have_value("y6")


def test_nonsense_in_the_address_is_left_aside(page: Page, served: str) -> None:
    page.goto(f"{served}/{PICKER}#who=nobody&thing=%3Cb%3E&place=moon")
    expect(page.locator(".sp-picker__wait")).to_be_visible()
    expect(page.get_by_label("Where?")).to_have_value(main_place(oakfield()))


def test_another_part_of_the_page_leaves_the_question(page: Page, served: str) -> None:
    ask(page, served, BRING)
    page.evaluate("() => { location.hash = 'all' }")
    expect(said(page)).to_have_text(BRING_SAID)
    expect(page.get_by_label("Who are you?")).to_have_value("child")


def test_an_empty_address_empties_the_question(page: Page, served: str) -> None:
    ask(page, served, f"{BRING}&place=lessons")
    expect(page.get_by_label("Where?")).to_have_value("lessons")
    page.evaluate("() => { location.hash = '' }")
    expect(said(page)).to_be_hidden()
    expect(page.get_by_label("Who are you?")).to_have_value("")
    expect(page.get_by_label("Where?")).to_have_value(main_place(oakfield()))
    page.get_by_label("Who are you?").select_option("pupils")
    expect(page.get_by_label("Year", exact=True)).to_have_value("?")


NOT_FOR = '<option data-not-for="eyfs-ks1" value="gambling"'


def test_the_youngest_are_not_offered_what_is_not_for_them(page: Page, served: str) -> None:
    def marked(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace('<option value="gambling"', NOT_FOR)
        route.fulfill(response=answer, body=body)

    page.route(f"**/{PICKER}*", marked)
    ask(page, served, "who=pupils&in=y4&thing=gambling")
    choice = page.locator("#picker-thing option[value='gambling']")
    expect(choice).to_have_count(1)
    expect(said(page)).to_be_visible()
    page.get_by_label("Year", exact=True).select_option("y1")
    expect(choice).to_have_count(0)
    expect(said(page)).to_be_hidden()
    page.get_by_label("What is it about?").fill("gambling")
    expect(page.locator("#picker-thing")).not_to_have_value("gambling")
    page.get_by_label("Who are you?").select_option("child")
    expect(choice).to_have_count(1)


@pytest.mark.parametrize(
    ("typed", "thing"),
    [
        ("airpods", "earbuds"),
        ("apple watch", "smart-watch"),
        ("chatgpt", "ai-tools"),
        ("ROBLOX", "other-games"),
        ("phone", "mobile-phone"),
    ],
)
def test_a_thing_is_found_by_everyday_words(
    page: Page, served: str, typed: str, thing: str
) -> None:
    page.goto(f"{served}/{PICKER}#who=y6")
    page.get_by_label("What is it about?").fill(typed)
    expect(page.get_by_label("Choose from the list")).to_have_value(thing)
    expect(page.locator("#picker-found")).to_contain_text("found")
    expect(said(page)).to_be_visible()


def test_a_word_that_is_not_known_says_so(page: Page, served: str) -> None:
    page.goto(f"{served}/{PICKER}#who=y6")
    page.get_by_label("What is it about?").fill("elephant")
    expect(page.locator("#picker-found")).to_have_text("Nothing found. Try another word.")
    expect(said(page)).to_be_hidden()
    page.get_by_label("What is it about?").fill("")
    assert page.get_by_label("Choose from the list").locator("option").count() > 50


def test_it_needs_no_mouse(page: Page, served: str) -> None:
    page.goto(f"{served}/{PICKER}")
    page.get_by_label("Who are you?").focus()
    page.keyboard.type("a visitor")
    page.keyboard.press("Tab")
    page.keyboard.type("smart glasses")
    expect(said(page)).to_contain_text("You may not use")


def test_only_what_a_thing_can_do_is_asked(page: Page, served: str) -> None:
    ask(page, served, "who=staff&thing=gambling")
    expect(page.get_by_label("To do what?")).to_be_hidden()
    ask(page, served, "who=staff&thing=plain-watch")
    choices = page.get_by_label("To do what?").locator("option:not([hidden])")
    expect(choices.filter(has_text="Take photos")).to_have_count(0)


def test_it_works_from_a_folder(page: Page, site: Path) -> None:
    page.goto(f"{(site / PICKER).as_uri()}#{BRING}")
    expect(said(page)).to_have_text(BRING_SAID)
    page.get_by_label("To do what?").select_option("any")
    expect(said(page)).to_contain_text("No.")
    assert "doing" not in page.url


def test_without_a_script_all_answers_are_there(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/{PICKER}")
    expect(page.locator("#picker")).to_be_hidden()
    page.get_by_role("link", name="Mobile phones").click()
    expect(page.get_by_role("heading", name="Can I use a phone?", level=1)).to_be_visible()
    expect(page.locator("#pupils-phones-bring")).to_contain_text("bring a phone to school?")
    context.close()


def test_a_child_comes_from_the_childrens_page_with_the_year_chosen(
    page: Page, served: str
) -> None:
    page.goto(f"{served}/pupils/juniors.html")
    page.get_by_role("link", name="Year 4", exact=True).click()
    expect(page.get_by_label("Year", exact=True)).to_have_value("y4")


def test_the_answer_stays_in_view_on_a_phone(page: Page, served: str) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    ask(page, served, BRING)
    expect(said(page)).to_be_in_viewport()


def test_an_answer_that_is_linked_to_stands_out(page: Page, served: str) -> None:
    page.goto(f"{served}/can-i/mobile-phone.html#pupils-phones-bring")
    answer = page.locator("article.sp-answer", has=page.locator("#pupils-phones-bring"))
    style = "each => getComputedStyle(each).outlineStyle"
    assert answer.evaluate(style) == "solid"


FOUND = ".md-search-result__item"
SEARCHES = {
    "airpods in lessons": "earbuds",
    "phone on the bus": "mobile-phone",
    "can my daughter bring a phone": "mobile-phone",
    "apple watch": "smart-watch",
    "chatgpt homework": "ai-tools",
    "roblox": "other-games",
}


@pytest.mark.parametrize("words", SEARCHES)
def test_the_search_finds_an_answer_among_the_first_three(
    page: Page, served: str, words: str
) -> None:
    page.goto(f"{served}/index.html")
    page.locator("[data-md-component='search-query']").first.click()
    page.locator("[data-md-component='search-query']").first.fill(words)
    first = page.locator(FOUND).locator("nth=0")
    expect(first).to_be_visible()
    wanted = page.locator(f"{FOUND}:nth-child(-n+3) a[href*='can-i/{SEARCHES[words]}.html']")
    expect(wanted.first).to_be_attached()
