"""What has been done in the company file: the undo steps."""

from __future__ import annotations

from desktop.services.workspace import Workspace
from desktop.store.steps import Step, read_steps

__all__ = ["Step", "steps"]


def steps(ws: Workspace, *, most: int = 200) -> list[Step]:
    """The newest steps first; those that were undone and can be redone are marked."""
    return read_steps(ws.connection, most)
