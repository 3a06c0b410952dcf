"""Sheets of every shape, for tests: made by hand and by hypothesis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from desktop.core.assessment import Status
from desktop.core.chart_series import (
    ChartSeries,
    Effort,
    Expected,
    Limits,
    Occasion,
    Point,
    Standout,
)
from desktop.core.company import Company
from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.core.sheet_content import (
    ActivityContent,
    Band,
    Belief,
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

words = st.one_of(
    st.text(alphabet="aåäöæø nWi−%“\n", min_size=1, max_size=60),
    st.text(alphabet="aåäöÅÄæø nWi−%“g", min_size=300, max_size=500),
    st.text(alphabet="WÅ", min_size=300, max_size=500),  # one word that never ends
    st.text(max_size=30),
).map(lambda text: text.strip() or "ö")
numbers = st.one_of(
    st.floats(-1e6, 1e6, allow_nan=False),
    st.floats(-1e300, 1e300, allow_nan=False),
    st.sampled_from([0.0, 1.0, -1.0, 0.5, 1e-6, 118_726_350.26, -1e15, 1e15]),
)
days = st.dates(date(2016, 1, 1), date(2036, 12, 31))
shares = st.none() | st.floats(-3, 40)


def reasons() -> st.SearchStrategy[Message]:
    """A sentence of any length; braces would be places for values."""
    return words.map(lambda text: Message(text.replace("{", "").replace("}", "")))


@st.composite
def charts(draw: st.DrawFn) -> ChartSeries | None:
    count = draw(st.sampled_from([0, 1, 2, 13, 25, 40, 120, 3650]))
    cadence = draw(st.sampled_from(list(Cadence))) if count < 200 else Cadence.DAY
    first = Period.containing(cadence, date(2016, 2, 3), draw(st.integers(1, 12)))
    values = draw(st.lists(numbers, min_size=1, max_size=20))
    partial = draw(st.booleans())
    points = [Point(first.shift(i), values[i % len(values)]) for i in range(count)]
    if points and partial:
        points[-1] = Point(points[-1].period, points[-1].value, partial=True)
    plan = [Point(p.period.shift(3), -p.value) for p in points[count // 2 :]]
    chart = ChartSeries(
        title=draw(words),
        unit=draw(st.sampled_from(UNITS)),
        decimals=draw(st.integers(0, 4)),
        cadence=cadence,
        actual=tuple(points),
        last_year=tuple(points[count // 2 :]) if draw(st.booleans()) else (),
        plan=tuple(plan) if draw(st.booleans()) else (),
        target=draw(st.none() | numbers),
        band=draw(st.sampled_from([None, (None, 5.0), (1.0, None), (1.0, 2.0)])),
        sums=draw(st.booleans()),
    )
    return in_context(draw, chart) if points and draw(st.booleans()) else chart


def in_context(draw: st.DrawFn, chart: ChartSeries) -> ChartSeries:
    """With limits, forecast, events and activities of any size, on the chart or beside it."""
    points, newest = chart.actual, chart.actual[-1].period
    pairs = st.tuples(numbers, numbers).map(sorted).map(tuple)
    ends = draw(st.lists(pairs, min_size=1, max_size=9))
    low_high = [ends[n % len(ends)] for n in range(len(points))]
    coming = [newest.shift(n + 1) for n in range(draw(st.sampled_from([0, 1, 6, 18])))]
    dates = st.dates(points[0].period.start - timedelta(days=90), newest.end + timedelta(days=90))
    efforts = st.builds(Effort, words, dates, st.none() | dates, st.booleans())
    return replace(
        chart,
        limits=tuple(
            Limits(point.period, low / 2 + high / 2, low, high, trial=n < 12, stretch=n // 9)
            for n, (point, (low, high)) in enumerate(zip(points, low_high, strict=True))
        ),
        standouts=tuple(Standout(point.period, (1,), 1) for point in points[::5]),
        expected=tuple(
            Expected(period, ends[n % len(ends)][0], ends[n % len(ends)], ends[0])
            for n, period in enumerate(coming)
        ),
        occasions=tuple(
            draw(st.lists(st.builds(Occasion, dates, words, st.booleans()), max_size=12))
        ),
        efforts=tuple(draw(st.lists(efforts, max_size=12))),
        original=tuple(chart.plan[1:]),
        original_target=draw(st.none() | numbers),
    )


@st.composite
def bullets(draw: st.DrawFn) -> BulletContent:
    value, target, plan = draw(numbers), draw(st.none() | numbers), draw(st.none() | numbers)
    shown = [0.0, value, *(each for each in (target, plan) if each is not None)]
    low, high = min(shown), max(shown)
    limits = sorted(draw(st.lists(st.floats(low, high), max_size=2)))
    bands = tuple(Band(limit, index % 3) for index, limit in enumerate([*limits, high]))
    return BulletContent(value, low, high, bands, target, plan)


@st.composite
def results(draw: st.DrawFn) -> ResultContent:
    unit, decimals = draw(st.sampled_from(UNITS)), draw(st.integers(0, 4))
    quantities = st.none() | numbers.map(lambda value: Quantity(value, unit, decimals))
    differences = st.none() | numbers.map(lambda value: Quantity(value, unit, decimals, True, True))
    cadence = draw(st.sampled_from(list(Cadence)))
    return ResultContent(
        title=draw(words),
        owner=draw(words | st.just("")),
        status=draw(st.sampled_from(list(Status))),
        reason=draw(reasons()),
        period=draw(st.none() | st.just(Period.containing(cadence, date(2026, 10, 1), 9))),
        recent=tuple(draw(st.lists(numbers, max_size=13))),
        actual=draw(quantities),
        plan=draw(quantities),
        target=draw(quantities),
        difference=draw(differences),
        share=draw(shares),
        good=draw(st.none() | st.booleans()),
        bullet=draw(st.none() | bullets()),
        done=draw(st.none() | st.booleans()),
        said=draw(st.booleans()),
        ahead=draw(st.none() | reasons()),
        changed=draw(st.none() | reasons()),
    )


beliefs = st.builds(Belief, st.integers(0, 10), days, words | st.just(""), words | st.just(""))
activities = st.builds(ActivityContent, words, words | st.just(""), st.none() | days)


@st.composite
def goal_sheets(draw: st.DrawFn) -> GoalSheet:
    year = Period.containing(Cadence.YEAR, TODAY, draw(st.integers(1, 12)))
    first = Period(Cadence.MONTH, year.start)
    milestones = st.builds(
        MilestoneContent,
        words,
        st.dates(year.start - timedelta(days=40), year.end + timedelta(days=40)),
        st.none() | days,
    )
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
        message=draw(reasons()),
        reason=draw(reasons()),
        score=draw(shares),
        expected_score=draw(shares),
        as_of=draw(st.none() | days),
        today=TODAY,
        chart=draw(st.none() | charts()),
        results=tuple(draw(st.lists(results(), max_size=9))),
        milestones=tuple(draw(st.lists(milestones, max_size=12))),
        months=tuple(first.shift(i) for i in range(12)),
        aspirational=draw(st.booleans()),
        lower_is_better=draw(st.booleans()),
        notes=tuple(draw(st.lists(reasons(), max_size=2))),
        belief=draw(st.none() | beliefs),
        activities=tuple(draw(st.lists(activities, max_size=12))),
    )


@st.composite
def summary_sheets(draw: st.DrawFn) -> SummarySheet:
    rows = st.builds(
        SummaryRow,
        statement=words,
        owner=words | st.just(""),
        deadline=st.none() | days,
        status=st.sampled_from(list(Status)),
        message=reasons(),
        score=shares,
        expected_score=shares,
        results=st.lists(results(), max_size=7).map(tuple),
    )
    return SummarySheet(
        company=Company(name=draw(words)),
        message=draw(reasons()),
        as_of=draw(st.none() | days),
        today=TODAY,
        rows=tuple(draw(st.lists(rows, max_size=14))),
    )


def shop_goal(results_count: int = 2) -> GoalSheet:
    """A believable goal: a coffee shop's year, as of the end of October 2026."""
    unit = Unit(UnitKind.CURRENCY, "SEK")
    months = [Period(Cadence.MONTH, date(2025, 10, 1)).shift(i) for i in range(15)]
    actual = tuple(Point(p, 700_000.0 + 20_000 * i) for i, p in enumerate(months[:13]))
    plan = tuple(Point(p, 1_000_000.0) for p in months[3:])
    result = ResultContent(
        title="Försäljning på nätet",
        owner="Marknad",
        status=Status.AT_RISK,
        reason=Message("Behind."),
        period=months[12],
        recent=tuple(point.value for point in actual),
        actual=Quantity(9_684_000.0, unit),
        plan=Quantity(10_000_000.0, unit),
        target=Quantity(12_000_000.0, unit),
        difference=Quantity(-316_000.0, unit, signed=True),
        share=-0.0316,
        good=False,
        bullet=BulletContent(
            value=9_684_000.0,
            low=0.0,
            high=13e6,
            bands=(Band(9e6, 0), Band(9.5e6, 1), Band(13e6, 2)),
            target=12_000_000.0,
            plan=10_000_000.0,
        ),
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
        reason=Message("{gap} behind plan", {"gap": Quantity(-316_000.0, unit)}),
        score=0.807,
        expected_score=0.833,
        as_of=date(2026, 10, 31),
        today=TODAY,
        chart=ChartSeries("Försäljning", unit, 0, Cadence.MONTH, actual, plan=plan, sums=True),
        results=(result,) * results_count,
        milestones=(
            MilestoneContent("Halvvägs", date(2026, 6, 30), date(2026, 6, 28)),
            MilestoneContent("Julkampanjen är ute", TODAY + timedelta(days=7), None),
        ),
        months=tuple(Period(Cadence.MONTH, date(2026, 1, 1)).shift(i) for i in range(12)),
    )


