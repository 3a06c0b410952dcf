"""The annual wheel in the file: lanes, events, and what a year shows of goals and seasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.core.check_in import CheckIn
from desktop.core.company import Company
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, Milestone
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.core.review import Review
from desktop.core.wheel import EventKind, LaneKind, WheelEvent
from desktop.core.wheel_year import MarkKind, entries
from desktop.services.check_ins import save_check_in
from desktop.services.company import save_company
from desktop.services.goals import save_goal, save_milestone
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.reviews import save_review
from desktop.services.wheel import (
    MOST_LANES,
    add_lane,
    delete_event,
    delete_lane,
    events,
    events_in,
    lanes,
    move_event,
    move_lane,
    rename_lane,
    save_event,
    stretch_event,
)
from desktop.services.wheel_year import seasonal_kpis, wheel_year
from desktop.services.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new company on a Monday in autumn."""
    file = tmp_path / "a.sikte"
    with Workspace.create(file, Company(name="AB"), today=lambda: date(2026, 10, 5)) as workspace:
        yield workspace


def add(ws: Workspace, start: date, end: date, *, yearly: bool = False) -> WheelEvent:
    lane_id = lanes(ws)[0].id or 0
    return save_event(
        ws, WheelEvent(lane_id=lane_id, title=" Vår\trea ", start=start, end=end, yearly=yearly)
    )


def test_a_new_company_has_three_lanes(workspace: Workspace) -> None:
    assert [lane.kind for lane in lanes(workspace)] == list(LaneKind)


def test_own_lanes_are_added_named_moved_and_removed(workspace: Workspace) -> None:
    own = add_lane(workspace, "  Styrelsen ")
    assert own.name == "Styrelsen"
    assert own.position == 3
    move_lane(workspace, own.id or 0, 0)
    assert [lane.name or lane.kind for lane in lanes(workspace)] == [
        "Styrelsen",
        "marketing",
        "sales",
        "support",
    ]
    rename_lane(workspace, own.id or 0, "Ledningen")
    for wrong in ("", "  "):
        with pytest.raises(NotAllowed):
            rename_lane(workspace, own.id or 0, wrong)
    with pytest.raises(NotAllowed):
        add_lane(workspace, "ledningen")
    delete_lane(workspace, own.id or 0)
    assert len(lanes(workspace)) == 3
    for _ in range(4):
        workspace.undo()
    assert [lane.kind for lane in lanes(workspace)] == list(LaneKind)


def test_a_lane_of_every_company_goes_by_its_own_name_again(workspace: Workspace) -> None:
    first = lanes(workspace)[0]
    assert rename_lane(workspace, first.id or 0, "Market").title == "Market"
    assert rename_lane(workspace, first.id or 0, "").title == first.title


def test_there_is_a_first_lane_and_a_last(workspace: Workspace) -> None:
    for number in range(MOST_LANES - 3):
        add_lane(workspace, f"L{number}")
    with pytest.raises(NotAllowed):
        add_lane(workspace, "En till")
    *others, last = lanes(workspace)
    for lane in others:
        delete_lane(workspace, lane.id or 0)
    with pytest.raises(NotAllowed):
        delete_lane(workspace, last.id or 0)


def test_a_lane_with_events_goes_only_when_told(workspace: Workspace) -> None:
    made = add(workspace, date(2026, 3, 2), date(2026, 3, 6))
    with pytest.raises(NotAllowed):
        delete_lane(workspace, made.lane_id)
    delete_lane(workspace, made.lane_id, with_events=True)
    assert not events(workspace)
    workspace.undo()
    assert events_in(workspace, made.lane_id) == [made]


def test_events_are_saved_moved_stretched_and_deleted_with_undo(workspace: Workspace) -> None:
    made = add(workspace, date(2026, 3, 2), date(2026, 3, 6), yearly=True)
    assert made.title == "Vår rea"
    in_2028 = wheel_year(workspace, Period(Cadence.YEAR, date(2028, 1, 1))).occurrences[0]
    assert in_2028.start == date(2028, 3, 2)
    sales = lanes(workspace)[1].id
    move_event(workspace, in_2028, 7, sales)
    moved = events(workspace)[0]
    assert (moved.start, moved.end) == (date(2026, 3, 9), date(2026, 3, 13))
    assert moved.lane_id == sales
    again = wheel_year(workspace, Period(Cadence.YEAR, date(2028, 1, 1))).occurrences[0]
    stretch_event(workspace, again, again.start, date(2028, 3, 20))
    assert events(workspace)[0].end == date(2026, 3, 20)
    delete_event(workspace, made.id or 0)
    assert not events(workspace)
    delete_event(workspace, made.id or 0)  # gone already
    with pytest.raises(NotAllowed):
        move_event(workspace, again, 1)
    for _ in range(4):
        workspace.undo()
    assert not events(workspace)
    assert workspace.undo_label is None


def test_goals_bring_their_days_along(workspace: Workspace) -> None:
    goal = save_goal(
        workspace,
        Goal(statement="Fler kunder", start=date(2026, 9, 1), deadline=date(2026, 11, 30)),
    )
    save_milestone(
        workspace, Milestone(goal_id=goal.id or 0, title="Halvvägs", due=date(2026, 10, 20))
    )
    save_check_in(workspace, CheckIn(goal_id=goal.id or 0, day=date(2026, 9, 29), confidence=6))
    year = wheel_year(workspace)
    found = {kind: [mark.day for mark in year.marks if mark.kind is kind] for kind in MarkKind}
    assert found[MarkKind.MILESTONE] == [date(2026, 10, 20)]
    assert found[MarkKind.DEADLINE] == [date(2026, 11, 30)]
    assert found[MarkKind.PERIOD_END] == [
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 9, 30),
        date(2026, 12, 31),
    ]
    check_ins = found[MarkKind.CHECK_IN]
    assert check_ins[:3] == [date(2026, 9, 29), date(2026, 10, 5), date(2026, 10, 12)]
    assert check_ins[-1] == date(2026, 11, 30)  # the last Monday before the goal is over


