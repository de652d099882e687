"""Python's search for garbage, and when it only costs time."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without_collector() -> Iterator[None]:
    """Put the search for garbage off, while much is made that stays and holds no cycles.

    A policy is some hundred thousand small values. Each time their number has grown by a
    quarter, all are searched again, in vain: that took a third of the time of reading.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()
