"""What a KPI has taught: what to stop, start, continue, do more of and do less of."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from desktop.core.kpi import Kpi
from desktop.qtkit.wording import tr
from desktop.ui.kpis.editor.section import Section
from desktop.ui.widgets import FormRow


class ConclusionsSection(Section):
    """One line for each; most KPIs have only some."""

    def __init__(self) -> None:
        super().__init__(
            tr("Conclusions"),
            tr("We measure in order to do something differently. What has this number led to?"),
        )
        self.stop, self.start, self.go_on = QLineEdit(), QLineEdit(), QLineEdit()
        self.more, self.less = QLineEdit(), QLineEdit()
        for label, field in (
            (tr("Stop doing"), self.stop),
            (tr("Start doing"), self.start),
            (tr("Keep doing"), self.go_on),
            (tr("Do more of"), self.more),
            (tr("Do less of"), self.less),
        ):
            self.add(FormRow(label, field))

    def fill(self, kpi: Kpi) -> None:
        self.stop.setText(kpi.conclude_stop)
        self.start.setText(kpi.conclude_start)
        self.go_on.setText(kpi.conclude_continue)
        self.more.setText(kpi.conclude_more)
        self.less.setText(kpi.conclude_less)
        for field in (self.stop, self.start, self.go_on, self.more, self.less):
            field.setCursorPosition(0)  # a long text is read from its beginning

    def read(self, kpi: Kpi) -> Kpi:
        return replace(
            kpi,
            conclude_stop=self.stop.text().strip(),
            conclude_start=self.start.text().strip(),
            conclude_continue=self.go_on.text().strip(),
            conclude_more=self.more.text().strip(),
            conclude_less=self.less.text().strip(),
        )
