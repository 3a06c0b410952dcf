"""The page of the annual wheel: walked and changed by mouse and keyboard, also as a list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.core.wheel import EventKind, WheelEvent
from desktop.services.goals import save_goal
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.wheel import add_lane, events, lanes, save_event
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.dialogs.offers import OffersDialog
from desktop.ui.dialogs.question import Question
from desktop.ui.year.event_dialog import EventDialog
from desktop.ui.year.lanes_dialog import LanesDialog
from desktop.ui.year.page import YearPage
from desktop.ui.year.year_list import GOALS
from tests.ui.conftest import Said

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def fair(workspace: Workspace) -> WheelEvent:
    """Two weeks of March in the sales lane; today is 5 October 2026."""
    lane = lanes(workspace)[1]
    return save_event(
        workspace,
        WheelEvent(
            lane_id=lane.id or 0,
            title="Mässa",
            kind=EventKind.OTHER,
            start=date(2026, 3, 2),
            end=date(2026, 3, 15),
        ),
    )


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, fair: WheelEvent) -> Iterator[YearPage]:
    page = shown(qtbot, context)
    page.show_item(fair.id)
    yield page
    assert fair.id is not None


def shown(qtbot: QtBot, context: AppContext) -> YearPage:
    page = YearPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    qtbot.waitExposed(page)
    page.take_focus()
    return page


def dialog(page: QWidget, kind: type[QWidget]) -> QWidget:
    found = [each for each in page.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def point(page: YearPage, day: date, lane: int) -> QPoint:
    """Where a day lies in the middle of the events of a lane, the goals being 0."""
    layout = page.wheel.layout_now
    ring = layout.lanes[lane].arcs
    spot = layout.dial.spot(layout.dial.middle(day, day), ring.middle)
    return QPoint(round(spot.x), round(spot.y) + 8)


def drag(page: YearPage, start: QPoint, end: QPoint) -> None:
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(page.wheel, button, pos=start)
    for step in (0.2, 0.5, 0.8, 1.0):
        QTest.mouseMove(page.wheel, start + (end - start) * step)
    QTest.mouseRelease(page.wheel, button, pos=end)


def test_an_empty_company_is_shown_one_next_step(qtbot: QtBot, context: AppContext) -> None:
    page = shown(qtbot, context)
    page._empty.acted.emit()
    offered = dialog(page, OffersDialog)
    assert isinstance(offered, OffersDialog)
    titles = [row.offer.title for row in offered.rows]
    assert any(title.startswith("Quarterly review, ") for title in titles)
    assert "Campaign" in titles
    offered.rows[0].button.click()
    offered.rows[1].button.click()
    assert len(events(context.workspace)) == 2
    assert not offered.rows[0].button.isEnabled()
    offered.reject()
    assert page.wheel.isVisible()
    context.workspace.undo()
    assert len(events(context.workspace)) == 1


def test_an_arc_is_dragged_by_days_and_into_another_lane(
    page: YearPage, context: AppContext
) -> None:
    drag(page, point(page, date(2026, 3, 8), 2), point(page, date(2026, 3, 22), 2))
    (moved,) = events(context.workspace)
    assert (moved.start, moved.end) == (date(2026, 3, 16), date(2026, 3, 29))
    drag(page, point(page, date(2026, 3, 22), 2), point(page, date(2026, 3, 22), 1))
    (other,) = events(context.workspace)
    assert other.lane_id == lanes(context.workspace)[0].id
    assert other.start == moved.start
    context.workspace.undo()
    context.workspace.undo()
    assert events(context.workspace)[0].start == date(2026, 3, 2)


def test_an_end_is_dragged_to_lengthen(page: YearPage, context: AppContext) -> None:
    layout = page.wheel.layout_now
    (arc,) = layout.arcs
    edge = layout.dial.spot(arc.end - 2 / arc.ring.middle, arc.ring.middle)
    drag(
        page,
        QPoint(round(edge.x), round(edge.y) + 8),
        point(page, date(2026, 4, 14), 2),
    )
    (longer,) = events(context.workspace)
    assert longer.start == date(2026, 3, 2)
    assert date(2026, 4, 12) <= longer.end <= date(2026, 4, 16)


def test_the_beginning_is_dragged_and_one_day_stays(page: YearPage, context: AppContext) -> None:
    layout = page.wheel.layout_now
    (arc,) = layout.arcs
    edge = layout.dial.spot(arc.begin + 2 / arc.ring.middle, arc.ring.middle)
    here = QPoint(round(edge.x), round(edge.y) + 8)
    drag(page, here, point(page, date(2026, 6, 1), 2))
    (shorter,) = events(context.workspace)
    assert (shorter.start, shorter.end) == (date(2026, 3, 15), date(2026, 3, 15))


def test_escape_leaves_a_drag(page: YearPage, context: AppContext, fair: WheelEvent) -> None:
    start = point(page, date(2026, 3, 8), 2)
    QTest.mousePress(page.wheel, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.wheel, point(page, date(2026, 4, 8), 2))
    page.wheel.grab()  # with what is held
    QTest.keyClick(page.wheel, Key.Key_Escape)
    QTest.mouseRelease(page.wheel, Qt.MouseButton.LeftButton, pos=start)
    assert events(context.workspace) == [fair]
    assert not page.findChildren(EventDialog)


def test_a_name_beside_the_wheel_stands_for_its_event(page: YearPage) -> None:
    QTest.keyClick(page.wheel, Key.Key_Up)
    assert page.wheel.current is None
    (label,) = page.wheel.layout_now.labels
    edge = page.wheel.layout_now.column_edge(right=label.right)
    at = QPoint(round(edge) + (20 if label.right else -20), round(label.y) + 8 + 9)
    QTest.mouseMove(page.wheel, at)
    assert page.wheel.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(page.wheel, Qt.MouseButton.LeftButton, pos=at)
    assert page.wheel.current is not None
    QTest.mouseMove(page.wheel, point(page, date(2026, 3, 8), 2))
    assert page.wheel.cursor().shape() == Qt.CursorShape.OpenHandCursor


def test_what_cannot_be_saved_is_said_at_its_field(page: YearPage, context: AppContext) -> None:
    QTest.keyClick(page.wheel, Key.Key_Return)
    form = dialog(page, EventDialog)
    assert isinstance(form, EventDialog)
    form.end.setText("2026-02-30")
    form.on_confirmed()
    assert "not a date" in form.end.accessibleDescription()
    form.end.setText("2026-03-01")
    form.on_confirmed()
    assert "before the first" in form.end.accessibleDescription()
    form.start.setText("2028-02-29")
    form.start.editingFinished.emit()
    assert form.end.day() == date(2028, 3, 13)  # as long as before
    form.yearly.setChecked(True)
    assert "28th" in form.start.accessibleDescription()
    form.on_confirmed()
    page.head.now_button.click()
    assert page.head.year.text() == "2026"
    assert not page.shown.occurrences


def test_an_event_of_another_year_is_followed_there(page: YearPage) -> None:
    page.edit_button.click()
    form = dialog(page, EventDialog)
    assert isinstance(form, EventDialog)
    form.start.setText("2027-05-03")
    form.end.setText("2027-05-07")
    form.on_confirmed()
    assert page.shown.year.start == date(2027, 1, 1)
    assert page.selected_item() is not None
    page.delete_button.click()
    assert not page.shown.occurrences


def test_the_season_of_a_kpi_is_laid_around(page: YearPage, context: AppContext) -> None:
    kpi = save_kpi(context.workspace, Kpi(name="Orders"))
    first = Period(Cadence.MONTH, date(2023, 10, 1))
    months = [first.shift(n) for n in range(36)]
    values = {month: 300.0 if month.start.month == 12 else 100.0 for month in months}
    save_values(context.workspace, kpi.id or 0, values)
    page.refresh()
    plain = page.wheel.grab().toImage()
    page.head.season.set_value(kpi.id)
    page.head.season.chosen.emit(kpi.id)
    assert page.shown.season is not None
    assert len(page.shown.season.parts) == 12
    assert page.wheel.layout_now.season.outer > page.wheel.layout_now.season.inner
    assert page.wheel.grab().toImage() != plain
    assert "December 2026" in page._hint.text()


def test_an_empty_place_adds_there(page: YearPage, context: AppContext) -> None:
    QTest.mouseClick(page.wheel, Qt.MouseButton.LeftButton, pos=point(page, date(2026, 8, 12), 3))
    form = dialog(page, EventDialog)
    assert isinstance(form, EventDialog)
    assert form.lane.value == lanes(context.workspace)[2].id
    assert abs((form.start.day() or date.min) - date(2026, 8, 12)).days <= 2
    form.on_confirmed()
    assert form.isVisible()  # it has no name yet
    form.title.setText("Enkät")
    form.on_confirmed()
    assert [each.title for each in events(context.workspace)] == ["Mässa", "Enkät"]
    current = page.wheel.current
    assert current is not None
    assert current.event.title == "Enkät"


def test_a_double_click_changes_and_delete_can_be_undone(
    page: YearPage, context: AppContext
) -> None:
    QTest.mouseDClick(page.wheel, Qt.MouseButton.LeftButton, pos=point(page, date(2026, 3, 8), 2))
    form = dialog(page, EventDialog)
    assert isinstance(form, EventDialog)
    form.title.setText("Vårmässa")
    form.yearly.setChecked(True)
    form.end.setText("2026-03-20")
    form.on_confirmed()
    (changed,) = events(context.workspace)
    assert (changed.title, changed.yearly, changed.end) == ("Vårmässa", True, date(2026, 3, 20))
    QTest.keyClick(page.wheel, Key.Key_Delete)
    assert not events(context.workspace)
    context.workspace.undo()
    assert events(context.workspace) == [changed]


def test_arrows_walk_events_and_lanes(page: YearPage, context: AppContext) -> None:
    sales = lanes(context.workspace)[1].id or 0
    later = WheelEvent(lane_id=sales, title="Rea", start=date(2026, 6, 1), end=date(2026, 6, 5))
    save_event(context.workspace, later)
    page.refresh()
    QTest.keyClick(page.wheel, Key.Key_Right)
    assert page.wheel.current is not None
    assert page.wheel.current.event.title == "Rea"
    QTest.keyClick(page.wheel, Key.Key_Right)  # the last
    assert "Rea" in page.wheel.accessibleDescription()
    QTest.keyClick(page.wheel, Key.Key_Home)
    assert "Mässa, Sales: 2 Mar \N{EN DASH} 15 Mar" in page.wheel.accessibleDescription()
    QTest.keyClick(page.wheel, Key.Key_Down)
    assert page.wheel.current is None
    assert "nothing on 2 March 2026" in page.wheel.accessibleDescription()
    QTest.keyClick(page.wheel, Key.Key_N)
    form = dialog(page, EventDialog)
    assert isinstance(form, EventDialog)
    assert form.lane.value == lanes(context.workspace)[2].id
    assert form.start.day() == date(2026, 3, 2)


@pytest.mark.parametrize("view", ["wheel", "list"])
def test_alt_and_arrows_move_by_days_and_weeks(
    page: YearPage, context: AppContext, view: str
) -> None:
    page._on_view_chosen(view)
    page.head.view.set_value(view)
    page.refresh()
    page.show_item(events(context.workspace)[0].id)
    target = page.list.table if view == "list" else page.wheel
    for key, start in (
        (Key.Key_Right, date(2026, 3, 3)),
        (Key.Key_Down, date(2026, 3, 10)),
        (Key.Key_Left, date(2026, 3, 9)),
        (Key.Key_Up, date(2026, 3, 2)),
    ):
        QTest.keyClick(target, key, ALT)
        assert events(context.workspace)[0].start == start
    QTest.keyClick(target, Key.Key_Down, SHIFT)
    assert events(context.workspace)[0].end == date(2026, 3, 22)
    for _ in range(5):
        QTest.keyClick(target, Key.Key_Up, SHIFT)
    assert events(context.workspace)[0].end == date(2026, 3, 2)  # one day is left


def test_the_list_shows_all_kinds_with_weeks_and_is_filtered(
    page: YearPage, context: AppContext, said: Said
) -> None:
    goal = save_goal(
        context.workspace,
        Goal(statement="Fler kunder", start=date(2026, 9, 1), deadline=date(2026, 12, 18)),
    )
    page.head.view.set_value("list")
    page.refresh()
    table = page.list.table
    rows = [
        [table.model().index(row, column).data() for column in range(7)]
        for row in range(table.model().rowCount())
    ]
    assert [
        "March 2026",
        "w10\N{EN DASH}11",
        "2 Mar \N{EN DASH} 15 Mar",
        "Mässa",
        "Sales",
        "Other event",
        "",
    ] in rows
    assert ["December 2026", "w51", "18 Dec", "Fler kunder", "Goals", "A goal ends", ""] in rows
    assert any(row[5] == "Check-in" for row in rows)
    page.list.lane.set_value(GOALS)
    page.list.lane.chosen.emit(GOALS)
    assert all(row.mark is not None for row in table.rows())
    table.select_where(lambda row: row.mark is not None and row.mark.goal_id == goal.id)
    QTest.keyClick(table, Key.Key_Return)
    assert said.places == [("goals", goal.id)]


def test_another_year_is_chosen(page: YearPage) -> None:
    page.head.later_button.click()
    assert page.shown.year.start == date(2027, 1, 1)
    assert not page.shown.occurrences
    page.head.earlier_button.click()
    page.head.earlier_button.click()
    assert page.shown.year.start == date(2025, 1, 1)
    page.head.now_button.click()
    assert page.shown.year.start == date(2026, 1, 1)


def test_lanes_are_changed_and_removed_after_saying_so(page: YearPage, context: AppContext) -> None:
    page.lanes_button.click()
    form = dialog(page, LanesDialog)
    assert isinstance(form, LanesDialog)
    form.name.setText("Styrelsen")
    form.add_button.click()
    assert [row.name.text() for row in form.rows] == [
        "Marketing",
        "Sales",
        "Customer service",
        "Styrelsen",
    ]
    form.rows[3].up_button.click()
    form.rows[0].name.setText("Market")
    form.rows[0].name.editingFinished.emit()
    titles = [lane.name or lane.kind for lane in lanes(context.workspace)]
    assert titles == ["Market", "sales", "Styrelsen", "support"]
    form.rows[1].remove_button.click()  # sales, with the fair
    question = dialog(form, Question)
    assert isinstance(question, Question)
    question.accept()
    assert not events(context.workspace)
    assert len(lanes(context.workspace)) == 3
    context.workspace.undo()
    assert len(events(context.workspace)) == 1


def test_a_name_that_is_taken_is_said(page: YearPage, context: AppContext) -> None:
    add_lane(context.workspace, "Styrelsen")
    form = LanesDialog(page, context)
    form.open()
    form.rows[0].name.setText("styrelsen")
    form.rows[0].name.editingFinished.emit()
    assert "already" in form.fault.text()
    assert form.rows[0].name.text() == "Marketing"
    form.reject()


def test_a_file_to_read_only_can_be_walked_but_not_changed(
    qtbot: QtBot, context: AppContext, fair: WheelEvent
) -> None:
    path = context.workspace.path
    context.workspace.close()
    with Workspace.open(path, read_only=True, today=lambda: date(2026, 10, 5)) as workspace:
        page = shown(qtbot, AppContext(workspace=workspace, preferences=context.preferences))
        page.show_item(fair.id)
        for key in (Key.Key_Delete, Key.Key_N, Key.Key_Return):
            QTest.keyClick(page.wheel, key)
        QTest.keyClick(page.wheel, Key.Key_Right, ALT)
        drag(page, point(page, date(2026, 3, 8), 2), point(page, date(2026, 3, 22), 2))
        assert events(workspace) == [fair]
        assert not page.add_button.isVisible()
        assert not page.findChildren(EventDialog)
