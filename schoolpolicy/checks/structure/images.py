"""Images with words for those who do not see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schoolpolicy.checks.structure.source import place_in, without_code
from schoolpolicy.checks.warning import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schoolpolicy.model.finding import Finding
    from schoolpolicy.reading.pages import Page

_IMAGE = re.compile(r"!\[(?P<said>[^\]]*)\](?=[(\[])")
_TAGGED = re.compile(r"<img\b(?P<rest>[^>]*)>", re.IGNORECASE)
_SAID = re.compile(r"""\balt\s*=\s*(?:"(?P<one>[^"]*)"|'(?P<other>[^']*)')""", re.IGNORECASE)
_FILE_NAME = re.compile(
    r".*\.(?:png|jpe?g|gif|svg|webp|bmp|heic|tiff?)|"
    r"(?:img|dsc|dscn|image|picture|photo|screenshot|untitled)[ _-]*[\d _-]*",
    re.IGNORECASE,
)


def check_images(page: Page) -> Iterator[Finding]:
    """Yield a warning for each image without words, and for each whose words are a file name.

    In HTML, an empty text says that an image is there for decoration.
    """
    text = without_code(page)
    found = [(each.start(), each["said"].strip() or None) for each in _IMAGE.finditer(text)]
    found += [(each.start(), _tagged(each["rest"])) for each in _TAGGED.finditer(text)]
    for start, said in sorted(found, key=lambda each: each[0]):
        if said is None:
            yield warning(
                "structure.image-without-text",
                place_in(page, start),
                "This image has no words for those who cannot see it.",
                'Write what it shows: ![what it shows](picture.png), or alt="..." in a tag.',
            )
        elif said and _FILE_NAME.fullmatch(said):
            yield warning(
                "structure.image-text-is-file",
                place_in(page, start),
                f'The words for this image are only the name of a file: "{said}".',
                "Write what it shows, in a few words.",
            )


def _tagged(attributes: str) -> str | None:
    """Return the words of an image in HTML; None where it has none at all."""
    found = _SAID.search(attributes)
    return (found["one"] or found["other"] or "").strip() if found else None
