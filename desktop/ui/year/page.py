"""The page of the annual wheel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.period import Period
from desktop.core.wheel import WheelEvent
from desktop.core.wheel_days import Occurrence
from desktop.core.wheel_suggestions import Suggestion, suggestions
from desktop.core.wheel_year import Entry, WheelYear
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.wheel import delete_event, events, move_event, save_event, stretch_event
from desktop.services.wheel_year import seasonal_kpis, this_year, wheel_year
from desktop.ui.context import AppContext, Command, NoticeAction
from desktop.ui.dialogs.offers import Offer, OffersDialog
from desktop.ui.goals.printing import PrintButtons
from desktop.ui.page import Page
from desktop.ui.theme import SPACE
from desktop.ui.widgets import (
    Caption,
    EmptyState,
    PageFrame,
    danger_button,
    primary_button,
    quiet_button,
)
from desktop.ui.year.event_dialog import EventDialog
from desktop.ui.year.lanes_dialog import LanesDialog
from desktop.ui.year.wheel_legend import WheelLegend
from desktop.ui.year.wheel_view import WheelView
from desktop.ui.year.words import days, weeks
from desktop.ui.year.year_head import LIST, NO_SEASON, WHEEL, YearHead
from desktop.ui.year.year_list import YearList

_VIEW, _SEASON = "year/view", "year/season"
_NEW = timedelta(days=4)  # a new event is a working week until its days are typed


class YearPage(Page):
    """A fiscal year as a wheel or as a list; both show the same events and change them alike."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        workspace = context.workspace
        self._may_change = not workspace.read_only
        self._year: Period | None = None  # until another is chosen, the one of today
        self.shown: WheelYear = wheel_year(workspace)
        self.head = YearHead(context.preferences.choice(_VIEW, WHEEL))
        self.wheel = WheelView(self.shown, may_change=self._may_change)
        self.list = YearList(context.preferences, may_change=self._may_change)
        self.legend = WheelLegend()
        self._hint = Caption()
        self._empty = EmptyState(
            "calendar",
            tr("Nothing on the wheel yet"),
            tr(
                "The annual wheel puts campaigns, reviews and check-ins of marketing, sales and "
                "customer service on one circle, so that the whole company moves together."
            ),
            tr("See suggestions") if self._may_change else "",
            tr("Add an event yourself") if self._may_change else "",
        )
        self._stack = QStackedWidget()
        for view in (self.wheel, self.list, self._empty):
            self._stack.addWidget(view)
        self._lay_out()
        self._connect()
        self._register()
        self.refresh()
        self.take_focus()  # otherwise the first button has the keyboard

    def _lay_out(self) -> None:
        self.add_button = primary_button(tr("Add event"), "plus")
        self.add_button.setVisible(self._may_change)
        frame = PageFrame(tr("Year"), actions=[self.add_button], scrolling=False, parent=self)
        frame.body.setSpacing(SPACE.SMALL)
        frame.body.setContentsMargins(0, SPACE.SMALL, SPACE.PAGE, SPACE.SMALL)
        frame.add(self.head)
        frame.add(self._stack, 1)
        frame.add(self.legend)
        frame.add(self._hint)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.SMALL)
        self.edit_button = quiet_button(tr("Change"), "pencil")
        self.delete_button = danger_button(tr("Delete"), "trash-2")
        self.lanes_button = quiet_button(tr("Lanes"), "settings-2")
        self.suggestions_button = quiet_button(tr("Suggestions"), "compass")
        self.printing = PrintButtons(self.context, self._sheet, tr("Print the wheel …"))
        for button in (
            self.edit_button,
            self.delete_button,
            self.lanes_button,
            self.suggestions_button,
        ):
            button.setVisible(self._may_change)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.printing)
        frame.add(self._foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def _connect(self) -> None:
        self.head.stepped.connect(self._on_stepped)
        self.head.now_wanted.connect(self._on_now_wanted)
        self.head.view_chosen.connect(self._on_view_chosen)
        self.head.season_chosen.connect(self._on_season_chosen)
        self.wheel.current_changed.connect(self._show_current)
        self.wheel.edit_wanted.connect(self._edit)
        self.wheel.remove_wanted.connect(self._remove)
        self.wheel.goal_wanted.connect(self._on_goal_wanted)
        self.wheel.add_wanted.connect(self._add)
        self.wheel.moved.connect(self._on_moved)
        self.wheel.stretched.connect(self._on_stretched)
        self.list.table.row_selected.connect(self._on_row_selected)
        self.list.table.row_activated.connect(self._on_row_activated)
        self.list.table.add_wanted.connect(self.new_item)
        self.list.table.remove_wanted.connect(self._remove)
        self.list.table.moved.connect(self._on_moved)
        self.list.table.lengthened.connect(self._on_lengthened)
        self.list.filtered.connect(self._show_current)
        self._empty.acted.connect(self._on_suggestions_clicked)
        self._empty.acted_otherwise.connect(self.new_item)
        self.add_button.clicked.connect(self.new_item)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.lanes_button.clicked.connect(self._on_lanes_clicked)
        self.suggestions_button.clicked.connect(self._on_suggestions_clicked)

    def _register(self) -> None:
        if self._may_change:
            group = tr("Year")
            commands = (
                (tr("Lanes of the wheel"), self._on_lanes_clicked, "settings-2"),
                (tr("Suggested events"), self._on_suggestions_clicked, "compass"),
            )
            self.context.commands.register(
                self,
                [Command(title, run, icon=icon, group=group) for title, run, icon in commands],
            )

    # ------------------------------------------------------------------ what the window asks

    def refresh(self) -> None:
        """Read the file again; the same event stays the one that is stood on."""
        workspace = self.context.workspace
        known = seasonal_kpis(workspace)
        kpi_id = self._kpi_id()
        self.shown = wheel_year(workspace, self._year, kpi_id)
        now = self.shown.year == this_year(workspace)
        self.head.show_year(self.shown.year, known, kpi_id, is_now=now)
        self.wheel.show_year(self.shown)
        self.list.show_year(self.shown)
        goals = any(mark.named for mark in self.shown.marks)
        empty = not events(workspace) and not goals
        view = self._empty if empty else self.list if self.head.view.value == LIST else self.wheel
        self._stack.setCurrentWidget(view)
        for widget in (self.head, self._foot, self._hint):
            widget.setVisible(not empty)
        self.legend.setVisible(view is self.wheel)
        offered = len(suggestions(self.shown)) if self._may_change else 0
        self.suggestions_button.setVisible(offered > 0)
        self.suggestions_button.setText(" " + ntr("{n} suggestion", "{n} suggestions", offered))
        self._show_current()

    def take_focus(self) -> None:
        view = self._stack.currentWidget()
        if view is self._empty:
            self._empty.take_focus()
        else:
            (self.list.table if view is self.list else self.wheel).setFocus()

    def show_item(self, item_id: int | None) -> None:
        """Stand on an event, in the year on show."""
        if item_id is not None:
            self.wheel.stand_on_event(item_id)
            self.list.stand_on_event(item_id)

    def selected_item(self) -> int | None:
        here = self._current
        return None if here is None else here.event.id

    def new_item(self) -> None:
        """A new event where the keyboard stands; on the list in the lane that is shown."""
        lane_id, day = self.wheel.place
        if self._shows_list:
            row, wanted = self.list.table.current_row(), self.list.lane.value
            lane_id = wanted if wanted > 0 else lane_id
            day = day if row is None else max(row.start, self.shown.year.start)
        self._add(lane_id, day)

    # ------------------------------------------------------------------ what is shown

    @property
    def _shows_list(self) -> bool:
        return self._stack.currentWidget() is self.list

    @property
    def _current(self) -> Occurrence | None:
        return self.list.current if self._shows_list else self.wheel.current

    def _kpi_id(self) -> int:
        chosen = self.context.preferences.choice(_SEASON)
        return int(chosen) if chosen.isdigit() else NO_SEASON

    def _sheet(self) -> WheelYear:
        return wheel_year(self.context.workspace, self._year, self._kpi_id())

    def _show_current(self) -> None:
        here = self._current
        for button in (self.edit_button, self.delete_button):
            button.setEnabled(here is not None)
        said = [] if self._shows_list else [self.wheel.described(), self.wheel.hidden_words()]
        if not self._shows_list and self.shown.season is not None:
            said.append(f"{say(self.shown.season.said).rstrip('.')}.")
        if self._may_change and self._shows_list:
            said.append(
                tr(
                    "N adds, Enter changes, Delete removes; Alt and arrows move by days and weeks, "
                    "Shift and arrows lengthen."
                )
            )
        self._hint.setText(" ".join(part for part in said if part))

    # ------------------------------------------------------------------ changing

    def _do(self, action: Callable[[], object], told: str = "") -> None:
        try:
            action()
        except Fault as fault:
            self.context.show_fault(fault)
            return
        self.refresh()
        if told:
            undo = NoticeAction(tr("Undo"), self.context.workspace.undo)
            self.context.notify(told, "info", undo)

    def _add(self, lane_id: int, day: date) -> None:
        event = WheelEvent(lane_id=lane_id, title="", start=day, end=day + _NEW)
        self._open(Occurrence(event, event.start, event.end))

    def _edit(self, occurrence: Occurrence) -> None:
        self._open(occurrence)

    def _open(self, occurrence: Occurrence) -> None:
        dialog = EventDialog(self, self.context.workspace, occurrence)
        dialog.saved.connect(self._on_saved)
        dialog.delete_wanted.connect(self._remove)
        dialog.open()

    def _remove(self, occurrence: Occurrence) -> None:
        told = tr("The event is deleted.")
        if occurrence.event.yearly:
            told = tr("The event is deleted, in all years.")
        event_id = occurrence.event.id or 0
        self._do(lambda: delete_event(self.context.workspace, event_id), told)

    # ------------------------------------------------------------------ slots

    def _on_saved(self, event: WheelEvent) -> None:
        if not event.yearly and (
            event.end < self.shown.year.start or event.start > self.shown.year.end
        ):
            self._year = _year_of(self.shown.year, event.start)
        self.refresh()
        self.show_item(event.id)
        self.take_focus()

    def _on_moved(self, occurrence: Occurrence, days: int, lane_id: int) -> None:
        self._do(lambda: move_event(self.context.workspace, occurrence, days, lane_id))

    def _on_stretched(self, occurrence: Occurrence, start: date, end: date) -> None:
        self._do(lambda: stretch_event(self.context.workspace, occurrence, start, end))

    def _on_lengthened(self, occurrence: Occurrence, days: int) -> None:
        end = max(occurrence.end + timedelta(days=days), occurrence.start)
        self._on_stretched(occurrence, occurrence.start, end)

    def _on_row_selected(self, _: Entry | None) -> None:
        self._show_current()

    def _on_row_activated(self, row: Entry) -> None:
        if row.occurrence is not None and self._may_change:
            self._edit(row.occurrence)
        elif row.mark is not None and row.mark.goal_id is not None:
            self._on_goal_wanted(row.mark.goal_id)

    def _on_goal_wanted(self, goal_id: int) -> None:
        self.context.navigate("goals", goal_id)

    def _on_edit_clicked(self) -> None:
        here = self._current
        if here is not None:
            self._edit(here)

    def _on_delete_clicked(self) -> None:
        here = self._current
        if here is not None:
            self._remove(here)

    def _on_stepped(self, step: int) -> None:
        self._year = self.shown.year.shift(step)
        self.refresh()

    def _on_now_wanted(self) -> None:
        self._year = None
        self.refresh()

    def _on_view_chosen(self, view: str) -> None:
        self.context.preferences.remember_choice(_VIEW, view)
        here = self.wheel.current if view == LIST else self.list.current
        self.refresh()
        if here is not None:
            self.show_item(here.event.id)
        self.take_focus()

    def _on_season_chosen(self, kpi_id: int) -> None:
        self.context.preferences.remember_choice(_SEASON, str(kpi_id))
        self.refresh()

    def _on_lanes_clicked(self) -> None:
        dialog = LanesDialog(self, self.context)
        dialog.finished.connect(self._on_lanes_closed)
        dialog.open()

    def _on_lanes_closed(self, _: int) -> None:
        self.refresh()

    def _on_suggestions_clicked(self) -> None:
        dialog = OffersDialog(
            self,
            tr("Suggested events"),
            tr("Add the ones that suit you; name, days and lane can be changed afterwards."),
            [_offer(each) for each in suggestions(self.shown)],
            do=tr("Add to the wheel"),
            done=tr("Added"),
        )
        dialog.accepted.connect(self._on_accepted)
        dialog.open()

    def _on_accepted(self, suggestion: Suggestion) -> None:
        lanes = self.shown.lanes
        lane = next((each for each in lanes if each.kind is suggestion.lane), lanes[0])
        event = WheelEvent(
            lane_id=lane.id or 0,
            title=say(suggestion.title),
            kind=suggestion.kind,
            start=suggestion.start,
            end=suggestion.end,
        )
        self._do(lambda: save_event(self.context.workspace, event))


def _year_of(like: Period, day: date) -> Period:
    """The fiscal year of a day."""
    return Period.containing(like.cadence, day, like.start.month)


def _offer(suggestion: Suggestion) -> Offer:
    """A suggested event, to be accepted."""
    title, when = say(suggestion.title), days(suggestion.start, suggestion.end)
    line = f"{when}, {weeks(suggestion.start, suggestion.end)}"
    return Offer(suggestion, title, line, say(suggestion.why), f"{title}, {when}")
