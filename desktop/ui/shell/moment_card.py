"""A quiet card over the page when something is reached, or a goal has ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from desktop.core.moment import Moment, MomentKind
from desktop.qtkit.wording import current, ntr, tr
from desktop.ui.shell.floating import Floating
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Caption, Label, icon_button, primary_button, quiet_button

_WIDTH = 460
_ABOVE_NOTICES = 96  # a notice may say at the same time what was saved
_MARK = 44
_DRAWN_IN = 700  # milliseconds, where motion is wanted at all
_SHOWN_FOR = 12_000
_OFFERED_FOR = 30_000  # a question may be thought about


class MomentCard(Floating):
    """``moments`` are of one kind of news, the one that matters most first.  It takes no keyboard
    and goes by itself; ``review_wanted`` carries the id of a goal."""

    review_wanted = Signal(int)

    def __init__(self, host: QWidget, moments: Sequence[Moment]) -> None:
        super().__init__(host, right=True, lift=_ABOVE_NOTICES)
        self.moments = tuple(moments)
        first = self.moments[0]
        tokens = palette()
        reached = first.kind is not MomentKind.ENDED
        head = Label(_heading(first), Text.SMALL, strong=True)
        head.set_colour(tokens.good if reached else tokens.ink_soft)
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(head)
        words.addWidget(Label(first.title, Text.TITLE, strong=True, wrap=True))
        below = _below(first)
        if below:
            words.addWidget(Label(below, Text.BODY, soft=True, wrap=True))
        if len(self.moments) > 1:
            more = len(self.moments) - 1
            words.addWidget(Caption(ntr("and {n} more", "and {n} more", more)))
        if first.review:
            words.addLayout(self._offer())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE.LARGE, SPACE.MEDIUM, SPACE.SMALL, SPACE.MEDIUM)
        layout.setSpacing(SPACE.MEDIUM)
        if reached:
            self.mark: _Mark | None = _Mark()
            layout.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self.mark = None
        layout.addLayout(words, 1)
        close = icon_button("x", tr("Close"))
        close.clicked.connect(self.dismiss)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(
            ". ".join(part for part in (head.text(), first.title, below) if part)
        )
        self.rise(_OFFERED_FOR if first.review else _SHOWN_FOR)
        if self.mark is not None:
            self.mark.begin()

    def wanted_width(self) -> int:
        return _WIDTH

    def _offer(self) -> QHBoxLayout:
        self.now_button = primary_button(tr("Look back now"))
        self.now_button.clicked.connect(self._on_now_clicked)
        self.later_button = quiet_button(tr("Later"))
        self.later_button.setToolTip(tr("It waits in This week and among the reviews"))
        self.later_button.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.setSpacing(SPACE.SMALL)
        row.setContentsMargins(0, SPACE.SMALL, 0, 0)
        row.addWidget(self.now_button)
        row.addWidget(self.later_button)
        row.addStretch(1)
        return row

    def _on_now_clicked(self) -> None:
        goal_id = self.moments[0].goal_id
        self.dismiss()
        self.review_wanted.emit(goal_id)


class _Mark(QWidget):
    """A ring that closes around a tick; drawn at once where motion is not wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_MARK, _MARK)
        self._share = 1.0
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(_DRAWN_IN)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_moved)

    def begin(self) -> None:
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        if self.style().styleHint(hint, None, self) > 0:
            self._share = 0.0
            self._motion.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(palette().good)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(3, 3, _MARK - 6, _MARK - 6)
        painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring, 90 * 16, round(-360 * 16 * self._share))
        if self._share > 0.5:
            colour.setAlphaF((self._share - 0.5) * 2)
            painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(_MARK * 0.31, _MARK * 0.52),
                        QPointF(_MARK * 0.45, _MARK * 0.65),
                        QPointF(_MARK * 0.69, _MARK * 0.37),
                    ]
                )
            )

    def _on_moved(self, share: float) -> None:
        self._share = share
        self.update()


def _heading(moment: Moment) -> str:
    if moment.kind is MomentKind.MILESTONE:
        return tr("Milestone reached")
    if moment.kind is MomentKind.GOAL:
        return tr("Goal reached")
    return tr("A goal is over")


def _below(moment: Moment) -> str:
    """The value and the day; or the question."""
    if moment.kind is MomentKind.ENDED:
        return tr("What is there to learn from it?")
    parts = []
    if moment.value is not None:
        value = current().quantity(moment.value)
        parts.append(tr("{kpi}: {value}", kpi=moment.kpi, value=value))
    if moment.day is not None:
        parts.append(current().day(moment.day))
    return " · ".join(parts)
