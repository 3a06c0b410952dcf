"""A company with KPIs of every unit and cadence, and names that mean harm."""

from __future__ import annotations

from datetime import date

from desktop.core.company import Person
from desktop.core.goal import Comparison, Goal, KeyResult, Milestone, PlanValue
from desktop.core.kpi import AddUp, Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.services.company import save_person
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_measurements, save_values
from desktop.services.workspace import Workspace

SEK = Unit(UnitKind.CURRENCY, "SEK")
HARM = ('=HYPERLINK("http://x";"y")', "+1+1", "-2", "@SUM(A1:A9)", "=1\t2", "#N/A")


def months(first: int, last: int) -> list[Period]:
    return [Period(Cadence.MONTH, date(2026, month, 1)) for month in range(first, last + 1)]


def add_kpi(ws: Workspace, name: str, values: dict[Period, float], **about: object) -> Kpi:
    kpi = save_kpi(ws, Kpi(name=name, **about))  # type: ignore[arg-type]
    save_values(ws, kpi.id or 0, dict(values))
    return kpi


def fill(ws: Workspace) -> dict[str, Kpi]:
    """KPIs by name."""
    kim = save_person(ws, Person(name="Kim", role="@lager"))
    half = months(1, 6)
    weeks = [Period(Cadence.WEEK, date(2026, 6, 1)).shift(n) for n in range(4)]
    days = [Period(Cadence.DAY, date(2026, 6, 1)).shift(n) for n in range(10)]
    quarters = [Period(Cadence.QUARTER, date(2025, 7, 1)).shift(n) for n in range(4)]
    years = [Period(Cadence.YEAR, date(2023, 1, 1)).shift(n) for n in range(3)]
    found = [
        add_kpi(
            ws,
            "Sales",
            {period: 1000.0 * n + 0.1 for n, period in enumerate(half, start=1)},
            unit=SEK,
            decimals=2,
            definition="=All sales\nwithout VAT",
            owner_id=kim.id,
        ),
        add_kpi(ws, "Cost", dict.fromkeys(half, -3.5), unit=SEK),
        add_kpi(
            ws,
            "Conversion",
            {period: 0.021 + n / 1000 for n, period in enumerate(half)},
            unit=Unit(UnitKind.PERCENT),
            decimals=1,
            add_up=AddUp.MEAN,
            owner_id=kim.id,
        ),
        add_kpi(
            ws,
            "Answer time",
            dict.fromkeys(half, 4321.0),
            unit=Unit(UnitKind.DURATION),
            add_up=AddUp.MEAN,
        ),
        add_kpi(ws, "Visits", dict.fromkeys(days, 10.0), cadence=Cadence.DAY),
        add_kpi(ws, "Stock", dict.fromkeys(weeks, 7.25), cadence=Cadence.WEEK, add_up=AddUp.LAST),
        add_kpi(ws, "Energy", dict.fromkeys(quarters, 99.0), cadence=Cadence.QUARTER),
        add_kpi(ws, "Staff", dict.fromkeys(years, 12.0), cadence=Cadence.YEAR),
        *(add_kpi(ws, name, {half[0]: 1.0}) for name in HARM),
    ]
    by_name = {kpi.name: kpi for kpi in found}
    sales = by_name["Sales"]
    part = Measurement(Period(Cadence.MONTH, date(2026, 7, 1)), 500.0, date(2026, 7, 10))
    save_measurements(ws, sales.id or 0, [part])
    margin = save_kpi(
        ws,
        Kpi(
            name="Margin", unit=Unit(UnitKind.PERCENT), formula=f"1 + {by_name['Cost'].key} / sales"
        ),
    )
    goal = Goal(
        statement="=Sell more",
        why="+Because",
        start=date(2026, 1, 1),
        deadline=date(2026, 12, 31),
        owner_id=kim.id,
    )
    result = KeyResult(
        id=-1, goal_id=0, kpi_id=sales.id, target=40_000.0, comparison=Comparison.TOTAL
    )
    steps = {-1: [PlanValue(date(2026, 6, 30), 15_000.0), PlanValue(date(2026, 12, 31), 40_000.0)]}
    way = Milestone(
        goal_id=0, key_result_id=-1, title="-Halfway", due=date(2026, 6, 30), value=20_000.0
    )
    save_goal_whole(ws, goal, [result], [way], steps)
    return {**by_name, "Margin": margin}
