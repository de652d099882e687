"""The MkDocs plugin: reads the policy once a build and hands it to the macros.

MkDocs knows nothing of schools, and the engine nothing of MkDocs: this module and `macros`
are the only places where they meet.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from macros.calls import Calls
from schoolpolicy.checks.run import Checked, Theme, check_school
from schoolpolicy.checks.undecided import counted
from schoolpolicy.model.vocabulary import Visibility
from schoolpolicy.publish.audience import for_audience
from schoolpolicy.publish.site.book import SitePage, expand_nav, site_pages, with_added
from schoolpolicy.publish.site.components import Components, icon_names
from schoolpolicy.publish.site.css import paper_footer
from schoolpolicy.publish.site.feeds import write_coverage, write_feeds
from schoolpolicy.publish.site.finish import finish
from schoolpolicy.publish.site.menu import in_words
from schoolpolicy.publish.site.sandbox import harden
from schoolpolicy.publish.site.short_forms import spell_out, spelt_out
from schoolpolicy.publish.views.draft import DRAFT_ADDRESS, visible
from schoolpolicy.publish.views.phrases import day
from schoolpolicy.publish.views.standing import standing
from schoolpolicy.reading.project import PAGES, Project
from schoolpolicy.reading.resolve import NoSchoolError
from schoolpolicy.reading.words import PLACEHOLDER

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from schoolpolicy.model.policy import OpenChoice

log = get_plugin_logger("schoolpolicy")

_PART_TITLE = re.compile(r'<label class="md-nav__title" for="(__nav_[0-9_]+)"')
_PART_NAMED = re.compile(r'aria-labelledby="(__nav_[0-9_]+)_label"')

WATCHED = ("data", "schools", "overrides", "macros")


def as_text(text: str) -> Markup:
    """Return a text as markup that shows it and does nothing, in a page or a template."""
    return escape(text).replace("{", Markup("&#123;")).replace("}", Markup("&#125;"))


def theme() -> Theme:
    """Return what this theme offers to pages and records."""
    return Theme(Calls.shapes(), icon_names())


def _check(project: Project, slug: str, *, final: bool) -> Checked:
    try:
        return check_school(project, slug, theme(), final=final)
    except NoSchoolError as problem:
        raise PluginError(str(problem)) from problem


def _lay_file(files: Files, config: MkDocsConfig, name: str, source: Path) -> None:
    """Put a file of a trust or a school among those of the site, in the place of an earlier one."""
    known = files.get_file_from_path(name)
    if known is not None:
        files.remove(known)
    files.append(File.generated(config, name, abs_src_path=str(source)))


class PluginConfig(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say to the plugin."""

    audience = config_options.Choice([each.value for each in Visibility], default="public")
    final = config_options.Type(bool, default=False)
    """True for a publication: what is undecided is refused. False for a draft, which shows it."""


class SchoolPolicyPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Reads a school's policy and builds its pages from it."""

    given: Checked | None = None
    """Set by who has checked the school already, so that it is not done twice."""
    checked: Checked
    calls: Calls
    pages: list[SitePage]
    short_forms: dict[str, str]

    @event_priority(100)  # before the macros plugin, which asks for `calls`
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the school; stop with all findings if it has errors."""
        project = Project(Path(config.config_file_path).parent)
        self.checked = self.given or _check(
            project, str(config.extra["school"]), final=self.config.final
        )
        if self.checked.policy is None:
            for finding in self.checked.errors:
                log.error("%s", finding)
            raise Abort(f"Mistakes found: {len(self.checked.errors)}. See above.")
        audience = Visibility(self.config.audience)
        policy = for_audience(self.checked.policy, audience)
        self.pages = site_pages(policy, self.checked.pages, audience)
        self.short_forms = spelt_out(policy.glossary)
        self.calls = Calls(
            policy,
            Components(project.root / "overrides", {}),
            self.pages,
            visible(self.checked.undecided, audience),
            covered=self.checked.coverage,
            audience=audience,
        )
        config.site_name = as_text(policy.school.short_name or policy.school.name)
        config.site_description = as_text(f"How {policy.school.name} keeps children safe online")
        config.extra["policy"] = policy
        config.watch.extend(str(project.root / name) for name in WATCHED)
        return config

    @event_priority(-100)  # after the macros plugin made its templates
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Put the school's pages in the place of the patterns."""
        harden(config)
        patterns: dict[str, list[str]] = {}
        wanted = {page.path for page in self.pages if page.markdown is None}
        dropped = {file.src_uri for file in files.documentation_pages()} - wanted
        for page in self.pages:
            if page.markdown is not None:
                files.append(File.generated(config, page.path, content=page.markdown))
                patterns.setdefault(page.source.path, []).append(page.path)
        for file in list(files.documentation_pages()):
            if file.src_uri in dropped:
                file.inclusion = InclusionLevel.EXCLUDED
        own = [page for page in self.pages if page.source.laid]
        root = Path(config.config_file_path).parent
        for page in own:
            if page.markdown is None:
                _lay_file(files, config, page.path, root / page.source.file)
        self._append_pictures(root, files, config)
        added = {
            page.path: page.source.front.after
            for page in own
            if not (Path(config.docs_dir) / page.source.path).exists()
        }
        nav = expand_nav(with_added(config.nav, added), patterns, dropped)
        words = {key: as_text(word) for key, word in self.calls.policy.words.items()}
        config.nav = in_words(nav, words)
        return files

    def _append_pictures(self, root: Path, files: Files, config: MkDocsConfig) -> None:
        """Add what lies beside the pages of a trust and a school: pictures, a logo."""
        for layer in self.checked.resolution.stack[1:]:
            folder = root / layer.folder / PAGES
            for path in sorted(folder.rglob("*")):
                if path.is_file() and path.suffix != ".md" and not path.name.startswith("."):
                    if not path.resolve().is_relative_to(root.resolve()):
                        raise PluginError(
                            f"{path.relative_to(root).as_posix()}: This is a link to a file "
                            "outside the project. Copy the file into the project instead."
                        )
                    _lay_file(files, config, path.relative_to(folder).as_posix(), path)

    @event_priority(100)  # before the macros plugin, which would run what a title says
    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill in and escape what a page says about itself; the theme takes it as it is."""
        del config, files
        for field in ("title", "description"):
            if field in page.meta:
                said = str(page.meta[field])
                page.meta[field] = as_text(said if "item" in page.meta else self._fill(said, page))
        return markdown

    def _fill(self, text: str, page: Page) -> str:
        """Put the school's words into the title of a page; records have theirs filled in."""
        words = self.calls.policy.words

        def word(found: re.Match[str]) -> str:
            if found[1] not in words:
                raise PluginError(f'docs/{page.file.src_uri}: "{found[1]}" is not a term.')
            return words[found[1]]

        return PLACEHOLDER.sub(word, text)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Spell out short forms where they first stand on the page."""
        del page, config, files
        return spell_out(html, self.short_forms)

    def on_env(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Let the theme's page templates show the school."""
        del config, files
        env.filters["day"] = day
        env.globals["policy"] = self.calls.policy
        env.globals["school"] = self.calls.policy.school
        env.globals["standing"] = standing(self.calls.policy)
        env.globals["paper_footer"] = paper_footer(self.calls.policy.school)
        env.globals["open_count"] = counted(self.calls.undecided)
        env.globals["draft_page"] = DRAFT_ADDRESS if self.calls.draft_page else None
        return env

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give templates the section of the site that the page is in."""
        del config, nav
        context["open_choices"] = self._open_choices(page)
        context["area"] = page.file.src_uri.split("/", maxsplit=1)[0].removesuffix(".md")
        return context

    def _open_choices(self, page: Page) -> tuple[OpenChoice, ...]:
        """Return the choices still to be made on which the page, or its record, depends."""
        found = next((each for each in self.pages if each.path == page.file.src_uri), None)
        if found is None:
            return ()
        policy, front = self.calls.policy, found.source.front
        about = policy.subject(front.for_each)[page.meta["item"]] if front.for_each else None
        return policy.open_choices(front) + (policy.open_choices(about) if about else ())

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Name for screen readers what the theme leaves without a name."""
        del page, config
        output = output.replace('role="dialog"', 'role="dialog" aria-label="Search"', 1)
        # A part of the navigation is named by a label that is empty where the part has a
        # page of its own; its title is always there.
        output = _PART_TITLE.sub(r'\g<0> id="\1_title"', output)
        return _PART_NAMED.sub(r'aria-labelledby="\1_title"', output)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Add what the site needs beside its pages, and remove what it does not."""
        site = Path(config.site_dir)
        finish(site, self.calls.policy, self.pages)
        audience = Visibility(self.config.audience)
        write_feeds(site, self.calls.policy, self.pages, audience)
        write_coverage(site, self.calls.coverage, audience)
