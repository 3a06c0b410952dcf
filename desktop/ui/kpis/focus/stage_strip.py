"""The five stages in a row, with the one where the company is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.focus import Stage
from desktop.core.names import name
from desktop.qtkit.wording import say, tr
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Label


class StageStrip(QWidget):
    """``set_stage`` brings one out; the others stay soft, since nothing says that they are done."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.SMALL)

    def set_stage(self, stage: Stage) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, each in enumerate(Stage):
            if number:
                self._row.addWidget(
                    Label("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", soft=True)
                )
            here = each is stage
            label = Label(say(name(each)), Text.BODY, strong=here, soft=not here)
            if here:
                label.set_colour(palette().accent)
            self._row.addWidget(label)
        self._row.addStretch(1)
        self.setAccessibleName(tr("Stage: {stage}", stage=name(stage)))
