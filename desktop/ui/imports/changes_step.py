"""The third step: exactly what would change."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import say, tr
from desktop.services.imports import ImportDraft, Preview, origin
from desktop.ui.imports.changes_table import ChangesTable
from desktop.ui.imports.changes_words import (
    known_words,
    overlap_words,
    summary_words,
)
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Banner, Caption, Label


class ChangesStep(QWidget):
    """Shows a preview; ``changes`` is how many values would be written."""

    def __init__(self, draft: ImportDraft, preview: Preview, preferences: Preferences) -> None:
        super().__init__()
        self.counts = preview.counts
        self.changes = self.counts.new + self.counts.changed
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        self.summary = Label(summary_words(self.counts), Text.TITLE, strong=True, wrap=True)
        like = origin(draft, self.counts)
        quiet = [] if like is None else [say(like)]
        quiet += [*overlap_words(preview), *known_words(draft, weighty=False)]
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(self.summary)
        for text in quiet:
            words.addWidget(Caption(text))
        layout.addLayout(words)
        changed = known_words(draft, weighty=True)
        if changed:
            changed.append(tr("Go back if another column is meant."))
        warnings = [*changed, *_warnings(preview)]
        if warnings:
            layout.addWidget(Banner("\n".join(warnings), "risk"))
        self.table = ChangesTable(preferences)
        self.table.set_preview(preview)
        layout.addWidget(self.table, 1)


def _warnings(preview: Preview) -> Iterator[str]:
    for part in preview.kpis:
        if part.problem is not None:
            yield tr("{kpi}: {why}", kpi=part.kpi.name, why=say(part.problem))
        elif part.remark is not None:
            yield say(part.remark)
