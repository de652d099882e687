"""Reads what was ever written in a repository: the lines that each commit added, with git."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_MARK = "\0"
"""What a commit begins with in the output: no line of a text file can."""
_LOG = (
    *("log", "--all", "--reverse", "--patch", "-m", "--unified=0", "--format=%x00%h %as"),
    *("--no-color", "--no-prefix", "--no-renames", "--no-ext-diff", "--no-textconv"),
    *("--no-show-signature", "--relative"),
)
"""Every commit of every branch, the oldest first; nothing that a user's settings could change."""
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)")
_CONTROLS = {b"t": b"\t", b"n": b"\n", b"r": b"\r"}
_FILE = "diff --git "
_NEW = "new file mode "
_BROKEN = 128
"""How git ends where it could not work at all."""


class NoHistoryError(Exception):
    """Raised when there is no history to read; says why."""


class Added(NamedTuple):
    """Lines that a commit added to a file, one after the other, or a file that it added.

    Attributes:
        commit: its short name.
        day: when it was written: 2026-11-22.
        file: relative to the project.
        line: where the lines began then.
        text: the lines; empty for the file itself.
    """

    commit: str
    day: str
    file: str
    line: int
    text: str = ""


def added_lines(root: Path, folders: Iterable[str]) -> Iterator[Added]:
    """Yield all that the commits of a repository added, the oldest first.

    Args:
        root: the project.
        folders: which folders and files of it, relative to the project.

    Raises:
        NoHistoryError: the project has no history that could be read.
    """
    with tempfile.TemporaryFile() as errors:
        with subprocess.Popen(  # noqa: S603
            _command(root, *_LOG, "--", *folders),
            stdout=subprocess.PIPE,
            stderr=errors,
            env=_plain_words(),
        ) as process:
            out = process.stdout or ()
            yield from _added(line.decode("utf-8", "replace").rstrip("\n") for line in out)
        if process.returncode:
            errors.seek(0)
            raise NoHistoryError(_told(errors.read().decode("utf-8", "replace")))


def is_partial(root: Path) -> bool:
    """Return True if only the last commits were fetched (a shallow clone).

    Raises:
        NoHistoryError: the project is in no repository, or git is not installed.
    """
    done = subprocess.run(  # noqa: S603
        _command(root, "rev-parse", "--is-shallow-repository"),
        env=_plain_words(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == _BROKEN and "not a git repository" in done.stderr:
        raise NoHistoryError("This project is in no git repository, so it has no history.")
    if done.returncode:
        raise NoHistoryError(_told(done.stderr))
    return done.stdout.strip() == "true"


def _command(root: Path, *words: str) -> list[str]:
    git = shutil.which("git")
    if git is None:
        raise NoHistoryError("git is not installed, and only git can read the history.")
    return [git, "--no-pager", "--literal-pathspecs", "-C", str(root), *words]


def _plain_words() -> dict[str, str]:
    """Return the environment in which git says what is wrong in words that are known here."""
    return {**os.environ, "LC_ALL": "C"}


def _told(said: str) -> str:
    """Return what git said about why it could not work."""
    first = said.strip().splitlines()[0] if said.strip() else "it does not say why."
    return f"git could not read the history: {first.removeprefix('fatal: ')}"


def _added(lines: Iterator[str]) -> Iterator[Added]:
    commit = day = file = ""
    for line in lines:
        hunk = _HUNK.match(line)
        if line.startswith(_MARK):
            commit, _, day = line[1:].partition(" ")
        elif line.startswith(_FILE):
            file = _named(line.removeprefix(_FILE))
        elif line.startswith(_NEW):
            yield Added(commit, day, file, 1)
        elif hunk:
            removed, start, added = (int(each) if each else 1 for each in hunk.groups())
            text = "\n".join(_taken(lines, removed, added))
            if text:
                yield Added(commit, day, file, max(start, 1), text)


def _taken(lines: Iterator[str], removed: int, added: int) -> Iterator[str]:
    """Yield the lines that a hunk adds, and read over those that it removes."""
    while removed or added:
        line = next(lines, None)
        if line is None:
            return
        if line.startswith("-"):
            removed -= 1
        elif line.startswith("+"):
            added -= 1
            yield line[1:].rstrip("\r")


def _named(twice: str) -> str:
    """Return the name of a file that git gives twice, in quotes if it is unusual."""
    once = twice[: len(twice) // 2]
    if not once.startswith('"'):
        return once
    return _ESCAPED.sub(_letter, once[1:-1].encode()).decode("utf-8", "replace")


def _letter(escaped: re.Match[bytes]) -> bytes:
    r"""Return the byte that git writes as `\303`, or as a quote after a backslash."""
    said = escaped[1]
    return bytes([int(said, 8)]) if said.isdigit() else _CONTROLS.get(said, said)
