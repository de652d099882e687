"""Putting a finished folder in the place of an older one, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a fresh folder to fill; put it in the place of `target` if nothing goes wrong.

    Until then, and after any error or kill, `target` holds what it held before. A kill in
    the instant between the two renames leaves the old folder beside the target; the next
    run puts it back.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    old = target.parent / f".{target.name}.old"
    _recover(target, old)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
    try:
        yield fresh
        fresh.chmod(0o755)
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except BaseException:
        _recover(target, old)
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(target: Path, old: Path) -> None:
    """Undo what a killed run left behind."""
    if old.exists():
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)
    for left in target.parent.glob(f".{target.name}.new-*"):
        shutil.rmtree(left, ignore_errors=True)
