"""The dialogs of growth loops: a new one, another name, and a step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop.core.faults import Fault
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.loop_examples import ExampleLoop, read_loops
from desktop.core.resources import resource
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.company import company
from desktop.services.kpis import kpis
from desktop.services.loops import begin_loop, lacking, save_loop
from desktop.services.workspace import Workspace
from desktop.ui.dialogs import Dialog
from desktop.ui.kpis.ready_kpi_dialog import whole_library
from desktop.ui.widgets import Caption, Choice, FormRow, Label


class NewLoopDialog(Dialog):
    """Begins with an example or with an empty ring; ``loop_made`` carries the saved loop."""

    loop_made = Signal(object)

    def __init__(self, parent: QWidget | None, workspace: Workspace) -> None:
        super().__init__(
            parent,
            tr("New growth loop"),
            tr("Begin with a loop that many companies have, and make it yours."),
            confirm=tr("Draw it"),
        )
        self._ws = workspace
        path = resource("growth_loops", "loops.toml")
        self._examples = {each.key: each for each in read_loops(path, company(workspace).language)}
        options = [(each.key, each.name) for each in self._examples.values()]
        self.examples: Choice[str] = Choice([*options, ("", tr("An empty ring"))])
        self._text = Label("", wrap=True)
        self._ring = Caption("")
        self.name = QLineEdit()
        self._name_row = FormRow(tr("Name"), self.name)
        self.add_kpis = QCheckBox()
        self.add(FormRow(tr("Begin with"), self.examples))
        for widget in (self._text, self._ring, self._name_row, self.add_kpis):
            self.add(widget)
        self.examples.chosen.connect(self._on_example_chosen)
        self._show()

    @property
    def _example(self) -> ExampleLoop | None:
        return self._examples.get(self.examples.value)

    def _show(self) -> None:
        example = self._example
        self._name_row.setVisible(example is None)
        self._text.setText(
            tr("You add the steps yourself, each with a KPI or a title.")
            if example is None
            else example.text
        )
        names = [] if example is None else [step.title for step in example.steps]
        self._ring.setText(" → ".join([*names, names[0]] if names else []))
        missing = () if example is None else lacking(self._ws, example, whole_library())
        self.add_kpis.setVisible(bool(missing))
        words = ntr(
            "Add the {n} KPI that you do not have yet",
            "Add the {n} KPIs that you do not have yet",
            len(missing),
        )
        self.add_kpis.setText(words)
        self.add_kpis.setChecked(False)

    def on_confirmed(self) -> None:
        example = self._example
        try:
            if example is None:
                made = save_loop(self._ws, GrowthLoop(name=self.name.text()), [])
            else:
                add = self.add_kpis.isChecked()
                made = begin_loop(self._ws, example, whole_library(), add_kpis=add)
        except Fault as fault:
            self._name_row.set_error(say(fault.message))
            return
        self.accept()
        self.loop_made.emit(made)

    def _on_example_chosen(self, _: str) -> None:
        self._show()


class RenameDialog(Dialog):
    """``named`` carries the new name."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None, name: str) -> None:
        super().__init__(parent, tr("Rename the growth loop"), confirm=tr("Rename"))
        self.name = QLineEdit(name)
        self._row = FormRow(tr("Name"), self.name)
        self.add(self._row)
        self.name.selectAll()

    def on_confirmed(self) -> None:
        if not self.name.text().strip():
            self._row.set_error(tr("A growth loop needs a name."))
            return
        self.accept()
        self.named.emit(self.name.text())


class StepDialog(Dialog):
    """``step_chosen`` carries the step with its KPI or its title."""

    step_chosen = Signal(object)

    def __init__(self, parent: QWidget | None, workspace: Workspace, step: LoopStep) -> None:
        super().__init__(parent, tr("Step of the growth loop"), confirm=tr("Save"))
        self._step = step
        known = kpis(workspace, archived=True)
        shown = [each for each in known if not each.archived or each.id == step.kpi_id]
        options: list[tuple[int | None, str]] = [(each.id, each.name) for each in shown]
        none = (None, tr("No KPI, only a title"))
        self.kpi: Choice[int | None] = Choice([none, *options], step.kpi_id)
        self.title = QLineEdit(step.title)
        self._row = FormRow(tr("Title"), self.title, tr("Without a KPI no conversion is shown."))
        self.add(FormRow(tr("KPI"), self.kpi))
        self.add(self._row)
        self.kpi.chosen.connect(self._on_kpi_chosen)
        self._on_kpi_chosen(self.kpi.value)

    def on_confirmed(self) -> None:
        title, kpi_id = self.title.text().strip(), self.kpi.value
        if kpi_id is None and not title:
            self._row.set_error(tr("A step needs a KPI or a title."))
            return
        self.accept()
        self.step_chosen.emit(replace(self._step, kpi_id=kpi_id, title=title))

    def _on_kpi_chosen(self, kpi_id: int | None) -> None:
        self._row.setVisible(kpi_id is None)
