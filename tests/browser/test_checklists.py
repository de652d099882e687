"""Checklists on the screen: ticks stay in the browser, and go nowhere but into a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

LIST = "checklists/dsl-termly.html"
OTHER = "checklists/head-termly.html"
KEY = "school-policy/ticks/oakfield-primary/dsl-termly"
TARGET = 24
"""How wide and high a box must be to be hit with a finger, in pixels."""
NO_STORE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"


@pytest.fixture
def sheet(page: Page, served: str) -> Page:
    page.goto(f"{served}/{LIST}")
    return page


def box(page: Page, number: int) -> Locator:
    return page.locator(".sp-tick").nth(number)


def count(page: Page) -> Locator:
    return page.locator("[data-count]")


def said(page: Page) -> Locator:
    return page.locator("[data-said]")


def saved(page: Page, folder: Path) -> Path:
    """Save the ticks of a page as a file."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def open_file(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a file").click()
    chooser.value.set_files(path)


def written(folder: Path, **changes: Any) -> Path:
    """Write a file with one tick."""
    content = {
        "kind": "school-policy-ticks",
        "school": "oakfield-primary",
        "checklist": "dsl-termly",
        "title": "Termly safeguarding check",
        "edition": "2026-27",
        "saved": "2026-11-22",
        "ticks": {"termly-filter": {"on": "2026-11-20", "text": "abc"}},
    }
    path = folder / "ticks.json"
    path.write_text(json.dumps({**content, **changes}), encoding="utf-8")
    return path


def test_a_line_is_ticked_by_its_own_words_and_counted(sheet: Page) -> None:
    line = sheet.get_by_role("checkbox", name="Meet the online safety governor")
    expect(count(sheet)).to_have_text("0 of 12 done")
    line.check()
    expect(count(sheet)).to_have_text("1 of 12 done")
    assert sheet.locator(".sp-ticks progress").evaluate("each => [each.value, each.max]") == [1, 12]
    expect(sheet.locator("tr:has(:checked) .sp-items__date")).to_have_text(
        sheet.evaluate(
            "new Date().toLocaleDateString('en-GB',"
            " {day: 'numeric', month: 'short', year: 'numeric'})"
        )
    )
    line.uncheck()
    expect(count(sheet)).to_have_text("0 of 12 done")
    expect(sheet.locator(".sp-items__date").first).to_have_text("")


def test_ticks_stay_when_the_page_is_opened_again(sheet: Page) -> None:
    box(sheet, 2).check()
    sheet.reload()
    expect(box(sheet, 2)).to_be_checked()
    expect(count(sheet)).to_have_text("1 of 12 done")
    sheet.goto(sheet.url.replace(LIST, OTHER))
    expect(sheet.locator(".sp-tick:checked")).to_have_count(0)


def test_nothing_but_the_line_and_the_day_is_kept_and_nothing_is_sent(sheet: Page) -> None:
    asked: list[str] = []
    sheet.wait_for_load_state("networkidle")
    sheet.on("request", lambda request: asked.append(request.url))
    box(sheet, 0).check()
    box(sheet, 1).check()
    sheet.on("dialog", lambda dialog: dialog.accept())
    sheet.get_by_role("button", name="Clear all").click()
    box(sheet, 3).check()
    sheet.wait_for_timeout(300)
    assert asked == []
    kept = json.loads(sheet.evaluate("(key) => localStorage.getItem(key)", KEY))
    assert kept.keys() == {"edition", "ticks"}
    assert [each.keys() for each in kept["ticks"].values()] == [{"on", "text"}]
    assert "ticks" not in sheet.evaluate("document.cookie")
    expect(sheet.locator(".sp-ticks")).to_contain_text(
        "Your ticks stay in this browser. Nothing is sent. Do not write names."
    )


