"""A goal sheet as PDF against a bare QPdfWriter page with as much text and as many segments."""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

from desktop.core.company import Paper
from desktop.qtkit.wording import wording
from desktop.sheets.elements import Area, Dot, Layout, Shape, Stroke
from desktop.sheets.lay_out import lay_out
from desktop.sheets.paper import page
from desktop.sheets.pdf import pdf_bytes
from desktop.sheets.pen import BODY
from desktop.sheets.type import font
from tests.benchmarks.result import HEAD, Result
from tests.sheets.contents import shop_goal

RUNS = 31


def ours() -> None:
    """The whole way from content to PDF, layout included."""
    pdf_bytes([lay_out(shop_goal(4), wording("sv"))], Paper.A4)


def bare(texts: list[str], segments: int) -> None:
    """The same texts in one font, and as many line segments, on one page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(1200)
    writer.setPageLayout(page(Paper.A4).layout())
    painter = QPainter(writer)
    painter.scale(1.18, 1.18)
    painter.setFont(font(BODY))
    for number, text in enumerate(texts):
        painter.drawText(QPointF(600, 400 + number * 70), text)
    chance = random.Random(1)
    points = [QPointF(chance.random() * 11_000, chance.random() * 8_000) for _ in range(segments)]
    for start, end in zip(points, points[1:] + points[:1], strict=True):
        painter.drawLine(start, end)
    painter.end()
    bytes(buffer.data().data())


def segments_of(layout: Layout) -> int:
    """Line segments: a rectangle has four, a round dot or a shape counts for four."""
    count = 0
    for element in layout.elements:
        if isinstance(element, Stroke):
            count += max(len(element.points) - 1, 1)
        elif isinstance(element, Area | Dot | Shape):
            count += 4
    return count


def seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def run() -> Result:
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    layout = lay_out(shop_goal(4), wording("sv"))
    texts, segments = [line.text for line in layout.texts()], segments_of(layout)

    def floor() -> None:
        bare(texts, segments)

    ours()
    floor()
    pairs = [(seconds(ours), seconds(floor)) for _ in range(RUNS)]
    return Result(
        "Goal sheet as PDF", median(a for a, _ in pairs), median(b for _, b in pairs), 3.0
    )


if __name__ == "__main__":
    if "--no-head" not in sys.argv:
        print(HEAD)
    outcome = run()
    print(outcome, flush=True)
    sys.exit(not outcome.holds)
