"""A finished folder takes the place of an older one: whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schoolpolicy.publish.swap import replacing

if TYPE_CHECKING:
    from pathlib import Path


def folder_with(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


def fill_and_fail(target: Path, problem: type[BaseException]) -> None:
    """Begin to replace a site, and come to grief half-way."""
    with replacing(target) as fresh:
        (fresh / "index.html").write_text("half")
        raise problem


def contents(parent: Path) -> dict[str, str]:
    return {
        path.relative_to(parent).as_posix(): path.read_text()
        for path in sorted(parent.rglob("*"))
        if path.is_file()
    }


def test_a_first_site_is_put_in_its_place(tmp_path: Path) -> None:
    with replacing(tmp_path / "deep" / "oakfield") as fresh:
        (fresh / "index.html").write_text("new")
    assert contents(tmp_path) == {"deep/oakfield/index.html": "new"}


def test_a_new_site_replaces_the_earlier_one_and_all_its_pages(tmp_path: Path) -> None:
    site = folder_with(tmp_path / "oakfield", "old")
    (site / "gone.html").write_text("old")
    with replacing(site) as fresh:
        (fresh / "index.html").write_text("new")
    assert contents(tmp_path) == {"oakfield/index.html": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["oakfield"]


def test_web_servers_may_read_the_new_site(tmp_path: Path) -> None:
    with replacing(tmp_path / "oakfield"):
        pass
    assert (tmp_path / "oakfield").stat().st_mode & 0o777 == 0o755


def test_until_the_end_the_earlier_site_stays_as_it_was(tmp_path: Path) -> None:
    site = folder_with(tmp_path / "oakfield", "old")
    with replacing(site) as fresh:
        (fresh / "index.html").write_text("new")
        assert contents(site) == {"index.html": "old"}


@pytest.mark.parametrize("problem", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_any_error_inside_leaves_the_earlier_site_and_nothing_else(
    tmp_path: Path, problem: type[BaseException]
) -> None:
    site = folder_with(tmp_path / "oakfield", "old")
    with pytest.raises(problem):
        fill_and_fail(site, problem)
    assert contents(tmp_path) == {"oakfield/index.html": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["oakfield"]


def test_an_error_where_there_was_no_site_leaves_none(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        fill_and_fail(tmp_path / "oakfield", RuntimeError)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_second_rename_puts_the_earlier_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = folder_with(tmp_path / "oakfield", "old")
    rename = type(site).rename

    def full_disk(self: Path, target: Path) -> Path:
        if ".new-" in self.name:
            raise OSError("No space left on device")
        return rename(self, target)

    monkeypatch.setattr(type(site), "rename", full_disk)
    with pytest.raises(OSError, match="No space left"), replacing(site):
        pass
    assert contents(tmp_path) == {"oakfield/index.html": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["oakfield"]


def test_the_next_run_undoes_a_kill_between_the_two_renames(tmp_path: Path) -> None:
    folder_with(tmp_path / ".oakfield.old", "old")
    folder_with(tmp_path / ".oakfield.new-k1ll3d", "new")
    with pytest.raises(RuntimeError):
        fill_and_fail(tmp_path / "oakfield", RuntimeError)
    assert contents(tmp_path) == {"oakfield/index.html": "old"}


def test_the_next_run_removes_what_a_kill_after_the_swap_left(tmp_path: Path) -> None:
    folder_with(tmp_path / ".oakfield.old", "older")
    site = folder_with(tmp_path / "oakfield", "old")
    with replacing(site) as fresh:
        (fresh / "index.html").write_text("new")
    assert [path.name for path in tmp_path.iterdir()] == ["oakfield"]
    assert contents(tmp_path) == {"oakfield/index.html": "new"}


def test_the_site_of_another_audience_is_never_touched(tmp_path: Path) -> None:
    folder_with(tmp_path / "oakfield--staff", "staff")
    folder_with(tmp_path / ".oakfield--staff.new-running", "half")
    with replacing(tmp_path / "oakfield") as fresh:
        (fresh / "index.html").write_text("public")
    assert contents(tmp_path) == {
        ".oakfield--staff.new-running/index.html": "half",
        "oakfield--staff/index.html": "staff",
        "oakfield/index.html": "public",
    }