def test_all_is_cleared_only_after_a_question(sheet: Page) -> None:
    expect(sheet.get_by_role("button", name="Clear all")).to_be_disabled()
    for number in range(3):
        box(sheet, number).check()
    asked: list[str] = []
    answers = iter((False, True))

    def answer(dialog: Any) -> None:
        asked.append(dialog.message)
        dialog.accept() if next(answers) else dialog.dismiss()

    sheet.on("dialog", answer)
    sheet.get_by_role("button", name="Clear all").click()
    expect(count(sheet)).to_have_text("3 of 12 done")
    sheet.get_by_role("button", name="Clear all").click()
    expect(count(sheet)).to_have_text("0 of 12 done")
    expect(said(sheet)).to_have_text("All ticks are cleared.")
    expect(box(sheet, 0)).to_be_focused()
    assert asked == ["Clear 3 ticks? This cannot be undone."] * 2


def test_ticks_go_into_a_file_and_come_back_from_it(sheet: Page, tmp_path: Path) -> None:
    box(sheet, 1).check()
    box(sheet, 4).check()
    path = saved(sheet, tmp_path)
    assert path.name.startswith("oakfield-primary-dsl-termly-")
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["edition"] == "2026-27"
    assert list(content["ticks"]) == ["termly-at-risk", "termly-contacts"]
    sheet.evaluate("localStorage.clear()")
    sheet.reload()
    open_file(sheet, path)
    expect(said(sheet)).to_have_text("2 ticks taken from the file.")
    expect(box(sheet, 1)).to_be_checked()
    expect(box(sheet, 4)).to_be_checked()
    expect(sheet.locator(".sp-tick__changed:visible")).to_have_count(0)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "other"}, "This is not a file with ticks. Open one that was saved"),
        ({"ticks": None}, "This is not a file with ticks. Open one that was saved"),
        ({"school": "hill"}, "This file is from the site of another school."),
        (
            {"checklist": "x", "title": "<img src=x onerror=alert(1)>"},
            "This file belongs to another list: “<img src=x onerror=alert(1)>”.",
        ),
        ({"edition": "2025-26"}, "This file is of edition 2025-26. The list is now edition"),
        (
            {"ticks": {"gone": {"on": "2026-11-20", "text": "a"}}},
            "0 ticks taken from the file. Left out",
        ),
        ({"ticks": {"termly-filter": {"on": "soon", "text": "a"}}}, "0 ticks taken from the file."),
        ({"ticks": {"__proto__": 1, "termly-filter": 7}}, "0 ticks taken from the file."),
    ],
)
def test_a_file_that_does_not_belong_here_changes_nothing(
    sheet: Page, tmp_path: Path, changes: dict[str, Any], words: str
) -> None:
    open_file(sheet, written(tmp_path, **changes))
    expect(said(sheet)).to_contain_text(words)
    expect(count(sheet)).to_have_text("0 of 12 done")


def test_a_file_that_is_no_json_is_refused_in_plain_words(sheet: Page, tmp_path: Path) -> None:
    path = tmp_path / "letter.json"
    path.write_text("Dear all", encoding="utf-8")
    open_file(sheet, path)
    expect(said(sheet)).to_have_text(
        "This file cannot be read. Open one that was saved from this page."
    )


def test_a_file_takes_the_place_of_ticks_only_after_a_question(sheet: Page, tmp_path: Path) -> None:
    box(sheet, 0).check()
    sheet.once("dialog", lambda dialog: dialog.dismiss())
    open_file(sheet, written(tmp_path))
    expect(said(sheet)).to_have_text("Nothing was changed.")
    expect(box(sheet, 0)).to_be_checked()
    sheet.once("dialog", lambda dialog: dialog.accept())
    open_file(sheet, written(tmp_path))
    expect(said(sheet)).to_have_text("1 tick taken from the file.")
    expect(box(sheet, 0)).not_to_be_checked()


def test_a_line_that_changed_since_it_was_ticked_says_so(sheet: Page, tmp_path: Path) -> None:
    open_file(sheet, written(tmp_path))
    line = sheet.locator("#termly-filter")
    expect(line).to_contain_text("Changed since you ticked it. Look again, then tick it anew.")
    expect(line.get_by_role("checkbox")).to_have_accessible_description(
        "Changed since you ticked it. Look again, then tick it anew."
    )
    line.get_by_role("checkbox").uncheck()
    line.get_by_role("checkbox").check()
    expect(line.locator(".sp-tick__changed")).to_be_hidden()


