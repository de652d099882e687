"""Names of people in the names of pictures, and in the words that stand for them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from schoolpolicy.checks.privacy.hits import Hit, Kind
from schoolpolicy.checks.privacy.known import names, plain
from schoolpolicy.checks.privacy.people import find_first_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.checks.privacy.known import Known

ENDINGS = frozenset({
    ".avif", ".bmp", ".gif", ".heic", ".heif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff",
    ".webp",
})  # fmt: skip
"""How the names of pictures end."""
_PART = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿ]+|[A-ZÀ-Þ]+(?![a-zß-ÿ])")
_JOINED = re.compile(r"[ _.+-]{0,2}")
_ALT = re.compile(
    r"!\[(?P<markdown>[^\]]*)\][(\[]"
    r"""|<img\b[^>]*?\balt\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')"""
    r"|^[ \t]*(?:- *)?alt:[ \t]*(?P<field>.+)$",
    re.MULTILINE,
)
"""The words for a picture: in Markdown, in HTML, in a field of data."""
_SIGNS = ("![", "<img", "alt:")


def is_picture(file: str) -> bool:
    """Return True if a file is a picture, by its name."""
    return PurePosixPath(file).suffix.lower() in ENDINGS


def find_in_picture_name(name: str, known: Known) -> list[Hit]:
    """Return the names of people in the name of a picture: `jane-smith-year4.jpg`.

    Args:
        name: what the file is called, without its folder.
        known: what is no name.
    """
    stem = PurePosixPath(name).stem
    parts = list(_PART.finditer(stem))
    return [
        hit
        for number, part in enumerate(parts)
        if (hit := _at(stem, part, parts[:number], parts[number + 1 :], known)) is not None
    ]


def find_in_picture_texts(text: str, known: Known) -> Iterator[Hit]:
    """Yield the names of people in the words for the pictures of a page.

    Args:
        text: the page.
        known: what is no name.
    """
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _ALT.finditer(text):
        start = match.start(match.lastgroup or 0)
        for hit in find_first_names(match[match.lastgroup or 0], known):
            yield hit._replace(start=start + hit.start, end=start + hit.end)


def _at(
    stem: str,
    part: re.Match[str],
    before: list[re.Match[str]],
    after: list[re.Match[str]],
    known: Known,
) -> Hit | None:
    """Return the name of a person that begins with a part of a file's name, if one does."""
    listed, first = names(), plain(part[0])
    if before and plain(before[-1][0]) in listed.not_before:
        return None
    following = after[0] if after else None
    if following and not _JOINED.fullmatch(stem[part.end() : following.start()]):
        following = None  # a number stands between them
    second = plain(following[0]) if following else ""
    pair = f"{first} {second}"
    if pair in listed.well_known or (second and known.is_of_school(pair)):
        return None
    surname, other = second in listed.surnames, second in listed.not_surnames
    if first in listed.perhaps:
        is_name = surname and not other
    else:
        is_name = first in listed.first and (surname or not other)
    if not is_name:
        return None
    whole = following is not None and (len(second) == 1 or known.is_surname(second))
    return Hit(
        Kind.PICTURE_NAME, part.start(), following.end() if following and whole else part.end()
    )
