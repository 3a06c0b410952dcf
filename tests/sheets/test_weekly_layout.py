"""The weekly scorecard on paper: whatever it says, nothing overlaps, and hits are marked."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.company import Company, Paper
from desktop.core.kpi import Kpi
from desktop.core.sheet_weekly import (
    WEEKS,
    WeekAim,
    WeeklyRow,
    WeeklySheet,
    last_weeks,
    weekly_message,
    weekly_row,
)
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import wording
from desktop.sheets.elements import Area
from desktop.sheets.lay_out import lay_out
from desktop.sheets.pdf import write_pdf
from tests.sheets.contents import TODAY, UNITS, days, numbers, reasons, words
from tests.sheets.places import check, one_page, said

texts = words | st.just("")
slow = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def rows(draw: st.DrawFn) -> WeeklyRow:
    kpi = Kpi(name=draw(words), unit=draw(st.sampled_from(UNITS)), decimals=draw(st.integers(0, 4)))
    measured = st.none() | st.tuples(numbers, st.booleans())
    aims = st.none() | st.builds(WeekAim, st.none() | numbers, st.none() | numbers)
    return weekly_row(
        kpi,
        draw(texts),
        draw(texts),
        draw(st.lists(measured, min_size=WEEKS, max_size=WEEKS)),
        draw(st.lists(aims, min_size=WEEKS, max_size=WEEKS)),
    )


@st.composite
def sheets(draw: st.DrawFn) -> WeeklySheet:
    return WeeklySheet(
        company=Company(name=draw(words)),
        message=draw(reasons()),
        as_of=draw(st.none() | days),
        today=TODAY,
        weeks=last_weeks(draw(days)),
        rows=tuple(draw(st.lists(rows(), max_size=15))),
        more=draw(st.integers(0, 500)),
        longer=draw(st.integers(0, 500)),
    )


def bakery(count: int = 2) -> WeeklySheet:
    """Buns hit nothing but the newest two weeks; the others have no goal."""
    unit = Unit(UnitKind.OWN, "bullar")
    aim = [WeekAim(low=1000.0)] * WEEKS
    values = [(900.0, True)] * (WEEKS - 2) + [(1000.0, True), (1234.0, True)]
    buns = weekly_row(Kpi(name="Bullar på Ærø", unit=unit), "Åsa", "Fler bullar", values, aim)
    share = Kpi(name="Svinn", unit=Unit(UnitKind.PERCENT), decimals=1)
    other = weekly_row(share, "", "", [(-0.025, True)] * WEEKS, [None] * WEEKS)
    found = (buns, *[other] * (count - 1))
    weeks = last_weeks(date(2026, 7, 10))
    message = weekly_message(weeks, found)
    return WeeklySheet(Company(name="Bageriet"), message, weeks[-1].end, TODAY, weeks, found)


@slow
@given(sheets(), st.sampled_from(["sv", "da", "en", "xx"]), st.sampled_from(list(Paper)))
def test_any_scorecard_fits(sheet: WeeklySheet, language: str, paper: Paper) -> None:
    check(one_page(sheet, wording(language), paper=paper))


@pytest.mark.parametrize("colour", [True, False])
def test_hits_are_filled_and_misses_open(colour: bool) -> None:
    layout = one_page(bakery(), wording("en"), colour=colour)
    marks = [each for each in layout.elements if isinstance(each, Area)]
    legend = 1
    assert sum(bool(mark.fill) for mark in marks) == 2 + legend
    assert sum(bool(mark.outline) for mark in marks) == 11 + legend
    assert "2 of 13" in said(layout)


def test_without_a_goal_nothing_is_marked() -> None:
    sheet = bakery()
    alone = WeeklySheet(
        sheet.company, sheet.message, sheet.as_of, TODAY, sheet.weeks, sheet.rows[1:]
    )
    layout = one_page(alone, wording("en"))
    assert not any(isinstance(each, Area) for each in layout.elements)
    assert "missed" not in said(layout)


def test_fifteen_measures_have_room_on_either_paper() -> None:
    for paper in Paper:
        layout = one_page(bakery(15), wording("en"), paper=paper)
        check(layout)
        assert "more measure" not in said(layout)


def test_the_pdf_has_every_week_and_its_numbers(tmp_path: Path) -> None:
    path = tmp_path / "week.pdf"
    write_pdf(path, lay_out(bakery(), wording("sv")), Paper.A4)
    out = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    text = out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Bullar på Ærø" in text
    assert "−2,5 %" in text
    assert "≥ 1 000" in text
    for week in range(15, 28):
        assert f"v{week}" in text


def test_a_missing_value_is_a_dash() -> None:
    sheet = bakery(1)
    row = weekly_row(Kpi(name="Buns"), "", "", [None] * WEEKS, [None] * WEEKS)
    empty = WeeklySheet(sheet.company, sheet.message, None, TODAY, sheet.weeks, (row,))
    layout = one_page(empty, wording("en"))
    check(layout)
    assert said(layout).splitlines().count("–") == WEEKS + 2  # and no owner, and no goal


def test_the_goal_is_what_the_newest_week_is_held_against() -> None:
    aims = [WeekAim(low=1.0)] * (WEEKS - 1) + [WeekAim(low=2.0)]
    row = weekly_row(Kpi(name="Buns"), "", "", [(1.0, True)] * WEEKS, aims)
    assert row.low == Quantity(2.0, Unit())