def test_a_new_edition_starts_afresh_and_says_so(sheet: Page) -> None:
    old = {"edition": "2025-26", "ticks": {"termly-filter": {"on": "2026-01-20", "text": "a"}}}
    sheet.evaluate("([key, old]) => localStorage.setItem(key, old)", [KEY, json.dumps(old)])
    sheet.reload()
    expect(count(sheet)).to_have_text("0 of 12 done")
    expect(said(sheet)).to_have_text(
        "This list is now edition 2026-27. What was ticked in edition 2025-26 is cleared."
    )
    sheet.reload()
    expect(said(sheet)).to_have_text("")


def test_two_tabs_stay_in_step(sheet: Page) -> None:
    other = sheet.context.new_page()
    other.goto(sheet.url)
    box(sheet, 0).check()
    expect(box(other, 0)).to_be_checked()
    box(other, 1).check()
    expect(count(sheet)).to_have_text("2 of 12 done")
    other.on("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="Clear all").click()
    expect(count(sheet)).to_have_text("0 of 12 done")


@pytest.mark.parametrize("kept", ["nonsense", "[]", "7", '{"ticks": 3}', '{"ticks": {"a": null}}'])
def test_a_spoilt_store_is_an_empty_one(sheet: Page, kept: str) -> None:
    sheet.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    sheet.reload()
    expect(count(sheet)).to_have_text("0 of 12 done")
    box(sheet, 0).check()
    expect(count(sheet)).to_have_text("1 of 12 done")


def test_without_a_store_ticks_last_until_the_page_is_closed(page: Page, served: str) -> None:
    page.add_init_script(NO_STORE)
    page.goto(f"{served}/{LIST}")
    expect(page.locator(".sp-ticks")).to_contain_text(
        "This browser keeps nothing. Your ticks last until you close this page."
    )
    expect(page.locator("[data-kept]")).to_be_hidden()
    box(page, 0).check()
    expect(count(page)).to_have_text("1 of 12 done")
    page.reload()
    expect(count(page)).to_have_text("0 of 12 done")


def test_it_works_from_a_usb_stick(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{LIST}")
    box(page, 0).check()
    page.reload()
    expect(box(page, 0)).to_be_checked()


def test_without_a_script_it_is_the_sheet_that_it_prints(browser: Browser, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{LIST}")
        expect(page.get_by_role("img", name="Box to tick")).to_have_count(12)
        expect(page.get_by_role("checkbox")).to_have_count(0)
        expect(page.get_by_role("button", name="Save as a file")).to_have_count(0)
        assert "Your ticks stay" not in page.locator("article").inner_text()


def test_the_keyboard_is_enough(sheet: Page) -> None:
    box(sheet, 0).focus()
    sheet.keyboard.press("Space")
    expect(box(sheet, 0)).to_be_checked()
    sheet.get_by_role("button", name="Open a file").focus()
    sheet.keyboard.press("Tab")
    expect(sheet.get_by_role("button", name="Clear all")).to_be_focused()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_boxes_can_be_hit_and_nothing_sticks_out(sheet: Page, size: dict[str, int]) -> None:
    sheet.set_viewport_size({"width": size["width"], "height": size["height"]})
    for each in [*sheet.locator(".sp-tick").all(), *sheet.locator(".sp-ticks__way").all()]:
        found = each.bounding_box()
        assert found is not None
        assert min(found["width"], found["height"]) >= TARGET
    assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_ticks_are_printed_and_the_tools_are_not(sheet: Page) -> None:
    box(sheet, 0).check()
    sheet.emulate_media(media="print")
    expect(sheet.locator(".sp-ticks")).to_be_hidden()
    tick = "getComputedStyle(each, '::before').borderBottomColor"
    assert box(sheet, 0).evaluate(f"each => {tick}") == "rgb(0, 0, 0)"
    drawn = "each => getComputedStyle(each, '::before').content"
    assert box(sheet, 0).evaluate(drawn) == '""'
    assert box(sheet, 1).evaluate(drawn) == "none"
    assert box(sheet, 0).evaluate("each => getComputedStyle(each).backgroundColor") in {
        "rgb(255, 255, 255)"
    }
