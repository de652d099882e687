"""Words of the school in a style sheet: what stands in the margin of printed pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from schoolpolicy.model.organisation import School

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ")


def css_string(text: str) -> Markup:
    """Return a text as a string of a style sheet; every sign that could mean something escaped."""
    escaped = "".join(sign if sign in _PLAIN else f"\\{ord(sign):x} " for sign in text)
    return Markup('"{}"').format(escaped)


def paper_footer(school: School) -> Markup | None:
    """Return the line at the foot of each sheet of paper; None if the school has none."""
    return css_string(" | ".join(school.footer.values())) if school.footer else None
