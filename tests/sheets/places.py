"""Where the elements of a layout are, and what must hold for every layout."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from desktop.core.company import Paper
from desktop.core.sheet_content import Sheet
from desktop.core.wording import Wording
from desktop.sheets.elements import (
    Area,
    Box,
    Dot,
    Element,
    Hatch,
    Layout,
    Polygon,
    Ring,
    Shape,
    Stroke,
)
from desktop.sheets.lay_out import lay_out
from desktop.sheets.paper import MARGIN
from desktop.sheets.type import width

SLACK = 0.05  # millimetres: less than a hairline


def boxes(element: Element) -> Iterator[Box]:
    """What an element covers; each segment of a line by itself."""
    match element:
        case Stroke():
            for start, end in pairwise(element.points):
                (x1, x2), (y1, y2) = sorted((start[0], end[0])), sorted((start[1], end[1]))
                aside = 0.0 if y1 == y2 else element.width / 2  # the ends of a line are flat
                above = 0.0 if x1 == x2 else element.width / 2
                yield Box(x1 - aside, y1 - above, x2 - x1 + 2 * aside, y2 - y1 + 2 * above)
        case Polygon():
            xs, ys = [x for x, _ in element.points], [y for _, y in element.points]
            yield Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        case Dot() | Ring():
            radius = element.radius
            yield Box(element.x - radius, element.y - radius, 2 * radius, 2 * radius)
        case Area() | Hatch() | Shape():
            yield element.box
        case _:
            yield element.box


def one_page(
    sheet: Sheet, wording: Wording, *, paper: Paper = Paper.A4, colour: bool = True
) -> Layout:
    """The only page of a sheet that has one."""
    (layout,) = lay_out(sheet, wording, paper=paper, colour=colour)
    return layout


def check(layout: Layout) -> None:
    """Nothing outside the margins, no text on another text or on a drawing, no part on another."""
    inside = Box(MARGIN, MARGIN, layout.width - 2 * MARGIN, layout.height - 2 * MARGIN)
    texts = layout.texts()
    drawings = [
        box
        for element in layout.elements
        if not any(element is text for text in texts)
        for box in boxes(element)
    ]
    for box in [*drawings, *(text.box for text in texts), *(box for _, box in layout.blocks)]:
        assert box.width >= 0, box
        assert box.height >= 0, box
        assert within(box, inside), box
    for text in texts:
        assert text.face.size >= 7, text
        assert abs(width(text.text, text.face) - text.box.width) <= SLACK, text
        for box in drawings:
            assert not text.box.overlaps(box, SLACK), (text, box)
    for one, other in combinations(texts, 2):
        assert not one.box.overlaps(other.box, SLACK), (one, other)
    for (name, box), (other_name, other_box) in combinations(layout.blocks, 2):
        assert not box.overlaps(other_box, SLACK), (name, other_name)


def within(box: Box, outer: Box) -> bool:
    edge = 0.4  # half of a rule, and of a mark at the end of a scale
    return (
        box.x >= outer.x - edge
        and box.y >= outer.y - edge
        and box.right <= outer.right + edge
        and box.bottom <= outer.bottom + edge
    )


def said(layout: Layout) -> str:
    """Everything that is written, with plain spaces."""
    lines = [line.text for line in layout.texts()]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")