def full_goal(results_count: int = 3) -> GoalSheet:
    """The same with everything that a sheet can hold in a usual year."""
    sheet = shop_goal(results_count)
    assert sheet.chart is not None
    actual = sheet.chart.actual
    coming = [actual[-1].period.shift(n) for n in (1, 2)]
    titles = ("Julkalender", "Gratis frakt över 500 kr", "Nyhetsbrev varje vecka")
    chart = replace(
        sheet.chart,
        limits=tuple(
            Limits(p.period, p.value, p.value * 0.9, p.value * 1.1, False) for p in actual
        ),
        standouts=(Standout(actual[4].period, (1,), 1), Standout(actual[9].period, (2,), -1)),
        expected=tuple(Expected(p, 980e3, (960e3, 1e6), (930e3, 1030e3)) for p in coming),
        occasions=(Occasion(date(2026, 3, 9), "Ny webbplats", True),),
        efforts=tuple(
            Effort(title, date(2026, month, 1), None if month > 5 else date(2026, 8, 31), month < 3)
            for title, month in zip(titles, (9, 2, 5), strict=True)
        ),
        original=tuple(replace(point, value=900e3) for point in sheet.chart.plan),
    )
    ahead = Message("80 % likely between 11 400 000 and 11 900 000 kr; the chance is 12 %.")
    changed = Message("First target 11 000 000 kr, changed 1 June 2026: a new shop.")
    result = replace(sheet.results[0], ahead=ahead, changed=changed)
    return replace(
        sheet,
        chart=chart,
        results=(result,) * results_count,
        notes=(Message("No real change: October lies within the limits."), Message("Demanding.")),
        belief=Belief(6, date(2026, 11, 16), "Försäljning", "Det går trögt före jul."),
        activities=tuple(
            ActivityContent(title, "Marknad", date(2026, 12, n + 1))
            for n, title in enumerate(titles)
        ),
    )


def shop_summary(count: int) -> SummarySheet:
    """As many goals as asked for, all alike."""
    sheet = shop_goal()
    row = SummaryRow(
        statement=sheet.statement,
        owner=sheet.owner,
        deadline=sheet.deadline,
        status=sheet.status,
        message=sheet.message,
        score=sheet.score,
        expected_score=sheet.expected_score,
        results=sheet.results,
    )
    return SummarySheet(sheet.company, Message("All at risk."), sheet.as_of, TODAY, (row,) * count)
