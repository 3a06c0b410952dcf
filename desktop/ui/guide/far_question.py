"""How far: from where, to where, and what is compared."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from desktop.core.advice_capacity import aimed_by
from desktop.core.advice_target import TypedTarget
from desktop.core.goal import Comparison
from desktop.core.kpi import Better, Kpi
from desktop.core.names import name
from desktop.core.sitting_questions import Part, far_title, part_label
from desktop.qtkit.wording import say, tr
from desktop.services.raising import raised_from_words
from desktop.ui.advice.target_note import TargetNote
from desktop.ui.goals.reading import Aim, reading
from desktop.ui.guide.question import Question
from desktop.ui.guide.sketch import Sketch, shown
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, Choice, FormRow, Label, NumberField


class FarQuestion(Question):
    """Baseline, target and comparison of the number at ``place``, read back in a sentence."""

    def __init__(self, sketch: Sketch, place: int) -> None:
        self._place = place
        self._row = sketch.draft.key_results[place]
        kpi = sketch.kpi(self._row.kpi_id)
        self._kpi = kpi or Kpi(name="")
        super().__init__(sketch, say(far_title(self._kpi.name)), self._latest(sketch))
        unit, decimals = self._kpi.unit, self._kpi.decimals
        self.target = NumberField(self._row.target, unit, decimals)
        self.baseline = NumberField(self._row.baseline, unit, decimals)
        self.comparison = Choice(
            [(item, say(name(item))) for item in Comparison], self._row.comparison
        )
        self._baseline_row = FormRow(say(part_label(Part.BASELINE)), self.baseline)
        fields = QHBoxLayout()
        fields.setSpacing(SPACE.MEDIUM)
        fields.addWidget(self._baseline_row, 1)
        fields.addWidget(FormRow(say(part_label(Part.TARGET)), self.target), 1)
        self._reading = Label(wrap=True)
        self._reading.set_colour(palette().accent)
        if self._kpi.better is Better.BAND:
            self.add(Label(tr("The KPI has a band of its own; to stay inside it is the target.")))
        else:
            self.add(FormRow(tr("What counts"), self.comparison))
            self.body.addLayout(fields)
        self.add(self._reading)
        self._note = TargetNote(sketch.past)
        self.add(self._note)
        self._add_history(sketch)
        self.end()
        self.comparison.chosen.connect(self._on_comparison_chosen)
        for field in (self.target, self.baseline):
            field.textChanged.connect(self._on_changed)
        self._dress()

    def focus_first(self) -> None:
        if self._kpi.better is not Better.BAND:
            field = self.target if self.baseline.value() is not None else self.baseline
            (field if self._has_baseline else self.target).setFocus()

    def enter(self) -> bool:
        """From the baseline on to the target."""
        if self.baseline.hasFocus() and not self.baseline.fault_text():
            self.target.setFocus()
            self.target.selectAll()
            return True
        return False

    def fault(self) -> str:
        if self._kpi.better is Better.BAND:
            return ""
        wrong = self.target.fault_text()
        if self._has_baseline:
            wrong = wrong or self.baseline.fault_text()
        if not wrong and self.target.value() is None:
            wrong = tr("Write the number to reach.")
        return wrong

    @property
    def _has_baseline(self) -> bool:
        return self.comparison.value is Comparison.LEVEL

    def _latest(self, sketch: Sketch) -> str:
        latest = sketch.latest(self._row.kpi_id)
        if latest is None:
            if self._row.comparison is Comparison.LEVEL:
                return tr("There are no values yet, so write where it stands today.")
            return tr("There are no values yet.")
        value = self._kpi.quantity(latest.value)
        return tr("Latest: {value}, {period}.", value=value, period=latest.period)

    def _add_history(self, sketch: Sketch) -> None:
        if sketch.raised_from:
            words = raised_from_words(sketch.workspace, sketch.raised_from[0])
            self.add(Caption(say(words)))

    def _on_comparison_chosen(self) -> None:
        if self._has_baseline and self.baseline.value() is None:
            latest = self.sketch.latest(self._row.kpi_id)  # a level begins where it is
            self.baseline.set_value(None if latest is None else shown(self._kpi, latest.value))
        self._on_changed()

    def _on_changed(self) -> None:
        baseline = self.baseline.value() if self._has_baseline else None
        self._row = replace(
            self._row,
            comparison=self.comparison.value,
            baseline=baseline,
            target=self.target.value(),
        )
        self.sketch.put_result(self._place, self._row)
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        self._baseline_row.setVisible(self._has_baseline)
        goal = self.sketch.goal
        row = self._row
        text = reading(
            Aim(
                self._kpi,
                row.comparison,
                row.baseline,
                row.target,
                goal.start,
                goal.deadline,
                self.sketch.year_start,
            )
        )
        self._reading.setText(text)
        self._reading.setVisible(bool(text))
        self._note.judge(self._typed_target())

    def _typed_target(self) -> TypedTarget | None:
        """What can be held against the past; a KPI that is not made yet has none."""
        row, goal = self._row, self.sketch.goal
        if row.target is None or (row.kpi_id or 0) <= 0 or self._kpi.better is Better.BAND:
            return None
        return TypedTarget(
            kpi=self._kpi,
            comparison=row.comparison,
            target=row.target,
            start=goal.start,
            deadline=goal.deadline,
            year_start=self.sketch.year_start,
            owner_id=aimed_by(row, goal, self._kpi),
        )
