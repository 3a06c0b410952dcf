"""The keys that change events, the same on the wheel and in the list."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_DAYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class Move(NamedTuple):
    """By so many days; ``end_only`` lets only the last day move, so that it takes longer."""

    days: int
    end_only: bool


def wanted_move(event: QKeyEvent) -> Move | None:
    """Alt and an arrow move by a day or a week, Shift and an arrow the last day only.  (Both
    together belong to window managers.)"""
    days = _DAYS.get(Qt.Key(event.key()))
    held = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    if days is None or not held:
        return None
    return Move(days, end_only=bool(held & Qt.KeyboardModifier.ShiftModifier))


def adds(event: QKeyEvent) -> bool:
    """N adds an event."""
    return event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.NoModifier


def removes(event: QKeyEvent) -> bool:
    """Delete removes it."""
    return event.key() == Qt.Key.Key_Delete
