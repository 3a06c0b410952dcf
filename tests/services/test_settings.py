"""Settings that travel with the company file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from desktop.services.settings import MOST_ACTIVE_GOALS, MOST_GOALS_PER_OWNER, read, write
from desktop.services.workspace import Workspace


def test_a_setting_has_its_default_until_it_is_set(ws: Workspace, path: Path) -> None:
    assert read(ws, MOST_ACTIVE_GOALS) == 5
    write(ws, MOST_ACTIVE_GOALS, 8)
    assert read(ws, MOST_ACTIVE_GOALS) == 8
    assert read(ws, MOST_GOALS_PER_OWNER) == 3
    assert ws.undo() == MOST_ACTIVE_GOALS.label
    assert read(ws, MOST_ACTIVE_GOALS) == 5
    ws.redo()
    ws.close()
    with Workspace.open(path) as again:
        assert read(again, MOST_ACTIVE_GOALS) == 8
        write(again, MOST_ACTIVE_GOALS, 5)
        assert again.connection.execute("SELECT count(*) FROM setting").fetchone() == (0,)


def test_a_value_of_another_type_is_not_taken(ws: Workspace, path: Path) -> None:
    write(ws, MOST_ACTIVE_GOALS, 8)
    ws.close()
    other = sqlite3.connect(path)
    other.execute("UPDATE setting SET value = '\"many\"'")
    other.commit()
    other.close()
    with Workspace.open(path) as again:
        assert read(again, MOST_ACTIVE_GOALS) == 5
