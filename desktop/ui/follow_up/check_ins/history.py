"""What was said of one goal before: the line of confidence, and the check-ins in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.check_in import CheckIn
from desktop.qtkit.wording import current, tr
from desktop.ui.follow_up.check_ins.confidence_line import ConfidenceLine
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Label, icon_button, status_word

_LATEST = 5


class History(QWidget):
    """The line, with a legend, and the latest check-ins, the newest first; ``delete_wanted``
    carries the id of one that is to go, where that can be asked for."""

    delete_wanted = Signal(int)

    def __init__(
        self, history: Sequence[CheckIn], *, most: int = _LATEST, deletable: bool = False
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.SMALL)
        if not history:
            column.addWidget(Caption(tr("No check-ins yet.")))
            return
        if sum(each.confidence is not None for each in history) > 1:
            column.addWidget(ConfidenceLine(history))
            column.addWidget(Caption(_legend(history)))
        for each in reversed(history[-most:]):
            column.addLayout(self._said(each, deletable=deletable))
        if len(history) > most:
            column.addWidget(Caption(tr("{n} in all", n=len(history))))

    def _said(self, check_in: CheckIn, *, deletable: bool) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(_head(check_in), Text.SMALL, strong=True, wrap=True))
        for line in said_lines(check_in):
            words.addWidget(Caption(line))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        if deletable and check_in.id is not None:
            gone = icon_button("trash-2", tr("Delete the check-in of {day}", day=check_in.day))
            gone.setProperty("check_in", check_in.id)
            gone.clicked.connect(self._on_delete_clicked)
            row.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_delete_clicked(self) -> None:
        self.delete_wanted.emit(int(self.sender().property("check_in")))


def said_lines(check_in: CheckIn) -> list[str]:
    """The comment, and what to stop, start, go on with, do more and less of."""
    named = [
        (tr("Stop"), check_in.stop),
        (tr("Start"), check_in.start),
        (tr("Go on with"), check_in.keep),
        (tr("More of"), check_in.more),
        (tr("Less of"), check_in.less),
    ]
    lines = [check_in.comment] if check_in.comment else []
    return lines + [f"{name}: {text}" for name, text in named if text]


def last_words(check_in: CheckIn) -> str:
    """What was said last time, in a line to stand where it is asked again."""
    if check_in.confidence is None:
        return tr("Last time, {day}: {comment}", day=check_in.day, comment=check_in.comment)
    if not check_in.comment:
        return tr("Last time, {day}: {n} of 10", day=check_in.day, n=check_in.confidence)
    return tr(
        "Last time, {day}: {n} of 10. {comment}",
        day=check_in.day,
        n=check_in.confidence,
        comment=check_in.comment,
    )


def _head(check_in: CheckIn) -> str:
    parts = [current().day(check_in.day)]
    if check_in.confidence is not None:
        parts.append(tr("confidence {n} of 10", n=check_in.confidence))
    if check_in.status is not None:
        parts.append(status_word(check_in.status))
    return " · ".join(parts)


def _legend(history: Sequence[CheckIn]) -> str:
    if any(each.probability is not None for each in history):
        return tr("Solid: what people believed. Dashed: the chance that the forecast gave.")
    return tr("What people believed, 0 to 10.")
