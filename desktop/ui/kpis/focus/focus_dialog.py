"""Chooses the one metric that matters now: the stage, the KPI, the line in the sand, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.core.faults import Fault
from desktop.core.focus import Focus, Stage
from desktop.core.focus_line import can_have_line, crossing_words, line_cadence, per_period
from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.names import name
from desktop.core.stage_guide import stage_guide
from desktop.qtkit.wording import say, tr
from desktop.services.company import company
from desktop.services.focus import (
    delete_focus,
    line_standing,
    offers,
    save_focus,
    save_focus_on_ready,
)
from desktop.services.workspace import Workspace
from desktop.ui.dialogs import Dialog
from desktop.ui.kpis.focus.offer_list import OfferList
from desktop.ui.kpis.ready_kpi_dialog import whole_library
from desktop.ui.widgets import Caption, FormRow, Label, NumberField, SegmentedControl, danger_button
from desktop.ui.widgets.date_field import DateField

_WIDTH, _HEIGHT = 720, 690


class FocusDialog(Dialog):
    """``focus`` is changed, or a new one begins at ``stage``; ``focus_saved`` carries it."""

    focus_saved = Signal(object)
    focus_deleted = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        workspace: Workspace,
        focus: Focus | None = None,
        stage: Stage = Stage.REVENUE,
    ) -> None:
        super().__init__(
            parent,
            tr("The one metric that matters now"),
            confirm=tr("Save") if focus else tr("This is what matters"),
            width=_WIDTH,
        )
        self._ws = workspace
        self._focus = focus
        home = company(workspace)
        self._currency, self._language = home.currency, home.language
        stage = focus.stage if focus else stage
        self.stages = SegmentedControl(
            [(each, say(name(each))) for each in Stage], stage, name=tr("Stage")
        )
        self.question = Label("", strong=True, wrap=True)
        self._text = Label("", soft=True, wrap=True)
        self.kpis = OfferList()
        self.line = NumberField()
        self._line_row = FormRow(tr("The line in the sand"), self.line)
        self.since = DateField(focus.since if focus else workspace.today())
        self.note = Caption("")
        self.why = QLineEdit(focus.why if focus else "")
        self.fault = Label("", wrap=True)
        self._lay_out()
        if focus is not None:
            self.line.set_value(focus.line)
            remove = danger_button(tr("Remove"), "trash-2")
            remove.clicked.connect(self._on_remove_clicked)
            self.foot.insertWidget(0, remove)
        self.stages.chosen.connect(self._on_stage_chosen)
        self.kpis.chosen.connect(self._show_kpi)
        self.line.textEdited.connect(self._show_note)
        self._show_stage()
        if focus is not None:
            self.kpis.choose(("own", focus.kpi_id))
        self.kpis.setFocus()

    def _lay_out(self) -> None:
        for widget in (self.stages, self.question, self._text):
            self.add(widget)
        self.add(self.kpis, 1)
        self.add_beside(self._line_row, FormRow(tr("Since"), self.since))
        self.add(self.note)
        self.add(FormRow(tr("Why this one, and why now"), self.why))
        self.add(self.fault)
        self.fault.hide()
        self.resize(_WIDTH, _HEIGHT)

    def on_confirmed(self) -> None:
        offer, since = self.kpis.offer, self.since.day()
        wrong = self._wrong()
        if offer is None or since is None or wrong:
            self._say_fault(wrong)
            return
        fresh = Focus(
            id=self._focus.id if self._focus else None,
            kpi_id=offer.id or 0 if isinstance(offer, Kpi) else 0,
            stage=Stage(self.stages.value),
            line=self.line.value() if self.line.isEnabled() else None,
            since=since,
            why=self.why.text().strip(),
        )
        try:
            if isinstance(offer, Kpi):
                saved = save_focus(self._ws, fresh)
            else:
                saved = save_focus_on_ready(self._ws, fresh, offer, whole_library())
        except Fault as fault:
            self._say_fault(say(fault.message))
            return
        self.accept()
        self.focus_saved.emit(saved)

    def _wrong(self) -> str:
        if self.kpis.offer is None:
            return tr("Choose a KPI.")
        if self.since.day() is None:
            return tr("Say since when it matters.")
        return self.line.fault_text() if self.line.isEnabled() else ""

    def _say_fault(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def _kpi(self) -> Kpi | None:
        """The chosen KPI, also where it is not in the company yet."""
        offer = self.kpis.offer
        if isinstance(offer, ReadyKpi):
            return offer.kpi(language=self._language, currency=self._currency)
        return offer

    def _show_stage(self) -> None:
        stage = Stage(self.stages.value)
        guide = stage_guide(stage)
        self.question.setText(say(guide.question))
        usual = tr("Usually measured: {metrics}", metrics=guide.metrics)
        self._text.setText(f"{say(guide.text)} {usual}")
        self.kpis.show_offers(offers(self._ws, stage, whole_library()), self._language)
        self._show_kpi()

    def _show_kpi(self) -> None:
        kpi = self._kpi()
        if kpi is None:
            return
        has_line = can_have_line(kpi)
        self.line.setEnabled(has_line)
        self.line.set_unit(kpi.unit, kpi.decimals)
        if has_line and not kpi.sums:
            hint = tr("The value at which you go on to the next stage.")
        elif has_line:
            per = per_period(line_cadence(kpi))
            hint = tr("The value {per} at which you go on to the next stage.", per=per)
        else:
            hint = tr("This KPI is to stay inside a band, so it has no line to cross.")
        self._line_row.set_hint(hint)
        self._show_note()

    def _show_note(self) -> None:
        """How the KPI stands to the line that is typed."""
        offer, line = self.kpis.offer, self.line.value()
        where = None
        if isinstance(offer, Kpi) and line is not None:
            where = line_standing(self._ws, offer.id or 0, line)
        self.note.setText(
            ""
            if where is None or not isinstance(offer, Kpi)
            else tr(
                "Newest: {value}. {standing}",
                value=offer.quantity(where.value),
                standing=crossing_words(offer, where, line_cadence(offer)),
            )
        )

    def _on_stage_chosen(self, _: str) -> None:
        self._show_stage()

    def _on_remove_clicked(self) -> None:
        if self._focus is not None:
            delete_focus(self._ws, self._focus.id or 0)
        self.accept()
        self.focus_deleted.emit()
