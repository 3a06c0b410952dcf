"""The links of a loop: each with its conversion, its history, and how it stands to its own past."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.loop_flow import Link, LoopFlow
from desktop.core.loop_words import gain_words, growth_words, link_words, ratio_words, weakest_words
from desktop.qtkit.wording import current, say, tr
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, Hairline, Label, Sparkline

_WIDTH = 372
_SPARK = 120


class LinkList(QScrollArea):
    """What is said of the whole, and then a row for each link."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the arrow keys scroll it
        self.setAccessibleName(tr("Conversions"))

    def show_flow(self, flow: LoopFlow) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.setSpacing(SPACE.SMALL)
        column.addWidget(Label(say(weakest_words(flow)), strong=True, wrap=True))
        for link in flow.links:
            column.addWidget(Hairline())
            column.addWidget(_row(link, weak=link is _weakest(flow)))
        gain, growth = gain_words(flow), growth_words(flow)
        if flow.links:
            column.addWidget(Hairline())
            column.addWidget(Label(tr("The whole turn"), strong=True))
            if gain is None or growth is None:
                lacks = tr("It can be told once every step of the ring has a conversion.")
                column.addWidget(Caption(lacks))
            else:
                column.addWidget(Label(say(gain), wrap=True))
                column.addWidget(Caption(say(growth)))
                column.addWidget(Caption(_other_sources(flow)))
        column.addStretch(1)
        self.setWidget(content)


def _weakest(flow: LoopFlow) -> Link | None:
    return None if flow.weakest is None else flow.links[flow.weakest]


def _other_sources(flow: LoopFlow) -> str:
    """What the arithmetic cannot see."""
    return tr(
        "{step} may also come from elsewhere; the number then counts that as well.",
        step=flow.steps[0].name,
    )


def _row(link: Link, *, weak: bool) -> QWidget:
    row = QWidget()
    layout = QVBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    title = tr("{step} → {next}", step=link.start.name, next=link.end.name)
    layout.addWidget(Label(title, wrap=True))
    if link.newest is not None:
        period, ratio = link.newest
        figures = QHBoxLayout()
        figures.setSpacing(SPACE.MEDIUM)
        figures.addWidget(Label(say(ratio_words(link, ratio)), strong=True), 1)
        spark = Sparkline(
            [each for each in link.spread() if each == each],
            name=tr("Conversion over {n} periods", n=len(link.spread())),
        )
        spark.setFixedWidth(_SPARK)
        figures.addWidget(spark)
        layout.addLayout(figures)
        when = tr("{period}, into {next}", period=period, next=period.shift(1))
        layout.addWidget(Caption(when if link.closing else current().period(period)))
    standing = Caption(say(link_words(link)))
    if weak:
        standing.set_colour(palette().bad)
    layout.addWidget(standing)
    if link.zeros and link.newest is not None and link.zeros[-1] > link.newest[0]:
        zero = tr("Nothing to divide by in {period}.", period=link.zeros[-1])
        layout.addWidget(Caption(zero))
    row.setAccessibleName(title)
    return row
