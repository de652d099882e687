"""Writes `basis.yml`: what each change of a school was made against."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from schoolpolicy.reading.by_command import BASIS_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HEAD = """\
# yaml-language-server: $schema=../../schemas/basis.schema.json
# What each change here was made against. Written by "schoolpolicy basis": do not edit by hand.
"""


def write_basis(folder: Path, noted: Mapping[tuple[str, str], str]) -> Path:
    """Write the file into the folder of a trust or a school, and return its path.

    Args:
        folder: where it goes.
        noted: from subject and id to the fingerprint of what was departed from.
    """
    entries = [
        {"subject": subject, "id": identity, "fingerprint": noted[subject, identity]}
        for subject, identity in sorted(noted)
    ]
    path = folder / BASIS_FILE
    if entries:
        written = yaml.safe_dump({"basis": entries}, sort_keys=False)
        path.write_text(HEAD + written, encoding="utf-8")
    else:
        path.unlink(missing_ok=True)
    return path
