"""The report and the review on paper: one page whatever there is to say, and nothing lost
silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.assessment import Status
from desktop.core.company import Company, Paper
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.report import Report, ReportFigure
from desktop.core.review import Review
from desktop.core.sheet_review import ReviewSheet
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording
from tests.sheets.places import check, one_page, said

JUNE = Period(Cadence.MONTH, date(2026, 6, 1))
TODAY = date(2026, 7, 3)
COMPANY = Company(name="Raggsockan")
LONG = msg(
    "Nettoomsättningen har legat över det vanliga sedan i april, när den nya butiken öppnade och "
    "kunderna hittade dit i tid till sommaren; ingen vet ännu om det håller i sig till hösten."
)


def figures(count: int) -> tuple[ReportFigure, ...]:
    kpi = Kpi(name="Nettoomsättning", unit=Unit(UnitKind.CURRENCY, "SEK"))
    one = ReportFigure(
        title="Nettoomsättning i alla butiker och på webben",
        kpi=kpi,
        goal="Sälja en åttondel fler sockor än i fjol",
        value=Measurement(JUNE, 1_234_567.0),
        earlier=Measurement(JUNE.shift(-12), 1_034_567.0),
        actual=kpi.quantity(7_654_321.0),
        plan=kpi.quantity(7_000_000.0),
        status=Status.ON_TRACK,
        known=(LONG, msg("Within its usual variation.")),
    )
    bare = ReportFigure(title="Besök", kpi=Kpi(name="Besök"))
    return (*(replace(one, title=f"{n} {one.title}") for n in range(count)), bare)


def report(count: int, lines: int) -> Report:
    told = (LONG,) * lines
    return Report(
        company=COMPANY,
        today=TODAY,
        period=JUNE,
        as_of=JUNE.end,
        figures=figures(count) if count else (),
        changed=told,
        reached=told,
        value=told,
        tried=told,
        learned=told,
        next=told,
    )


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("count", "lines"), [(0, 0), (1, 1), (4, 2), (9, 3), (40, 30)])
def test_a_report_keeps_to_its_page(paper: Paper, count: int, lines: int) -> None:
    layout = one_page(report(count, lines), wording("sv"), paper=paper, colour=count % 2 == 0)
    check(layout)


def test_what_a_report_says() -> None:
    text = said(one_page(report(2, 1), wording("en")))
    for wanted in (
        "Report for June 2026",
        "1 thing changed for real.",
        "1,234,567 SEK",
        "June 2025",
        "On track",
        "What we learned",
        "Data as of 30 June 2026",
    ):
        assert wanted in text, wanted
    assert "Not shown here" not in text


def test_what_has_no_room_is_counted() -> None:
    text = said(one_page(report(40, 30), wording("en")))
    assert "Not shown here, but in the app:" in text
    assert "numbers" in text
    assert "lines" in text


def review(**texts: str) -> ReviewSheet:
    return ReviewSheet(
        company=COMPANY,
        today=TODAY,
        title=msg("{goal}", goal="Sälja en åttondel fler sockor än i fjol"),
        review=Review(goal_id=1, day=TODAY, **texts),  # type: ignore[arg-type]
        meant=(LONG, LONG),
        happened=(LONG,) * 3,
        pulse=(msg("Autonomy"), msg("Competence"), msg("Relatedness")),
    )


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("length", [0, 1, 12, 80])
def test_a_review_keeps_to_its_page(paper: Paper, length: int) -> None:
    text = "\n".join(["En ganska lång mening om varför det blev som det blev i år."] * length)
    names = ("meant", "happened", "why", "next", "learned")
    sheet = review(**dict.fromkeys(names, text))
    check(one_page(sheet, wording("da"), paper=paper))
    check(one_page(replace(sheet, pulse=()), wording("da"), paper=paper))


def test_an_open_question_is_filled_in_from_the_data_or_has_lines() -> None:
    layout = one_page(review(why="The shop was closed"), wording("en"))
    text = said(layout)
    assert text.count("From the data:") == 2
    assert "The shop was closed" in text
    empty = one_page(review(), wording("en"))
    strokes = [type(each).__name__ for each in empty.elements].count("Stroke")
    answered = [type(each).__name__ for each in layout.elements].count("Stroke")
    assert strokes > answered  # the answered question has no lines to write on


def test_sentences_without_room_are_counted() -> None:
    many = "\n".join(f"Reason {n}" for n in range(90))
    assert "Not shown here, but in the app:" in said(one_page(review(why=many), wording("en")))
