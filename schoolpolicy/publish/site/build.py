"""Builds one school's website."""

from __future__ import annotations

import logging
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.swap import replacing

if TYPE_CHECKING:
    from pathlib import Path

    from schoolpolicy.checks.run import Checked
    from schoolpolicy.reading.project import Project

SCHOOL_VARIABLE = "SCHOOLPOLICY_SCHOOL"
"""The environment variable by which `mkdocs.yml` learns which school to build."""
FINAL_VARIABLE = "SCHOOLPOLICY_FINAL"
"""The one by which it learns whether this is a publication (`true`) or a draft."""


_MACRO_FAILED = re.compile(
    r"Macro Rendering Error_\s+_File_: `(?P<page>[^`]+)`\s+_\w+_: (?P<reason>.*?)\s*```", re.DOTALL
)


class BuildError(Exception):
    """Raised when a site could not be built; its text is what MkDocs said."""


@dataclass(frozen=True)
class Built:
    """A site that was built."""

    folder: Path
    pages: int


class _Heard(logging.Handler):
    """Keeps what MkDocs says at warning level or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message; of a macro that failed, the page and the reason."""
        text = record.getMessage()
        failed = _MACRO_FAILED.search(text)
        if failed:
            text = f"docs/{failed['page']}: {failed['reason'].strip()}"
        self.lines.append(text)


def site_folder(project: Project, slug: str, audience: Visibility) -> Path:
    """Return where a school's site for one audience goes."""
    suffix = "" if audience is Visibility.PUBLIC else f"--{audience.value}"
    return project.site / f"{slug}{suffix}"


def build_site(
    project: Project,
    slug: str,
    audience: Visibility = Visibility.PUBLIC,
    checked: Checked | None = None,
    *,
    final: bool = False,
) -> Built:
    """Build a school's site; the earlier one stays until the new one is whole.

    Args:
        project: where the files are.
        slug: the school.
        audience: for whom the site is.
        checked: the school as it was read and checked; else it is read and checked here.
        final: True for a publication, if it is checked here.

    Raises:
        BuildError: the school's files, the pages or the theme have mistakes.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice to theme authors, not to schools
    from jinja2 import TemplateError
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    target = site_folder(project, slug, audience)
    try:
        with replacing(target) as fresh:
            config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(fresh), strict=True)
            config.extra["school"] = slug
            if "schoolpolicy" not in config.plugins:
                raise BuildError('mkdocs.yml does not list "- schoolpolicy" under "plugins:".')
            plugin: Any = config.plugins["schoolpolicy"]
            plugin.config.audience = audience.value
            plugin.config.final = final
            plugin.given = checked
            build(config)
            pages = len(list(fresh.rglob("*.html")))
    except (Abort, MkDocsException) as problem:
        lines = heard.lines or [str(problem)]
        raise BuildError("\n".join(lines)) from problem
    except TemplateError as problem:
        where = f"overrides/{getattr(problem, 'name', None) or 'main.html'}"
        line = getattr(problem, "lineno", 0)
        raise BuildError(f"{where}:{line}: {problem.message}") from problem
    finally:
        logger.removeHandler(heard)
    return Built(target, pages)


def serve_site(project: Project, slug: str, address: str, *, final: bool = False) -> None:
    """Serve a school's site, building it again whenever one of its files changes."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ[SCHOOL_VARIABLE] = slug
    os.environ[FINAL_VARIABLE] = str(final).lower()
    from mkdocs.commands.serve import serve

    serve(str(project.root / "mkdocs.yml"), dev_addr=address)
