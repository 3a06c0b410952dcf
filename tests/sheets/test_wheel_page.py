"""The annual wheel on paper: one page, and no words on each other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.core.company import Company, Paper
from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.unit import Quantity
from desktop.core.wheel import EventKind, Lane, LaneKind, WheelEvent
from desktop.core.wheel_days import occurrences
from desktop.core.wheel_season import SeasonPart, SeasonRing
from desktop.core.wheel_year import Mark, MarkKind, WheelYear
from desktop.qtkit.wording import wording
from desktop.sheets.elements import Box
from desktop.sheets.lay_out import lay_out
from desktop.sheets.paper import MARGIN
from desktop.sheets.pdf import write_pdf
from tests.sheets.places import boxes, one_page, said

YEAR = Period(Cadence.YEAR, date(2026, 7, 1))


def wheel(count: int, *, seasonal: bool = False, own: int = 0) -> WheelYear:
    """``count`` events of all kinds, spread over the lanes and the broken fiscal year."""
    lanes = [Lane(id=n, kind=kind) for n, kind in enumerate(LaneKind)]
    lanes += [Lane(id=3 + n, name=f"En egen bana {n}") for n in range(own)]
    events = [
        WheelEvent(
            id=n,
            lane_id=n % len(lanes),
            title=f"Händelse {n}, med ett ganska långt namn som inte får plats överallt",
            kind=list(EventKind)[n % 4],
            start=YEAR.start + timedelta(n * 11 % 365),
            end=YEAR.start + timedelta(n * 11 % 365 + n % 30),
        )
        for n in range(count)
    ]
    months = [Period(Cadence.MONTH, YEAR.start).shift(n) for n in range(12)]
    parts = tuple(SeasonPart(month, n / 6 - 1, Quantity(n)) for n, month in enumerate(months))
    return WheelYear(
        company=Company(name="Raggsockan", year_start=7),
        today=date(2026, 10, 5),
        year=YEAR,
        lanes=tuple(lanes),
        occurrences=tuple(occurrences(events, YEAR.start, YEAR.end)),
        marks=(
            Mark(MarkKind.MILESTONE, date(2026, 9, 1), "Halvvägs", done=True, goal_id=1),
            Mark(MarkKind.PERIOD_END, date(2026, 9, 30), msg("Over")),
            Mark(MarkKind.CHECK_IN, date(2026, 10, 5), msg("Check-in")),
            Mark(MarkKind.DEADLINE, date(2027, 6, 30), "Fler kunder", goal_id=1),
        ),
        season=SeasonRing(Kpi(name="Order"), msg("The season"), parts) if seasonal else None,
    )


def test_the_pdf_says_what_takes_place_and_when(tmp_path: Path) -> None:
    write_pdf(tmp_path / "wheel.pdf", lay_out(wheel(5), wording("en")), Paper.A4)
    (page,) = PdfReader(tmp_path / "wheel.pdf").pages
    text = " ".join(page.extract_text().split())
    for wanted in (
        "Annual wheel 2026/27",
        "Händelse 3",
        "Fler kunder",
        "Halvvägs",
        "w27",
        "Marketing",
        "Customer service",
        "Campaign",
        "Sept",
    ):
        assert wanted in text, wanted


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("count", "own"), [(0, 0), (6, 0), (25, 3), (90, 1)])
@pytest.mark.parametrize("seasonal", [True, False])
def test_everything_lies_on_the_page(count: int, own: int, paper: Paper, seasonal: bool) -> None:
    layout = one_page(wheel(count, seasonal=seasonal, own=own), wording("sv"), paper=paper)
    inside = Box(MARGIN, MARGIN, layout.width - 2 * MARGIN, layout.height - 2 * MARGIN)
    for element in layout.elements:
        for box in boxes(element):
            assert box.x >= inside.x - 0.05, element
            assert box.y >= inside.y - 0.05, element
            assert box.right <= inside.right + 0.05, element
            assert box.bottom <= inside.bottom + 0.05, element
    beside = [
        text
        for text in layout.texts()
        if abs(text.box.x + text.box.width / 2 - layout.width / 2) > 85 and text.box.y > 40
    ]
    assert len(beside) >= 4
    for a, b in combinations(beside, 2):
        assert not a.box.overlaps(b.box, slack=0.1), (a, b)


def test_names_without_room_are_counted() -> None:
    assert "names" in said(one_page(wheel(90), wording("en")))
    assert "Not shown here" not in said(one_page(wheel(6), wording("en")))


def test_without_colour_the_kinds_are_told_apart() -> None:
    fills = {
        getattr(element, "fill", None)
        for element in one_page(wheel(8), wording("en"), colour=False).elements
    }
    assert {"#404040", "#000000", "#B0B0B0"} <= fills
