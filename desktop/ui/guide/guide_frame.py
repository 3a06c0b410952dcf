"""Where the guide puts things: the sittings, a question, the goal at its side, the keys below."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.sitting import Sitting, sitting_name
from desktop.qtkit.wording import say, tr
from desktop.ui.guide.preview import Preview
from desktop.ui.guide.question import Question
from desktop.ui.theme import SPACE
from desktop.ui.widgets import (
    Caption,
    SegmentedControl,
    primary_button,
    quiet_button,
    secondary_button,
)
from desktop.ui.widgets.scroller import Scroller

_ASIDE = (240, 480)  # the preview, at least and at most
_MEASURE = 680  # of a question
_RING = 2  # room for the ring of the focus
_NARROW = 900  # below this the sittings have a row of their own


class GuideFrame(QWidget):
    """The widgets and their places; what they do is the subclass's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview: Preview | None = None
        self.back_button = quiet_button(tr("All goals"), "arrow-left")
        self.steps = SegmentedControl(
            [(str(int(step)), f"{int(step)}  {say(sitting_name(step))}") for step in Sitting],
            name=tr("Sitting"),
        )
        self.editor_button = quiet_button(tr("Open in the editor"), "pencil")
        self.print_button = quiet_button(tr("Print …"), "printer")
        self.previous_button = secondary_button(tr("Back"))
        self.next_button = primary_button(tr("Next"))
        self.later_button = quiet_button(tr("Another day"), "calendar")
        self._where = Caption("", wrap=False)
        self._where.setContentsMargins(_RING, 0, 0, 0)
        self._keys = Caption(tr("Enter goes on, Esc goes back. Nothing is lost."), wrap=False)
        self._scroller = Scroller()
        self._head = QGridLayout()
        self._head.setHorizontalSpacing(SPACE.MEDIUM)
        self._head.setVerticalSpacing(SPACE.SMALL)
        self._head.setColumnStretch(1, 1)
        self._head.addWidget(self.back_button, 0, 0)
        self._head.addWidget(self.editor_button, 0, 2)
        self._head.addWidget(self.print_button, 0, 3)
        self._place_steps(narrow=False)
        left = QVBoxLayout()
        left.setSpacing(SPACE.SMALL)
        left.addWidget(self._where)
        left.addWidget(self._scroller, 1)
        left.addLayout(self._foot())
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE.WIDE)
        self._row.addLayout(left, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.PAGE, SPACE.LARGE, SPACE.PAGE, SPACE.LARGE)
        layout.setSpacing(SPACE.LARGE)
        layout.addLayout(self._head)
        layout.addLayout(self._row, 1)

    def put_preview(self, preview: Preview) -> None:
        """Show another goal at the side."""
        if self.preview is not None:
            self.preview.setParent(None)
            self.preview.deleteLater()
        self.preview = preview
        self._fit_preview()
        self._row.addWidget(preview)

    def put_question(self, question: Question, place: int, count: int) -> None:
        """Show a question; behind the last of ``count`` comes the end, which has its own keys."""
        question.setMaximumWidth(_MEASURE)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(_RING, 0, SPACE.MEDIUM, _RING)
        row.addWidget(question, 1000)
        row.addStretch(1)  # in a wide window a question stays below its number
        self._scroller.setWidget(holder)
        at_end = place >= count
        self._where.setText("" if at_end else tr("Question {n} of {all}", n=place + 1, all=count))
        self.next_button.setVisible(not at_end)
        self._keys.setVisible(not at_end)
        self.previous_button.setVisible(place > 0 or at_end)
        self._order_tabs(question)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self._place_steps(narrow=narrow)
        self._keys.setMaximumWidth(0 if narrow else _MEASURE)
        self._fit_preview()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.SMALL)
        foot.addWidget(self.previous_button)
        foot.addWidget(self.next_button)
        foot.addWidget(self.later_button)
        foot.addSpacing(SPACE.MEDIUM)
        foot.addWidget(self._keys)
        foot.addStretch(1)
        return foot

    def _place_steps(self, *, narrow: bool) -> None:
        self._head.removeWidget(self.steps)
        if narrow:
            self._head.addWidget(self.steps, 1, 0, 1, 4)
        else:
            self._head.addWidget(self.steps, 0, 1, Qt.AlignmentFlag.AlignHCenter)

    def _fit_preview(self) -> None:
        """A third of the room, within limits."""
        if self.preview is not None:
            least, most = _ASIDE
            self.preview.setFixedWidth(min(max(self.width() // 3, least), most))

    def _order_tabs(self, question: Question) -> None:
        """From the question on to the buttons below it, then to those above it."""
        inside = [
            widget
            for widget in question.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is self.window()
        ]
        order = [*inside[-1:], self.next_button, self.later_button]
        order += [self.previous_button, self.back_button]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
