"""The reviews that are due, and those that were made, to be searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.core.names import name
from desktop.core.review import Review
from desktop.core.reviews_due import ReviewDue
from desktop.qtkit.wording import current, say, tr
from desktop.services.reviews import matching
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import (
    Caption,
    EmptyState,
    Hairline,
    Heading,
    Label,
    icon_button,
    primary_button,
    quiet_button,
    secondary_button,
)

_SEARCH = 260


class AllReviews(QWidget):
    """``due_wanted`` carries the place of a review among those that are due, ``review_wanted`` and
    ``delete_wanted`` the id of one that was made; ``goals_wanted`` asks for the goals."""

    due_wanted = Signal(int)
    review_wanted = Signal(int)
    delete_wanted = Signal(int)
    goals_wanted = Signal()

    def __init__(
        self,
        due: Sequence[ReviewDue],
        made: Sequence[tuple[str, Review]],
        *,
        read_only: bool,
        search: str = "",
    ) -> None:
        super().__init__()
        self._made, self._read_only = list(made), read_only
        self._first: QWidget | None = None
        self._rows = QWidget()
        self.search = QLineEdit(search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.setSpacing(SPACE.MEDIUM)
        if not due and not made:
            empty = EmptyState(
                "history",
                tr("Nothing to look back on yet"),
                tr(
                    "A review asks what was meant, what happened, why it differed and what "
                    "comes next. It is offered when a goal ends or a quarter closes."
                ),
                tr("Open goals"),
            )
            empty.acted.connect(self.goals_wanted)
            column.addWidget(empty)
            column.addStretch(1)
            return
        if due:
            column.addWidget(Heading(tr("To look back on")))
            for place, each in enumerate(due):
                column.addLayout(self._due(place, each))
                column.addWidget(Hairline())
        column.addLayout(self._past_head())
        self._past = QVBoxLayout()
        column.addLayout(self._past)
        column.addStretch(1)
        self._show_past()

    def take_focus(self) -> None:
        """What is due first, else the newest review; not the search, where undo is the field's."""
        opening = self._rows.findChildren(QPushButton)
        target = self._first or (opening[0] if opening else self.search)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _due(self, place: int, due: ReviewDue) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(_title(due), strong=True, wrap=True))
        words.addWidget(Caption(_over(due)))
        row = QHBoxLayout()
        row.setSpacing(SPACE.MEDIUM)
        row.addLayout(words, 1)
        if not self._read_only:
            make = primary_button if self._first is None else secondary_button
            look = make(tr("Look back"))
            look.setAccessibleName(tr("Look back on {what}", what=_title(due)))
            look.setProperty("place", place)
            look.clicked.connect(self._on_due_clicked)
            self._first = self._first or look
            row.addWidget(look, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _past_head(self) -> QHBoxLayout:
        self.search.setPlaceholderText(tr("Search reviews"))
        self.search.setAccessibleName(tr("Search reviews"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(_SEARCH)
        self.search.textChanged.connect(self._show_past)
        head = QHBoxLayout()
        head.addWidget(Heading(tr("What we have learned")), 1)
        head.addWidget(self.search)
        self.search.setVisible(bool(self._made))
        return head

    def _show_past(self) -> None:
        found = matching(self._made, self.search.text())
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.MEDIUM)
        for title, each in found:
            column.addLayout(self._past_row(title, each))
            column.addWidget(Hairline())
        if not found:
            nothing = tr("No review has these words.") if self._made else tr("No review yet.")
            column.addWidget(Caption(nothing))
        self._past.removeWidget(self._rows)
        self._rows.setParent(None)
        self._rows.deleteLater()
        self._rows = rows
        self._past.addWidget(rows)

    def _past_row(self, title: str, review: Review) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        day = current().day(review.day)
        head = tr("“{words}”", words=review.learned) if review.learned else title
        words.addWidget(Label(head, Text.BODY, strong=True, wrap=True))
        words.addWidget(Caption(f"{title} · {day}" if review.learned else day))
        row = QHBoxLayout()
        row.setSpacing(SPACE.SMALL)
        row.addLayout(words, 1)
        opened = quiet_button(tr("Open"))
        opened.setAccessibleName(tr("Open the review of {what}", what=title))
        opened.setProperty("review", review.id)
        opened.clicked.connect(self._on_open_clicked)
        row.addWidget(opened, 0, Qt.AlignmentFlag.AlignTop)
        if not self._read_only:
            gone = icon_button("trash-2", tr("Delete the review of {what}", what=title))
            gone.setProperty("review", review.id)
            gone.clicked.connect(self._on_delete_clicked)
            row.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_due_clicked(self) -> None:
        self.due_wanted.emit(int(self.sender().property("place")))

    def _on_open_clicked(self) -> None:
        self.review_wanted.emit(int(self.sender().property("review")))

    def _on_delete_clicked(self) -> None:
        self.delete_wanted.emit(int(self.sender().property("review")))


def _title(due: ReviewDue) -> str:
    if due.goal is not None:
        return due.goal.statement
    return "" if due.period is None else current().period(due.period)


def _over(due: ReviewDue) -> str:
    """Since when it is over."""
    if due.period is not None:
        return tr("Closed on {day}", day=due.period.end)
    if due.goal is None:
        return ""
    state = say(name(due.goal.state))
    if due.goal.deadline is None:
        return state
    return tr("{state}, with its deadline on {day}", state=state, day=due.goal.deadline)
