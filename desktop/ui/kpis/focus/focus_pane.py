"""The one metric that matters now, among the ways to see the KPIs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.focus import Focus, Stage
from desktop.core.focus_line import Crossing, crossing_words, per_period
from desktop.qtkit.wording import current, say, tr
from desktop.services.focus import (
    FocusView,
    begin_goal,
    current_focus,
    past_focuses,
    read_focus,
)
from desktop.ui.charts.chart_panel import ChartPanel
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.kpis.focus.focus_dialog import FocusDialog
from desktop.ui.kpis.focus.focus_side import FocusSide
from desktop.ui.kpis.focus.stage_strip import StageStrip
from desktop.ui.theme import SPACE
from desktop.ui.widgets import (
    Banner,
    Caption,
    EmptyState,
    Label,
    primary_button,
    quiet_button,
)


class FocusPane(QWidget):
    """Invites to choose one while there is none."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.view: FocusView | None = None
        may_change = not context.workspace.read_only
        self.empty = EmptyState(
            "target",
            tr("One number at a time"),
            tr(
                "A company that watches everything moves nothing. Choose the one KPI that matters "
                "most where you are now, and the value at which you go on to the next stage."
            ),
            tr("Choose what matters now") if may_change else "",
        )
        self.strip = StageStrip()
        self.change_button = quiet_button(tr("Change"), "pencil")
        self.next_button = primary_button(tr("Choose another"))
        for button in (self.change_button, self.next_button):
            button.setEnabled(may_change)
        self._standing = Label("", wrap=True)
        self._notes = Caption("")
        self.crossed = Banner(
            tr("The line is crossed and held: time for what matters next."),
            "good",
            action=tr("Choose what comes next") if may_change else "",
        )
        self.chart = ChartPanel()
        self.side = FocusSide(may_change=may_change)
        self._lay_out()
        self.empty.acted.connect(self._on_choose_clicked)
        self.change_button.clicked.connect(self._on_change_clicked)
        self.next_button.clicked.connect(self._on_choose_clicked)
        self.crossed.acted.connect(self._on_next_clicked)
        self.chart.picture_copied.connect(self._on_picture_copied)
        self.side.goal_wanted.connect(self._on_goal_wanted)
        self.side.goal_opened.connect(self._on_goal_opened)
        self.side.past_opened.connect(self._edit)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE.SMALL)
        head.addWidget(self.strip, 1)
        head.addWidget(self.change_button)
        head.addWidget(self.next_button)
        figure = QVBoxLayout()
        figure.setSpacing(SPACE.SMALL)
        figure.addWidget(self._standing)
        figure.addWidget(self._notes)
        figure.addWidget(self.chart, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.LARGE)
        row.addLayout(figure, 1)
        row.addWidget(self.side)
        self._known = QWidget()
        column = QVBoxLayout(self._known)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.MEDIUM)
        column.addLayout(head)
        column.addWidget(self.crossed)
        column.addLayout(row, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._known)

    def refresh(self) -> None:
        """Read the file again."""
        workspace = self._context.workspace
        focus = current_focus(workspace)
        if focus is None:
            self.view = None
            self._stack.setCurrentWidget(self.empty)
            return
        self.view = view = read_focus(workspace, focus)
        self.strip.set_stage(focus.stage)
        held = view.where is not None and view.where.crossing is Crossing.HELD
        self.crossed.setVisible(held)
        self._standing.setText(_standing(view))
        notes = _notes(view)
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        self.chart.set_subtitle(view.kpi.definition)
        empty = tr("No values yet. Type them, or import the file that they are in.")
        self.chart.show_series(view.chart, empty=empty)
        self.side.show_focus(view, past_focuses(workspace))
        self._stack.setCurrentWidget(self._known)

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""
        if self.view is None:
            self.empty.take_focus()
        else:
            self.change_button.setFocus()

    def _edit(self, focus: Focus | None, stage: Stage = Stage.REVENUE) -> None:
        dialog = FocusDialog(self, self._context.workspace, focus, stage)
        dialog.focus_saved.connect(self.refresh)
        dialog.focus_deleted.connect(self.refresh)
        dialog.open()

    def _on_choose_clicked(self) -> None:
        self._edit(None, self.view.focus.stage if self.view else Stage.EMPATHY)

    def _on_change_clicked(self) -> None:
        if self.view is not None:
            self._edit(self.view.focus)

    def _on_next_clicked(self) -> None:
        if self.view is not None:
            stages = list(Stage)
            at = stages.index(self.view.focus.stage)
            self._edit(None, stages[min(at + 1, len(stages) - 1)])

    def _on_goal_wanted(self) -> None:
        if self.view is None:
            return
        try:
            goal = begin_goal(self._context.workspace, self.view, _statement(self.view))
        except Fault as fault:
            self._context.show_fault(fault)
            return
        undo = NoticeAction(tr("Undo"), self._context.workspace.undo)
        self._context.notify(tr("A draft of the goal is begun."), "good", undo)
        self._context.navigate("goals", goal.id)

    def _on_goal_opened(self, goal_id: int) -> None:
        self._context.navigate("goals", goal_id)

    def _on_picture_copied(self) -> None:
        self._context.notify(tr("The picture is copied; paste it anywhere."), "good")


def _standing(view: FocusView) -> str:
    """The newest full period, the line, and how the one stands to the other."""
    focus, kpi, latest = view.focus, view.kpi, view.latest
    if latest is None:
        return tr("No full period with a value yet.")
    newest = tr(
        "Newest: {value} ({period}).", value=kpi.quantity(latest.value), period=latest.period
    )
    if focus.line is None or view.where is None:
        return newest + " " + tr("There is no line in the sand yet.")
    line = tr("The line is {line}.", line=_line(view, focus.line))
    return " ".join((newest, line, say(crossing_words(kpi, view.where, view.cadence))))


def _notes(view: FocusView) -> str:
    """Since when it matters, what is left out, and whether the numbers are old."""
    notes = [tr("It has mattered most since {day}.", day=view.focus.since)]
    if view.partial is not None:
        notes.append(
            tr("Left out, since it is not complete yet: {period}.", period=view.partial.period)
        )
    if view.outdated is not None:
        notes.append(say(view.outdated))
    return " ".join(notes)


def _statement(view: FocusView) -> str:
    """The goal in words, to be made better."""
    kpi, line = view.kpi, view.focus.line
    if line is None:
        return kpi.name
    return tr("{kpi}: {line}", kpi=kpi.name, line=_line(view, line))


def _line(view: FocusView, line: float) -> str:
    """What adds up is so much in a period; a rate or a level is not."""
    amount = current().quantity(view.kpi.quantity(line))
    return f"{amount} {say(per_period(view.cadence))}" if view.kpi.sums else amount
