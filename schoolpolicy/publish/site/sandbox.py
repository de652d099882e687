"""Makes pages' templates safe: no code beyond macros and terms, and every value escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def harden(config: MkDocsConfig) -> None:
    """Put a sandbox in the place of the macros plugin's own environment.

    The plugin offers no way to do this, so its private field is set; its minor version is
    pinned for that reason, and a test tries to break out.
    """
    plugin: Any = config.plugins["macros"]
    ours: Any = config.plugins["schoolpolicy"]
    words = ours.calls.words()
    sandbox = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    sandbox.globals.update(plugin.macros)
    sandbox.globals = {**sandbox.globals, **words}
    plugin.variables.clear()
    plugin.variables.update(words)
    plugin._env = sandbox
