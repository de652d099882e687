"""Who may import whom: the arrows of the design."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
RANKS = {
    "model": 0,
    "reading": 1,
    "rules": 2,
    "checks": 3,
    "review": 3,
    "publish": 4,
    "macros": 4,
    "starting": 4,
    "cli": 5,
}
ENGINES = {"mkdocs", "material", "jinja2.sandbox"}
KNOW_THE_ENGINE = ("schoolpolicy/publish/site/", "macros/")


def modules() -> list[Path]:
    return sorted([*(ROOT / "schoolpolicy").rglob("*.py"), *(ROOT / "macros").rglob("*.py")])


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def layer(dotted: str) -> str | None:
    parts = dotted.split(".")
    if parts[0] == "macros":
        return "macros"
    return parts[1] if parts[0] == "schoolpolicy" and len(parts) > 1 else None


def test_imports_point_from_outputs_to_the_model_and_never_back() -> None:
    wrong = []
    for path in modules():
        name = path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
        own = layer(name)
        for target in imports(path):
            other = layer(target)
            if own in RANKS and other in RANKS and RANKS[other] > RANKS[own]:
                wrong.append(f"{name} imports {target}")
    assert wrong == []


def test_only_the_site_and_the_macros_know_the_site_engine() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {target}"
        for path in modules()
        if not path.relative_to(ROOT).as_posix().startswith(KNOW_THE_ENGINE)
        for target in imports(path)
        if target.split(".")[0] in ENGINES
    ]
    assert wrong == []


def test_no_markup_is_written_in_python() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and any(f"<{tag}" in node.value for tag in ("div", "span", "table", "ul", "li", "p>", "a "))
    ]
    assert wrong == []
