"""Copies made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.company import Person
from desktop.core.faults import FileFault
from desktop.services.backup import backup, backup_folder, backups
from desktop.services.check import check
from desktop.services.company import people, save_person
from desktop.services.workspace import Workspace


def test_a_copy_beside_the_file_or_where_it_is_wanted(ws: Workspace, path: Path) -> None:
    save_person(ws, Person(name="Eva"))
    beside = backup(ws)
    wanted = backup(ws, path.parent / "usb" / "copy.sikte")
    save_person(ws, Person(name="Ulf"))
    again = backup(ws)
    assert wanted == path.parent / "usb" / "copy.sikte"
    assert {copy.path for copy in backups(ws)} == {beside, again}
    assert {copy.path.parent for copy in backups(ws)} == {backup_folder(path)}
    for copy, names in ((beside, ["Eva"]), (wanted, ["Eva"]), (again, ["Eva", "Ulf"])):
        assert check(copy) == []
        with Workspace.open(copy) as opened:
            assert [person.name for person in people(opened)] == names


def test_a_copy_never_overwrites_the_file_itself(ws: Workspace, path: Path) -> None:
    with pytest.raises(FileFault):
        backup(ws, path)
    assert people(ws) == []


def test_a_read_only_workspace_can_be_copied(ws: Workspace, path: Path) -> None:
    with Workspace.open(path, read_only=True) as reader:
        assert check(backup(reader)) == []
