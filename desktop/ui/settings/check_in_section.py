"""How goals are followed up: how often, and whether the pulse is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from desktop.core.check_in import rhythm_names
from desktop.qtkit.wording import say, tr
from desktop.services.check_ins import rhythm
from desktop.services.settings import CHECK_IN_PULSE, CHECK_IN_RHYTHM, read, write
from desktop.ui.context import AppContext
from desktop.ui.settings.section import Section
from desktop.ui.widgets import Caption, FormRow, SegmentedControl


class CheckInSection(Section):
    """Every change is saved at once, as one step that can be undone."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Following up"), tr("When goals are checked in on, and what is asked."))
        self._workspace = context.workspace
        options = [(each.value, say(name)) for each, name in rhythm_names().items()]
        self.rhythm = SegmentedControl(options, name=tr("Check-ins"))
        self.rhythm.chosen.connect(self._on_rhythm_chosen)
        self.pulse = QCheckBox(tr("Ask for the pulse"))
        self.pulse.toggled.connect(self._on_pulse_toggled)
        self.add(FormRow(tr("Check-ins"), self.rhythm))
        self.add(self.pulse)
        self.add(
            Caption(
                tr(
                    "The pulse is three short questions to whoever checks in: whether they decide "
                    "enough themselves, can do what it takes, and carry the goal together with "
                    "others. People who can say yes to these keep at a goal longer. It is not "
                    "anonymous: the answers stand in this file with the name and the day, and "
                    "everybody who opens it can read them. Agree on that before you switch it on."
                )
            )
        )
        for field in (self.rhythm, self.pulse):
            field.setEnabled(not context.workspace.read_only)
        self.refresh()

    def refresh(self) -> None:
        """Show what the file says now."""
        self.rhythm.set_value(rhythm(self._workspace).value)
        self.pulse.blockSignals(True)
        self.pulse.setChecked(read(self._workspace, CHECK_IN_PULSE))
        self.pulse.blockSignals(False)

    def _on_rhythm_chosen(self, value: str) -> None:
        write(self._workspace, CHECK_IN_RHYTHM, value)

    def _on_pulse_toggled(self, on: bool) -> None:
        write(self._workspace, CHECK_IN_PULSE, on)
