"""A choice of cadence, for numbers that can be looked at in more than one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.core.names import name
from desktop.core.period import Cadence
from desktop.qtkit.wording import say, tr
from desktop.ui.widgets.segmented_control import SegmentedControl


class CadenceSwitch(SegmentedControl):
    """Out of sight while there is nothing to choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), name=tr("Cadence"), parent=parent)
        self.hide()

    def offer(self, cadences: Sequence[Cadence], chosen: Cadence) -> None:
        """Show the cadences that can be chosen; call it when the switch has its place."""
        self.set_options([(cadence, say(name(cadence))) for cadence in cadences], chosen)
        self.setVisible(len(cadences) > 1)
