"""A goal sheet as PDF against a bare QPdfWriter page with as much text and as many segments.

Our side is all of it, from the sheet's content: measuring and laying out with cold caches, drawing
in two weights and many sizes, the bytes.  The bare side draws the same texts in one font, each at a
place given beforehand, and as many line segments.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

from desktop.core.company import Paper
from desktop.qtkit.wording import wording
from desktop.sheets.elements import Area, Dot, Hatch, Layout, Polygon, Ring, Shape, Stroke
from desktop.sheets.paper import page
from desktop.sheets.pdf import pdf_bytes
from desktop.sheets.pen import BODY
from desktop.sheets.type import UNITS, font, width
from tests.benchmarks.result import HEAD, Result
from tests.sheets.contents import full_goal
from tests.sheets.places import one_page

RUNS = 41
KEY_RESULTS = 4
RESOLUTION = 1200


def ours() -> None:
    """The whole way from content to PDF; no measure is remembered from the last time."""
    width.cache_clear()
    pdf_bytes([one_page(full_goal(KEY_RESULTS), wording("sv"))], Paper.A4)


def bare(texts: list[str], segments: list[tuple[QPointF, QPointF]]) -> None:
    """The texts in one font, and the line segments, on one page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(page(Paper.A4).layout())
    painter = QPainter(writer)
    painter.scale(RESOLUTION / 25.4 / UNITS, RESOLUTION / 25.4 / UNITS)
    painter.setFont(font(BODY))
    for number, text in enumerate(texts):
        painter.drawText(QPointF(600, 400 + number * 70), text)
    for start, end in segments:
        painter.drawLine(start, end)
    painter.end()
    bytes(buffer.data().data())


def segments_in(layout: Layout) -> int:
    """Line segments: a rectangle has four; a round dot or the shape of a
    status counts as four, a ring with its white edge as two dots."""
    count = 0
    for element in layout.elements:
        match element:
            case Stroke():
                count += len(element.points) - 1
            case Polygon():
                count += len(element.points)
            case Hatch():
                count += len(list(element.lines()))
            case Ring():
                count += 8
            case Area() | Dot() | Shape():
                count += 4
    return count


def lines(count: int) -> list[tuple[QPointF, QPointF]]:
    """So many segments all over the page."""
    chance = random.Random(1)
    points = [
        QPointF(chance.random() * 297 * UNITS, chance.random() * 210 * UNITS)
        for _ in range(count + 1)
    ]
    return list(pairwise(points))


def seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def run() -> Result:
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    layout = one_page(full_goal(KEY_RESULTS), wording("sv"))
    texts, segments = [line.text for line in layout.texts()], lines(segments_in(layout))

    def floor() -> None:
        bare(texts, segments)

    ours()
    floor()
    pairs = [(seconds(ours), seconds(floor)) for _ in range(RUNS)]
    return Result(
        "Goal sheet as PDF", median(a for a, _ in pairs), median(b for _, b in pairs), 2.0
    )


if __name__ == "__main__":
    if "--no-head" not in sys.argv:
        print(HEAD)
    outcome = run()
    print(outcome, flush=True)
    sys.exit(not outcome.holds)
