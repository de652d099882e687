"""The day on which a policy is read, unless another one is asked for."""

from __future__ import annotations

import datetime as dt
import os

DAY_VARIABLE = "SOURCE_DATE_EPOCH"
"""The environment variable by which builds are made on an agreed day: seconds since 1970.

See reproducible-builds.org/specs/source-date-epoch. MkDocs heeds it too.
"""


def today() -> dt.date:
    """Return today, or the agreed day of a build that has one."""
    agreed = os.environ.get(DAY_VARIABLE, "")
    if agreed.isdigit():
        return dt.datetime.fromtimestamp(int(agreed), dt.UTC).date()
    return dt.date.today()
