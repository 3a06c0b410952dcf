"""The third step: exactly what would change."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import current, ntr, say, tr
from desktop.services.imports import ImportCounts, Preview
from desktop.ui.imports.changes_table import ChangesTable
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Banner, Label


class ChangesStep(QWidget):
    """Shows a preview; ``changes`` is how many values would be written."""

    def __init__(self, preview: Preview, preferences: Preferences, *, known: bool) -> None:
        super().__init__()
        counts = preview.counts
        self.changes = counts.new + counts.changed
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        words = summary_words(counts)
        if known and self.changes:
            words = tr("A file of a kind you have imported before. {what}", what=words)
        self.summary = Label(words, wrap=True)
        layout.addWidget(self.summary)
        for part in preview.kpis:
            if part.problem is not None:
                text = tr("{kpi}: {why}", kpi=part.kpi.name, why=say(part.problem))
                layout.addWidget(Banner(text, "risk"))
            elif part.remark is not None:
                layout.addWidget(Banner(say(part.remark), "risk"))
        self.table = ChangesTable(preferences)
        self.table.set_preview(preview)
        layout.addWidget(self.table, 1)


def summary_words(counts: ImportCounts) -> str:
    """What would happen, in a sentence."""
    if not counts.new + counts.changed:
        if counts.same:
            return ntr(
                "Nothing would change: the value of the file is there already.",
                "Nothing would change: all {n} values of the file are there already.",
                counts.same,
            )
        return tr("The file has no values that could be taken.")
    parts = []
    if counts.new:
        parts.append(ntr("{n} new value", "{n} new values", counts.new))
    if counts.changed:
        parts.append(ntr("{n} changed", "{n} changed", counts.changed))
    if counts.same:
        parts.append(ntr("{n} the same", "{n} the same", counts.same))
    if counts.rejected:
        parts.append(ntr("{n} cell not taken", "{n} cells not taken", counts.rejected))
    return f"{current().locale.createSeparatedList(parts)}."
