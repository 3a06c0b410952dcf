"""Sheets of every shape, for tests: made by hand and by hypothesis."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from desktop.core.assessment import Status
from desktop.core.chart_series import ChartSeries, Point
from desktop.core.company import Company
from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.core.sheet_content import (
    BulletContent,
    GoalSheet,
    MilestoneContent,
    ResultContent,
    SummaryRow,
    SummarySheet,
)
from desktop.core.unit import Quantity, Unit, UnitKind

TODAY = date(2026, 11, 24)
UNITS = (
    Unit(),
    Unit(UnitKind.PERCENT),
    Unit(UnitKind.CURRENCY, "SEK"),
    Unit(UnitKind.DURATION),
    Unit(UnitKind.OWN, "fakturerade konsulttimmar"),
)

words = st.text(alphabet="aåäöæø nWi−%“", min_size=1, max_size=500).map(lambda t: t.strip() or "ö")
numbers = st.one_of(
    st.floats(-1e12, 1e12, allow_nan=False),
    st.sampled_from([0.0, 1.0, -1.0, 0.5, 1e-6]),
)
days = st.dates(date(2016, 1, 1), date(2036, 12, 31))


@st.composite
def charts(draw: st.DrawFn) -> ChartSeries | None:
    count = draw(st.sampled_from([0, 1, 2, 13, 40, 120, 3650]))
    cadence = draw(st.sampled_from(list(Cadence))) if count < 200 else Cadence.DAY
    first = Period.containing(cadence, date(2016, 2, 3), draw(st.integers(1, 12)))
    values = draw(st.lists(numbers, min_size=1, max_size=20))
    points = tuple(Point(first.shift(i), values[i % len(values)]) for i in range(count))
    return ChartSeries(
        title=draw(words),
        unit=draw(st.sampled_from(UNITS)),
        decimals=draw(st.integers(0, 4)),
        cadence=cadence,
        actual=points,
        last_year=points[len(points) // 2 :] if draw(st.booleans()) else (),
        plan=points[: len(points) // 2] if draw(st.booleans()) else (),
        target=draw(st.none() | numbers),
        band=draw(st.none() | st.just((None, 5.0)) | st.just((1.0, 2.0))),
        sums=draw(st.booleans()),
    )


@st.composite
def results(draw: st.DrawFn) -> ResultContent:
    unit, decimals = draw(st.sampled_from(UNITS)), draw(st.integers(0, 4))
    quantities = st.none() | numbers.map(lambda v: Quantity(v, unit, decimals))
    value, target = draw(numbers), draw(numbers)
    low, high = min(0.0, value, target), max(0.0, value, target)
    return ResultContent(
        title=draw(words),
        owner=draw(words | st.just("")),
        status=draw(st.sampled_from(list(Status))),
        reason=Message(draw(words).replace("{", "")),
        period=draw(st.none() | st.just(Period(Cadence.MONTH, date(2026, 10, 1)))),
        recent=tuple(draw(st.lists(numbers, max_size=13))),
        actual=draw(quantities),
        plan=draw(quantities),
        target=draw(quantities),
        difference=draw(quantities),
        good=draw(st.none() | st.booleans()),
        bullet=BulletContent(value, target, None, low, high) if draw(st.booleans()) else None,
        done=draw(st.none() | st.booleans()),
        done_on=draw(st.none() | days),
    )


@st.composite
def goal_sheets(draw: st.DrawFn) -> GoalSheet:
    year = Period.containing(Cadence.YEAR, TODAY, draw(st.integers(1, 12)))
    first = Period(Cadence.MONTH, year.start)
    shares = st.none() | st.floats(-3, 40)
    return GoalSheet(
        company=Company(name=draw(words)),
        goal_id=draw(st.integers(1, 10_000)),
        statement=draw(words),
        why=draw(words | st.just("")),
        not_doing=draw(words | st.just("")),
        owner=draw(words | st.just("")),
        start=draw(days),
        deadline=draw(st.none() | days),
        status=draw(st.sampled_from(list(Status))),
        message=Message(draw(words)),
        score=draw(shares),
        expected_score=draw(shares),
        as_of=draw(st.none() | days),
        today=TODAY,
        chart=draw(st.none() | charts()),
        results=tuple(draw(st.lists(results(), max_size=9))),
        milestones=tuple(
            MilestoneContent(draw(words), draw(days), draw(st.none() | days))
            for _ in range(draw(st.integers(0, 8)))
        ),
        months=tuple(first.shift(i) for i in range(12)),
    )


@st.composite
def summary_sheets(draw: st.DrawFn) -> SummarySheet:
    shares = st.none() | st.floats(-3, 40)
    rows = tuple(
        SummaryRow(
            statement=draw(words),
            owner=draw(words | st.just("")),
            deadline=draw(st.none() | days),
            status=draw(st.sampled_from(list(Status))),
            message=Message(draw(words)),
            score=draw(shares),
            expected_score=draw(shares),
            results=tuple(draw(st.lists(results(), max_size=5))),
        )
        for _ in range(draw(st.integers(0, 14)))
    )
    return SummarySheet(Company(name=draw(words)), draw(st.none() | days), TODAY, rows)


def shop_goal(results_count: int = 2) -> GoalSheet:
    """A believable goal: a coffee shop's year, as of the end of October 2026."""
    unit = Unit(UnitKind.CURRENCY, "SEK")
    months = [Period(Cadence.MONTH, date(2025, 10, 1)).shift(i) for i in range(13)]
    actual = tuple(Point(p, 700_000.0 + 20_000 * i) for i, p in enumerate(months))
    result = ResultContent(
        title="Försäljning på nätet",
        owner="Marknad",
        status=Status.AT_RISK,
        reason=Message("Behind."),
        period=months[-1],
        recent=tuple(point.value for point in actual),
        actual=Quantity(9_684_000.0, unit),
        plan=Quantity(10_000_000.0, unit),
        target=Quantity(12_000_000.0, unit),
        difference=Quantity(-316_000.0, unit, signed=True),
        good=False,
        bullet=BulletContent(9_684_000.0, 12_000_000.0, 1e7, 0.0, 13e6, (9e6, 10.8e6)),
    )
    return GoalSheet(
        company=Company(name="Fjällkaffe & Søn AB", language="sv"),
        goal_id=7,
        statement="Vi säljer kaffe för tolv miljoner kronor år 2026",
        why="Så att vi kan anställa en rostare till på Ærø.",
        not_doing="Ingen ny butik i år.",
        owner="Försäljning",
        start=date(2026, 1, 1),
        deadline=date(2026, 12, 31),
        status=Status.AT_RISK,
        message=Message("{gap} behind plan", {"gap": Quantity(-316_000.0, unit)}),
        score=0.807,
        expected_score=0.833,
        as_of=date(2026, 10, 31),
        today=TODAY,
        chart=ChartSeries("Försäljning", unit, 0, Cadence.MONTH, actual, sums=True),
        results=(result,) * results_count,
        milestones=(
            MilestoneContent("Halvvägs", date(2026, 6, 30), date(2026, 6, 28)),
            MilestoneContent("Julkampanjen är ute", TODAY + timedelta(days=7), None),
        ),
        months=tuple(Period(Cadence.MONTH, date(2026, 1, 1)).shift(i) for i in range(12)),
    )
