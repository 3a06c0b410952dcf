"""The row below a chart in which its layers are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.charts.layers import Layer, layer_name
from desktop.ui.theme import SPACE


class LayerRow(QWidget):
    """A box for each layer that the chart has anything of; ``chosen`` is sent when the reader
    ticks one; ``beside`` stands at the edge.  What is chosen stays while charts come and go."""

    chosen = Signal()

    def __init__(
        self, shown: Sequence[Layer] = tuple(Layer), beside: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self.setAccessibleName(tr("Shown in the chart"))
        self.boxes = {layer: QCheckBox(layer_name(layer)) for layer in Layer}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.MEDIUM)
        for layer, box in self.boxes.items():
            box.setChecked(layer in shown)
            box.clicked.connect(self.chosen)
            box.hide()
            row.addWidget(box)
        row.addStretch(1)
        for widget in beside:
            row.addWidget(widget)

    @property
    def shown(self) -> list[Layer]:
        """The layers that are ticked, whether the chart has them or not."""
        return [layer for layer, box in self.boxes.items() if box.isChecked()]

    def offer(self, layers: Sequence[Layer]) -> None:
        """Show the boxes of the layers that there are."""
        for layer, box in self.boxes.items():
            box.setVisible(layer in layers)