def test_a_quarter_that_was_looked_back_on_is_not_due(workspace: Workspace) -> None:
    quarter = Period(Cadence.QUARTER, date(2026, 4, 1))
    save_review(
        workspace,
        Review(
            period_start=quarter.start,
            period_end=quarter.end,
            day=date(2026, 7, 6),
            learned="Börja tidigare",
        ),
    )
    ends = [mark for mark in wheel_year(workspace).marks if mark.kind is MarkKind.PERIOD_END]
    assert [mark.done for mark in ends] == [False, True, False, False]


def test_the_fiscal_year_is_the_companys(workspace: Workspace) -> None:
    save_company(workspace, Company(name="AB", year_start=7))
    year = wheel_year(workspace)
    assert (year.year.start, year.year.end) == (date(2026, 7, 1), date(2027, 6, 30))
    assert year.marks[0].day == date(2026, 9, 30)


def test_the_season_comes_from_the_kpis_own_years(workspace: Workspace) -> None:
    kpi = save_kpi(workspace, Kpi(name="Order"))
    first = Period(Cadence.MONTH, date(2023, 10, 1))
    high = {11: 300.0, 12: 500.0}
    months = [first.shift(n) for n in range(36)]
    values = {month: high.get(month.start.month, 100.0) for month in months}
    save_values(workspace, kpi.id or 0, values)
    ring = wheel_year(workspace, kpi_id=kpi.id).season
    assert ring is not None
    assert [part.period.start.month for part in ring.parts] == list(range(1, 13))
    assert ring.highest is not None
    assert ring.highest.period.start == date(2026, 12, 1)
    assert ring.highest.height == 1
    usual = sum(high.values()) + 10 * 100
    assert ring.highest.differs.value == pytest.approx(500 / (usual / 12) - 1, abs=0.01)
    assert ring.parts[2].height < 0


def test_too_few_years_are_said(workspace: Workspace) -> None:
    kpi = save_kpi(workspace, Kpi(name="Order"))
    first = Period(Cadence.MONTH, date(2025, 1, 1))
    save_values(workspace, kpi.id or 0, {first.shift(n): 1.0 + n % 12 for n in range(21)})
    ring = wheel_year(workspace, kpi_id=kpi.id).season
    assert ring is not None
    assert not ring.parts
    assert "Not enough years" in ring.said.text
    yearly = save_kpi(workspace, Kpi(name="Resultat", cadence=Cadence.YEAR))
    assert seasonal_kpis(workspace) == [kpi]
    once = wheel_year(workspace, kpi_id=yearly.id).season
    assert once is not None
    assert not once.parts


def test_why_no_season_is_shown(workspace: Workspace) -> None:
    """No values, too many gaps, and years that are flat."""
    first = Period(Cadence.MONTH, date(2022, 10, 1))
    months = [first.shift(n) for n in range(48)]
    histories: list[dict[Period, float | None]] = [
        {},
        {month: 1.0 + n for n, month in enumerate(months) if n % 2},
        dict.fromkeys(months, 7.0),
    ]
    said = []
    for number, values in enumerate(histories):
        kpi = save_kpi(workspace, Kpi(name=f"K{number}"))
        save_values(workspace, kpi.id or 0, values)
        ring = wheel_year(workspace, kpi_id=kpi.id).season
        assert ring is not None
        assert not ring.parts
        assert ring.highest is None
        said.append(ring.said.text.split("{kpi}")[0])
    assert said == ["Not enough years of ", "Not enough years of ", "The years of "]


def test_a_kpi_below_zero_differs_in_its_own_unit(workspace: Workspace) -> None:
    kpi = save_kpi(workspace, Kpi(name="Resultat"))
    first = Period(Cadence.MONTH, date(2023, 10, 1))
    months = [first.shift(n) for n in range(36)]
    values = {month: 90.0 if month.start.month == 6 else -10.0 for month in months}
    save_values(workspace, kpi.id or 0, values)
    ring = wheel_year(workspace, kpi_id=kpi.id).season
    assert ring is not None
    assert ring.highest is not None
    assert ring.highest.period.start == date(2026, 6, 1)
    assert ring.highest.differs.value == pytest.approx(100 * 11 / 12, rel=0.1)


def test_the_year_as_a_list(workspace: Workspace) -> None:
    lane_id = lanes(workspace)[2].id or 0
    save_event(
        workspace,
        WheelEvent(
            lane_id=lane_id,
            title="Enkät",
            kind=EventKind.OTHER,
            start=date(2025, 12, 29),
            end=date(2026, 1, 9),
        ),
    )
    rows = entries(wheel_year(workspace))
    assert rows[0].title == "Enkät"
    assert rows[0].week.iso_week == (2026, 1)
    assert rows[0].lane is not None
    assert rows[0].lane.kind is LaneKind.SUPPORT
    assert [row.start for row in rows] == sorted(row.start for row in rows)
