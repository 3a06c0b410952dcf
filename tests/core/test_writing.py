"""Saving: whole or not at all, with a sentence that says what is the matter."""

from __future__ import annotations

import os
import resource
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.core.faults import FileFault
from desktop.core.writing import write_whole
from desktop.qtkit.wording import wording

NOBODY = 65534


def refusal(path: Path, data: bytes = b"new") -> str:
    with pytest.raises(FileFault) as caught:
        write_whole(path, data)
    return wording("en").say(caught.value.message)


@contextmanager
def nobody() -> Iterator[None]:
    """Without the rights of an administrator, who may write everywhere."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Files that end after ``size`` bytes, as on a disk that fills up."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_whole(path, b"first")
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_the_rights_of_a_file_and_a_link_to_it_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "sheet.pdf", tmp_path / "link.pdf"
    path.write_bytes(b"before")
    path.chmod(0o640)
    link.symlink_to(path)
    write_whole(link, b"after")
    assert link.is_symlink()
    assert path.read_bytes() == b"after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert refusal(gone / "sheet.pdf") == f"The folder {gone} is not there."
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    assert "is not there" in refusal(tmp_path / "file" / "sheet.pdf")
    assert (tmp_path / "file").read_bytes() == b"kept"


def test_a_folder_of_that_name_is_said(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    assert "is a folder" in refusal(tmp_path / "sheet.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_folder_that_is_read_only_is_said(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with nobody():
        said = refusal(open_folder / "sheet.pdf")
    assert said == f"The folder {open_folder} can not be written to. Choose another."
    assert list(open_folder.iterdir()) == []


def test_a_file_that_is_protected_is_said_and_kept(open_folder: Path) -> None:
    path = open_folder / "sheet.pdf"
    path.write_bytes(b"before")
    path.chmod(0o444)
    open_folder.chmod(0o777)
    with nobody():
        said = refusal(path)
    assert said.startswith("sheet.pdf is open in another program or protected.")
    assert path.read_bytes() == b"before"


def test_a_full_disk_is_said_and_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"before")
    with room_for(1000):
        said = refusal(path, b"x" * 5000)
    assert said == "There is no room on the disk for sheet.pdf."
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_loses_bytes_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lossy(self: Path) -> bytes:
        return self.open("rb").read()[:-1]

    monkeypatch.setattr(Path, "read_bytes", lossy)
    assert "no room" in refusal(tmp_path / "sheet.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    assert "can not be the name of a file" in refusal(tmp_path / ("x" * 300))
    assert list(tmp_path.iterdir()) == []
