"""What a key result's target was before, until when and why; and why it is changed now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.core.former_plan import FormerPlan
from desktop.core.kpi import Kpi
from desktop.qtkit.wording import tr
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, FormRow

_LONGEST = 200  # letters of a reason: a line on paper


class TargetChange(QWidget):
    """The target log, a line a change, and a field for the reason of one that is being made."""

    def __init__(self, log: Sequence[FormerPlan], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = tuple(log)
        self._words = Caption()
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self.row = FormRow(
            tr("Why is it changed?"),
            self.field,
            tr("Not required. It stands beside the first target, here and on the goal's sheet."),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(self._words)
        layout.addWidget(self.row)
        self.show_change(None, None, changing=False)

    def show_change(self, kpi: Kpi | None, target: float | None, *, changing: bool) -> None:
        """Show the log of the key result in the units of ``kpi`` (``None``: another KPI is chosen,
        which has no log) with ``target`` in force now; ask for a reason while it is
        ``changing``."""
        lines = [] if kpi is None else _lines(self._log, kpi, target)
        self._words.setText("\n".join(lines))
        self._words.setVisible(bool(lines))
        self.row.setVisible(changing)
        self.setVisible(bool(lines) or changing)

    @property
    def words(self) -> str:
        """The log as it is read."""
        return self._words.text()

    @property
    def reason(self) -> str:
        """Why it is changed; empty where it is not."""
        return "" if self.row.isHidden() else self.field.text().strip()


def _lines(log: Sequence[FormerPlan], kpi: Kpi, target: float | None) -> list[str]:
    lines = []
    targets = [*(each.target for each in log), target]
    for number, (each, (before, after)) in enumerate(zip(log, pairwise(targets), strict=True)):
        if before is None:
            continue
        amount = kpi.quantity(before)
        if before == after:
            line = tr("Until {day} with another plan: {target}.", target=amount, day=each.until)
        elif number:
            line = tr("Then, until {day}: {target}.", target=amount, day=each.until)
        else:
            line = tr("First target, until {day}: {target}.", target=amount, day=each.until)
        if each.reason:
            line = tr("{line} Changed because: {reason}", line=line, reason=each.reason)
        lines.append(line)
    return lines
