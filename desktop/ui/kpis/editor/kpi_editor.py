"""The dialog that writes a KPI, new or known, as one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.core.advice import Advice, AdviceKind, Part
from desktop.core.faults import Fault
from desktop.core.kpi import Kpi
from desktop.qtkit.wording import say, tr
from desktop.services.company import company, people
from desktop.services.kpis import delete_kpi, kpis, save_kpi
from desktop.services.ready_kpis import save_ready_kpi, with_parts
from desktop.services.workspace import Workspace
from desktop.ui.advice.advice_panel import AdvicePanel
from desktop.ui.dialogs import Dialog, confirm
from desktop.ui.kpis.editor.conclusions import ConclusionsSection
from desktop.ui.kpis.editor.naming import NamingSection
from desktop.ui.kpis.editor.number import NumberSection
from desktop.ui.kpis.editor.periods import PeriodsSection
from desktop.ui.kpis.editor.place import PlaceSection
from desktop.ui.kpis.editor.section import KpiFields
from desktop.ui.kpis.ready_kpi_dialog import whole_library
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, Hairline, quiet_button

_WIDTH, _HEIGHT = 880, 680


class KpiEditor(Dialog):
    """``kpi_saved`` carries the KPI with its id; ``kpi_deleted`` tells that it is gone."""

    kpi_saved = Signal(object)
    kpi_deleted = Signal()

    def __init__(self, parent: QWidget | None, workspace: Workspace, kpi: Kpi) -> None:
        new = kpi.id is None
        super().__init__(
            parent,
            tr("New KPI") if new else kpi.name,
            confirm=tr("Add KPI") if new else tr("Save"),
            width=_WIDTH,
        )
        coming: list[Kpi] = []
        if new and kpi.key:  # one of the library; the parts of its formula come along
            kpi, coming = with_parts(workspace, kpi, whole_library())
        self._workspace = workspace
        self._kpi = kpi
        others = [other for other in kpis(workspace) if other.id != kpi.id]
        self.naming = NamingSection()
        self.number = NumberSection(company(workspace).currency)
        self.periods = PeriodsSection([*others, *coming])
        self.place = PlaceSection(people(workspace), others)
        self.conclusions = ConclusionsSection()
        sections = (self.naming, self.number, self.periods, self.place, self.conclusions)
        self._sections: tuple[KpiFields, ...] = sections
        self.advice = AdvicePanel(workspace, words=_action_here)
        self.advice.opened.connect(self.show_part)
        self._fault = Caption()
        self._fault.setStyleSheet(f"color: {palette().bad}")
        self._fault.hide()
        self.body.addWidget(self._scroller(sections), 1)
        self.body.addWidget(self._fault)
        self.resize(_WIDTH, _HEIGHT)
        self.advice.show_kpi(kpi.id)
        for section in self._sections:
            section.fill(kpi)
        self.number.unit_changed.connect(self.place.set_unit)
        if self.confirm_button is not None and workspace.read_only:
            self.confirm_button.setEnabled(False)
        self._archive: QPushButton | None = None
        if not new and not workspace.read_only:
            self._add_farewells()
        self.naming.name.setFocus()

    def _add_farewells(self) -> None:
        """Archiving keeps the values and takes the KPI out of the way; deleting is for mistakes."""
        archive = quiet_button(tr("Bring back") if self._kpi.archived else tr("Archive"), "archive")
        archive.clicked.connect(self._on_archive_clicked)
        self._archive = archive
        delete = quiet_button(tr("Delete"), "trash-2")
        delete.clicked.connect(self._on_delete_clicked)
        self.foot.insertWidget(0, archive)
        self.foot.insertWidget(1, delete)

    def _scroller(self, sections: Sequence[QWidget]) -> QScrollArea:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        layout.setSpacing(SPACE.LARGE)
        layout.addWidget(self.advice)
        for number, section in enumerate(sections):
            if number:
                layout.addWidget(Hairline())
            layout.addWidget(section)
        layout.addStretch(1)
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(content)
        self._scroll = scroller
        return scroller

    def show_part(self, advice: Advice) -> None:
        """Put the cursor where a piece of advice is followed."""
        if advice.place.part is Part.DEFINITION:
            field: QWidget = self.naming.definition
        elif advice.place.part is Part.LIBRARY:
            field = self.place.leading  # perhaps this one is meant otherwise
        elif advice.place.part is Part.ARCHIVE and self._archive is not None:
            field = self._archive
        elif advice.kind is AdviceKind.CAPACITY:
            field = self.place.capacity
        elif advice.kind is AdviceKind.NO_VALUES:
            field = self.place.source
        else:
            field = self.naming.name
        self._scroll.ensureWidgetVisible(field, 0, SPACE.PAGE)
        field.setFocus()

    def on_confirmed(self) -> None:
        for section in self._sections:
            row = section.wrong()
            if row is not None:
                self._scroll.ensureWidgetVisible(row)
                row.field.setFocus()
                return
        kpi = self._kpi
        for section in self._sections:
            kpi = section.read(kpi)
        self._save(kpi)

    def _save(self, kpi: Kpi) -> None:
        try:
            saved = self._saved(kpi)
        except Fault as fault:
            self._refuse(fault)
            return
        self.accept()
        self.kpi_saved.emit(saved)

    def _saved(self, kpi: Kpi) -> Kpi:
        if self._kpi.id is None and self._kpi.key:  # one of the library
            return save_ready_kpi(self._workspace, kpi, whole_library())
        return save_kpi(self._workspace, kpi)

    def _refuse(self, fault: Fault) -> None:
        self._fault.setText(say(fault.message))
        self._fault.show()

    def _on_archive_clicked(self) -> None:
        self._save(replace(self._kpi, archived=not self._kpi.archived))

    def _on_delete_clicked(self) -> None:
        text = tr("Its values go with it. You can undo this while the window is open.")
        title = tr("Delete {name}?", name=self._kpi.name)
        confirm(self, title, text, tr("Delete"), self._delete)

    def _delete(self) -> None:
        try:
            delete_kpi(self._workspace, self._kpi.id or 0)
        except Fault as fault:
            self._refuse(fault)
            return
        self.accept()
        self.kpi_deleted.emit()


def _action_here(_: Advice) -> str:
    """In the editor the place is at hand."""
    return tr("Show where")
