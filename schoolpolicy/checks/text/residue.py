"""Finds what a template leaves in a text: blanks to fill in, words to choose from, notes.

It looks for "students/pupils" and "he/she", brackets such as "[Name of school]", "delete as
appropriate", "insert", "TBC", rows of dots or underscores, the word "template" in a title,
colours that told an author what to do, and a colon at the end with no list after it. Fields of
forms are for filling in, so they are passed over. Pairs that are one word ("and/or", "on/off"),
dates, addresses and file names are no residue. It cannot see a blank that was simply left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from schoolpolicy.model.finding import Finding
from schoolpolicy.model.statement import Statement
from schoolpolicy.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.text.prose import Prose
    from schoolpolicy.checks.written import Written
    from schoolpolicy.model.statement import Point

NOTES = frozenset({"DELETE", "FIXME", "INSERT", "TBA", "TBC", "TBD", "TODO"})
"""Words in capitals with which authors mark what is to be done."""
_AS_FITS = r"as (?:appropriate|applicable|necessary|needed|relevant|required)"
_BLANKS = re.compile(
    r"(?P<bracket>\[[^\[\]\n]*[A-Za-z]{2}[^\[\]\n]*\](?![\[(:])"
    r"|<[A-Za-z][A-Za-z ]{2,}>"
    rf"|\((?i:please )?(?i:delete|amend|insert|adapt|complete|customise|edit|choose)\b[^()\n]*\)"
    r"|\((?i:(?:your |the )?(?:full )?(?:name|address|logo) of (?:your |the )?"
    r"(?:academy|college|dsl|governor|head\w*|lead|nursery|person|principal|school|trust))\))"
    r"|(?P<note>\b(?i:dd ?[ /.-] ?mm ?[ /.-] ?yy(?:yy)?)\b"
    rf"|\b(?i:delete|amend|insert|adapt|customise)(?i: ?/ ?\w+)? {_AS_FITS}\b"
    rf"|\b(?:{'|'.join(sorted(NOTES))})\b|(?<!\w)[xX]{{3,}}(?!\w)"
    r"|\b(?i:insert) (?i:(?:the |your )?(?:name|school|date|number|address|logo|link|title))\b"
    r"|\b(?i:to be (?:confirmed|completed|inserted))\b|\b(?i:lorem ipsum)\b)"
    r"|(?P<row>\.{4,}|…{2,}|(?:\. ){3,}\.|_{3,})"
)
_PAIRS = re.compile(
    r"(?<![\w./:@#-])(?P<pair>[A-Za-z]{3,}(?:\(s\))?"
    r"(?:(?:/[A-Za-z]{3,}| ?/ ?(?:[a-z]{3,}|s)"
    r"| / (?:Academy|Carers?|College|Deputy|Governors?|Head\w*|Parents?|Principals?|Pupils?|School"
    r"|Students?|Teachers?|Trustees?))(?:\(s\))?)+"
    r"|(?:s|he) ?/ ?(?:s?he))(?![\w/@-]|\.\w)"
    r"|(?P<plural>\b[A-Za-z]{3,}\(s\))|(?P<he>\(s\)he\b)"
)
_COLOURS = re.compile(
    r"\b(?:text|guidance|notes?|wording|sections?|paragraphs?) (?:\w+ ){0,2}in "
    r"(?:blue|red|green|pink|yellow|purple|orange|grey|italics)\b"
    r"|\b(?:blue|red|green|pink|yellow|purple|orange|grey) (?:text|guidance|wording)\b",
    re.IGNORECASE,
)
_ONE_WORD = frozenset(
    {"and/or", "either/or", "on/off", "yes/no", "true/false", "pass/fail", "read/write"}
    | {"input/output", "client/server"}
)
_PRONOUNS = {
    **{"he": "they", "him": "them", "his": "their", "himself": "themselves"},
    **{"she": "they", "her": "their", "herself": "themselves"},
}
_TITLES = frozenset({"title", "plain_title"})
_TEMPLATE = re.compile(r"\btemplate\b", re.IGNORECASE)
_FORMS = frozenset({("checklists", "fields"), ("agreements", "signatures")})
"""Where blanks are for readers to fill in."""
_LEADS = frozenset({"intro", "title", "plain_title", "label"})
"""What stands above things that are lists themselves."""
_LIKELY = (
    *("[", "<", "/", "(s)", "....", "…", ". . .", "___", "delete", "amend", "insert", "adapt"),
    *("complete", "customise", "edit", "choose", "tba", "tbc", "tbd", "todo", "fixme", "xxx"),
    *("to be ", "lorem", "template", " in blue", " in red", " in green", " in pink", " in yellow"),
    *("name of", "address of", "logo of", "dd/", "dd.", "dd-", "dd mm", "dd /"),
    *(" in purple", " in orange", " in grey", " in italics", " text", " guidance", " wording"),
)
"""Parts of words without which no pattern fits: to look for them first is much faster."""


class _Left(NamedTuple):
    """Something that a template left."""

    start: int
    end: int
    what: str
    remedy: str
    is_open: bool
    """True for a blank, with which nothing can be published."""


def check_residue(prose: Prose, *, final: bool) -> Iterator[Finding]:
    """Yield a finding for each thing that a template left in a text.

    Args:
        prose: what is written.
        final: True for a publication, in which a blank is an error.
    """
    for written in prose.holding(_LIKELY):
        if _is_form(written):
            continue
        for left in _left(written):
            yield Finding(
                code="text.residue",
                severity=Severity.ERROR if final and left.is_open else Severity.WARNING,
                place=prose.spot(written, left.start, left.end),
                problem=f'{written.begins} still has "{written.text[left.start : left.end]}", '
                f"{left.what}.",
                remedy=left.remedy,
            )
    yield from _lists(prose)


def _left(written: Written) -> Iterator[_Left]:
    text = written.text
    for match in _BLANKS.finditer(text):
        row = match.lastgroup == "row"
        yield _Left(
            match.start(),
            match.end(),
            "where something is to be filled in" if row else "a note of a template",
            "Fill it in, or take it out.",
            is_open=True,
        )
    for match in _PAIRS.finditer(text):
        if re.sub(" ", "", match[0]).lower() not in _ONE_WORD and not match[0].isupper():
            yield _Left(
                match.start(),
                match.end(),
                "which leaves the reader to choose",
                _one_of(match),
                is_open=False,
            )
    for match in _COLOURS.finditer(text):
        yield _Left(
            match.start(),
            match.end(),
            "which speaks of the colours of a template",
            "Take the sentence out.",
            is_open=False,
        )
    if found := _in_title(written):
        yield _Left(
            found.start(),
            found.end(),
            "in a title",
            "Give the title that readers should see.",
            is_open=False,
        )


def _one_of(match: re.Match[str]) -> str:
    if match.lastgroup == "plural":
        return f'Write "{match[0].replace("(s)", "s")}".'
    for pronoun, theirs in _PRONOUNS.items():
        if re.search(rf"\b{pronoun}\b", match[0], re.IGNORECASE):
            return f'Write "{theirs}".'
    return "Write one of them; for a word that the school chooses, its {{ term }}."


def _in_title(written: Written) -> re.Match[str] | None:
    if written.said is not None:
        fits = written.said.field in _TITLES
        return _TEMPLATE.search(written.text) if fits else None
    title = next((each for each in written.text.splitlines() if each.strip()), "")
    start = written.text.find(title)
    return _TEMPLATE.search(written.text, start, start + len(title))


def _is_form(written: Written) -> bool:
    said = written.said
    return said is not None and any((said.subject, each) in _FORMS for each in said.fields)


def _lists(prose: Prose) -> Iterator[Finding]:
    """Yield a finding for each text that ends with a colon and leads to nothing."""
    for written in prose.written:
        if written.said is None:
            ends = _page_lists(written)
        else:
            ends = [len(written.text)] if _leads_nowhere(written) else []
        for end in ends:
            lead = re.split(r"(?<=[.!?])\s+|\n", written.text[:end])[-1].strip()
            start = written.text.rfind(lead, 0, end)
            yield Finding(
                code="text.residue",
                severity=Severity.WARNING,
                place=prose.spot(written, start, end),
                problem=f'{written.begins} ends with a colon, but no list follows "{lead}".',
                remedy="Write the list, or end the sentence with a full stop.",
            )


def _leads_nowhere(written: Written) -> bool:
    said = written.said
    if said is None or not written.text.endswith(":") or said.field in _LEADS:
        return False
    if not isinstance(said.record, Statement):
        return True
    holder: Statement | Point = said.record
    for inner in said.inner:
        holder = next(each for each in holder.points if each.id == inner)
    return not holder.points


def _page_lists(written: Written) -> list[int]:
    """Return where a line of a page ends with a colon, and a heading or nothing comes next."""
    page = written.page
    if page is None or ":" not in page.body:
        return []
    lines = page.body.splitlines()
    ends, at = [], sum(len(each) + 1 for each in written.text.split("\n")[: page.first_line - 1])
    for number, line in enumerate(lines):
        at += len(line) + 1
        if line.rstrip().endswith(":") and not line.startswith(("#", "|", "<", "{")):
            after = next((each for each in lines[number + 1 :] if each.strip()), "#")
            if after.startswith("#"):
                ends.append(at - 1 - (len(line) - len(line.rstrip())))
    return ends
