"""The editor of an activity, read as the sentence that it makes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.core.activity import Activity
from desktop.core.faults import Fault
from desktop.core.hypothesis import hypothesis, missing
from desktop.core.kpi import Kpi
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import say, tr
from desktop.services.activities import kpis_to_move, save_activity
from desktop.services.company import company, people
from desktop.services.goals import goal
from desktop.services.ideas import goals_to_serve
from desktop.services.workspace import Workspace
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, Choice, DateField, FormRow, Hairline, Label, NumberField

_WIDE = 720


class ActivityDialog(Dialog):
    """Each saving is one step that can be undone; ``saved`` carries the activity's id."""

    saved = Signal(int)

    def __init__(self, parent: QWidget | None, workspace: Workspace, activity: Activity) -> None:
        super().__init__(
            parent,
            tr("What we try") if activity.id is None else tr("Change what we try"),
            tr(
                "An activity is a guess at what will work. Written as a guess, it can be held "
                "against the numbers later, and kept or killed."
            ),
            confirm=tr("Save"),
            width=_WIDE,
        )
        self._workspace = workspace
        self._activity = activity
        self._kpis: dict[int | None, Kpi] = {}
        self.title = QLineEdit(activity.title)
        self.title.setMaxLength(120)
        self.title.setPlaceholderText(tr("For example: delivery time before the basket"))
        self.goal = Choice(self._goals(), activity.goal_id)
        self.kpi: Choice[int | None] = Choice()
        self.effect = NumberField(activity.effect)
        self.due = DateField(activity.due, optional=True)
        self.because = QLineEdit(activity.because)
        self.because.setPlaceholderText(tr("For example: many leave when it is shown too late"))
        self.start = DateField(activity.start)
        self.end = DateField(activity.end, optional=True)
        self.owner = Choice(self._owners(), activity.owner_id)
        money = Unit(UnitKind.CURRENCY, company(workspace).currency)
        self.cost = NumberField(activity.cost, money)
        self.sentence = Label("", wrap=True)
        self.lack = Caption()
        self._fault = Caption()
        self._fault.set_colour(palette().bad)
        self._fault.hide()
        self._lay_out()
        self._offer_kpis(activity.kpi_id)
        self._listen()
        self._show_sentence()
        self.title.setFocus()

    def activity(self) -> Activity:
        """The activity as it stands in the fields."""
        return replace(
            self._activity,
            title=self.title.text(),
            goal_id=self.goal.value,
            kpi_id=self.kpi.value,
            effect=self.effect.value(),
            due=self.due.day(),
            because=self.because.text(),
            start=self.start.day() or self._activity.start,
            end=self.end.day(),
            owner_id=self.owner.value,
            cost=self.cost.value(),
        )

    def on_confirmed(self) -> None:
        for field in (self.due, self.start, self.end):
            if not field.valid():
                self._say(tr("Write the day as year-month-day."), field)
                return
        for number in (self.effect, self.cost):
            if fault := number.fault_text():
                self._say(fault, number)
                return
        try:
            saved = save_activity(self._workspace, self.activity())
        except Fault as fault_found:
            self._say(say(fault_found.message), self.title)
            return
        self.accept()
        self.saved.emit(saved.id or 0)

    def _lay_out(self) -> None:
        self.add(FormRow(tr("If we try"), self.title))
        self.add(FormRow(tr("for the goal"), self.goal))
        claim = QHBoxLayout()
        claim.setSpacing(SPACE.MEDIUM)
        claim.addWidget(FormRow(tr("then this KPI"), self.kpi), 3)
        claim.addWidget(
            FormRow(tr("moves by"), self.effect, tr("With a minus if it shall fall.")), 2
        )
        claim.addWidget(FormRow(tr("by"), self.due, tr("Then: keep or kill?")), 2)
        self.body.addLayout(claim)
        self.add(FormRow(tr("because"), self.because))
        self.add(Hairline())
        self.add_beside(
            FormRow(tr("Starts"), self.start),
            FormRow(tr("Ends"), self.end, tr("Empty while it goes on.")),
            FormRow(tr("Who does it"), self.owner),
            FormRow(tr("Cost"), self.cost),
        )
        self.add(Hairline())
        self.add(self.sentence)
        self.add(self.lack)
        self.add(self._fault)

    def _listen(self) -> None:
        for field in (self.title, self.effect, self.due, self.because):
            field.textChanged.connect(self._show_sentence)
        self.kpi.currentIndexChanged.connect(self._on_kpi_changed)
        self.goal.chosen.connect(self._on_goal_chosen)

    def _offer_kpis(self, chosen: int | None) -> None:
        offered = kpis_to_move(self._workspace, self.goal.value)
        self._kpis = {each.id: each for each in offered}
        options: list[tuple[int | None, str]] = [(None, tr("No KPI yet"))]
        options += [(each.id, each.name) for each in offered]
        self.kpi.set_options(options, chosen)
        self._show_unit()

    def _show_unit(self) -> None:
        kpi = self._kpis.get(self.kpi.value)
        if kpi is None:
            self.effect.set_unit(Unit())
        else:
            self.effect.set_unit(kpi.unit, kpi.decimals)
        self.effect.setEnabled(kpi is not None)

    def _show_sentence(self) -> None:
        activity = self.activity()
        self.sentence.setVisible(bool(activity.title.strip()))
        self.sentence.setText(say(hypothesis(activity, self._kpis.get(activity.kpi_id))))
        lack = missing(activity)
        self.lack.setText("" if lack is None else say(lack))
        self.lack.setVisible(lack is not None)

    def _on_kpi_changed(self) -> None:
        if self.kpi.currentIndex() < 0:  # between two lists
            return
        if self.kpi.value is None:
            self.effect.set_value(None)
        self._show_unit()
        self._show_sentence()

    def _on_goal_chosen(self) -> None:
        self._offer_kpis(self.kpi.value)

    def _goals(self) -> list[tuple[int, str]]:
        """Those that are worked on, and the one that it hangs on already."""
        offered = goals_to_serve(self._workspace)
        own = self._activity.goal_id
        if own not in dict(offered):
            offered.append((own, goal(self._workspace, own).statement))
        return offered

    def _owners(self) -> list[tuple[int | None, str]]:
        return [
            (None, tr("Nobody yet")),
            *((person.id, person.name) for person in people(self._workspace)),
        ]

    def _say(self, text: str, where: QWidget) -> None:
        self._fault.setText(text)
        self._fault.show()
        where.setFocus()
