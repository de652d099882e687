"""The first short form on a page gets its words behind it."""

from __future__ import annotations

import pytest

from schoolpolicy.model.statement import GlossaryEntry
from schoolpolicy.publish.site.short_forms import spell_out, spelt_out

WORDS = {"AI": "artificial intelligence", "VPN": "virtual private network"}


@pytest.mark.parametrize(
    ("page", "spelt"),
    [
        ("<p>No AI.</p>", "<p>No AI (artificial intelligence).</p>"),
        ("<p>AI-made, AI.</p>", "<p>AI-made (AI: artificial intelligence), AI.</p>"),
        ("<p>AI, and AI.</p>", "<p>AI (artificial intelligence), and AI.</p>"),
        ("<h2>AI</h2>\n<p>Use AI.</p>", "<h2>AI</h2>\n<p>Use AI (artificial intelligence).</p>"),
        (
            "<p>A VPN hides. AI guesses.</p>",
            "<p>A VPN (virtual private network) hides. AI (artificial intelligence) guesses.</p>",
        ),
        (
            "<p><a href='#AI'>AI tools</a> &amp; <em>AI</em></p>",
            "<p><a href='#AI'>AI tools</a> &amp; <em>AI (artificial intelligence)</em></p>",
        ),
    ],
)
def test_the_first_in_running_text_is_spelt_out(page: str, spelt: str) -> None:
    assert spell_out(page, WORDS) == spelt


@pytest.mark.parametrize(
    "page",
    [
        "<p>Artificial intelligence (AI) is new.</p>",
        "<p>We use no tools.</p>",
        "<p>PAID and AIM are other words.</p>",
        "<h2>AI</h2>",
        "<p>I ask AI.</p><dl><dt>AI</dt><dd>A machine.</dd></dl>",
        '<p title="AI">Tools</p>',
    ],
)
def test_what_is_clear_or_no_short_form_stays_as_it_is(page: str) -> None:
    assert spell_out(page, WORDS) == page


def test_words_that_come_later_do_not_help() -> None:
    page = "<p>AI is new.</p><p>Artificial intelligence guesses.</p>"
    assert spell_out(page, WORDS).startswith("<p>AI (artificial intelligence) is new.</p>")


def test_only_short_forms_of_capitals_are_spelt_out() -> None:
    entries = (
        GlossaryEntry(id="ai", word="AI", short_for="artificial intelligence", means="Guesses."),
        GlossaryEntry(id="aup", word="AUA or AUP", short_for="agreement", means="Promises."),
        GlossaryEntry(id="iwf", word="IWF", means="A charity."),
        GlossaryEntry(id="app", word="app", short_for="application", means="A program."),
    )
    assert spelt_out(entries) == {"AI": "artificial intelligence"}
