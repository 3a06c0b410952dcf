"""The KPIs page: the table with the chart, or the grid for typing, or what to do first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.qtkit.wording import ntr, tr
from desktop.services.kpi_rows import KpiRow
from desktop.services.kpis import kpis
from desktop.services.ready_kpis import save_ready_kpis
from desktop.ui.context import AppContext, Command
from desktop.ui.kpis.editor.kpi_editor import KpiEditor
from desktop.ui.kpis.grid.typing_grid import TypingGrid
from desktop.ui.kpis.kpi_list import KpiList
from desktop.ui.kpis.kpi_views import TABLE, kpi_views
from desktop.ui.kpis.pane_head import KpiView
from desktop.ui.kpis.ready_kpi_dialog import LibraryDialog, ready_kpis, whole_library
from desktop.ui.page import Page
from desktop.ui.widgets import EmptyState, PageFrame, primary_button, secondary_button

if TYPE_CHECKING:
    from desktop.ui.kpis.form_dialog import Made, MakeForm

_NEW = "Ctrl+Shift+N"
_TYPE = "Ctrl+T"
_FIND = "Ctrl+F"


class KpisPage(Page):
    """Lasting measures: what they are, how they stand, and their values."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.list = KpiList(context)
        self.ways = kpi_views(context, self.list)
        self.ways.changed.connect(self._on_way_chosen)
        self.grid = TypingGrid(context)
        self._empty = EmptyState(
            "chart-line",
            tr("No KPIs yet"),
            tr(
                "A KPI is a number that tells how the business runs: sales, visits, new customers. "
                "It outlives the goals that use it. Import a spreadsheet and its columns become "
                "KPIs, or take one from the library."
            ),
            tr("Import a spreadsheet"),
            tr("New KPI"),
        )
        self._list_frame = PageFrame(
            tr("KPIs"),
            actions=self._list_actions(),
            scrolling=False,
        )
        self._list_frame.add(self.ways, 1)
        done = primary_button(tr("Back to the KPIs"), "arrow-left")
        done.clicked.connect(self.close_grid)
        self._grid_frame = PageFrame(
            tr("Type values"),
            tr("Each change is saved at once and can be undone."),
            [done],
            scrolling=False,
        )
        self._grid_frame.add(self.grid, 1)
        self._empty_frame = PageFrame(tr("KPIs"), scrolling=False)
        self._empty_frame.add(self._empty, 1)
        self._views = QStackedLayout(self)
        for view in (self._list_frame, self._grid_frame, self._empty_frame):
            self._views.addWidget(view)
        self.list.edit_wanted.connect(self._on_edit_wanted)
        self._empty.acted.connect(self._on_import_wanted)
        self._empty.acted_otherwise.connect(self.new_item)
        self._register()
        self.refresh()
        self.take_focus()  # otherwise the first button has the keyboard when the page is shown

    def _list_actions(self) -> list[QWidget]:
        glossary = secondary_button(tr("Glossary"), "file-text")
        glossary.clicked.connect(self.open_glossary)
        form = secondary_button(tr("Fill-in form …"), "file-spreadsheet")
        form.clicked.connect(self.ask_for_form)
        typing = secondary_button(tr("Type values"), "keyboard")
        typing.clicked.connect(self.open_grid)
        new = primary_button(tr("New KPI"), "plus")
        new.clicked.connect(self.new_item)
        for button in (typing, new):
            button.setEnabled(not self.context.workspace.read_only)
        return [glossary, form, typing, new]

    def _register(self) -> None:
        commands = [
            Command(tr("New KPI"), self.new_item, _NEW, "plus", tr("KPIs")),
            Command(tr("Type values"), self.open_grid, _TYPE, "keyboard", tr("KPIs")),
            Command(tr("Glossary"), self.open_glossary, "", "file-text", tr("KPIs")),
            Command(tr("Fill-in form"), self.ask_for_form, "", "file-spreadsheet", tr("KPIs")),
        ]
        self.context.commands.register(self, commands)
        for keys, slot in ((_NEW, self.new_item), (_TYPE, self.open_grid), (_FIND, self._find)):
            shortcut = QShortcut(QKeySequence(keys), self)  # while the page is on show
            shortcut.activated.connect(slot)

    def show_item(self, item_id: int | None) -> None:
        """Show the chart of one KPI."""
        if item_id is not None:
            self.close_grid()
            self._show_table()
            self.list.select(item_id)

    def show_part(self, part: str, item_id: int | None = None) -> None:
        """Show one of the ways to see the KPIs, or the links of one of them."""
        if part == KpiView.LINKS and item_id is not None:
            self.show_item(item_id)
            self.list.pane.show_view(KpiView.LINKS)
            return
        self.close_grid()
        self.ways.show_view(part)
        self.refresh()

    def take_focus(self) -> None:
        shown = self._views.currentWidget()
        if shown is self._empty_frame:
            self._empty.take_focus()
        elif shown is self._grid_frame:
            self.grid.view.setFocus()
        elif self.ways.view == TABLE:
            self.list.table.setFocus()
        else:
            self.ways.take_focus()

    def selected_item(self) -> int | None:
        return self.list.selected_id

    def new_item(self) -> None:
        """Choose a ready KPI or begin an own one."""
        workspace = self.context.workspace
        if workspace.read_only:
            return
        if not ready_kpis(workspace):
            self._edit(Kpi(name=""))
            return
        dialog = LibraryDialog(
            self, workspace, whole_library(), self.context.preferences, offer_set=True
        )
        dialog.kpi_chosen.connect(self._edit)
        dialog.set_chosen.connect(self._on_set_chosen)
        dialog.open()

    def ask_for_form(self) -> None:
        """Make a form for a colleague to fill in."""
        from desktop.ui.kpis.form_dialog import FormDialog

        dialog = FormDialog(self, self.context)
        dialog.wanted.connect(self._on_form_wanted)
        dialog.open()

    def open_glossary(self) -> None:
        """What the company's words mean."""
        from desktop.ui.kpis.glossary.glossary_dialog import GlossaryDialog

        dialog = GlossaryDialog(self, self.context)
        dialog.kpi_wanted.connect(self._on_kpi_wanted)
        dialog.open()

    def open_grid(self) -> None:
        """Type values of any KPI."""
        if self._views.currentWidget() is self._list_frame:
            self.grid.refresh()
            selected = self.list.selected_id
            if selected is not None:
                self.grid.show_cell(selected)
            self._views.setCurrentWidget(self._grid_frame)
            self.take_focus()

    def close_grid(self) -> None:
        """Back to the table and the chart."""
        if self._views.currentWidget() is self._grid_frame:
            self._views.setCurrentWidget(self._list_frame)
            self.refresh()
            self.take_focus()

    def refresh(self) -> None:
        if not kpis(self.context.workspace, archived=True):
            self._views.setCurrentWidget(self._empty_frame)
            return
        if self._views.currentWidget() is self._empty_frame:
            self._views.setCurrentWidget(self._list_frame)
        if self._views.currentWidget() is self._grid_frame:
            self.grid.refresh()
            return
        if self.ways.view == TABLE:
            self.list.refresh()
        self.ways.refresh()

    def _show_table(self) -> None:
        if self.ways.view != TABLE:
            self.ways.show_view(TABLE)
            self.refresh()

    def _on_way_chosen(self, _: str) -> None:
        self.refresh()

    def _edit(self, kpi: Kpi) -> None:
        editor = KpiEditor(self, self.context.workspace, kpi)
        editor.kpi_saved.connect(self._on_kpi_saved)
        editor.kpi_deleted.connect(self.refresh)
        editor.open()

    def _find(self) -> None:
        self._show_table()
        self.list.filter.search.setFocus()

    def _on_edit_wanted(self, row: KpiRow | None) -> None:
        if row is not None:
            self._edit(row.kpi)

    def _on_kpi_saved(self, kpi: Kpi) -> None:
        self._show_table()
        self.refresh()
        if kpi.id is not None and not kpi.archived:
            self.list.select(kpi.id)

    def _on_kpi_wanted(self, kpi_id: int) -> None:
        self.show_item(kpi_id)
        self.take_focus()

    def _on_set_chosen(self, chosen: Sequence[ReadyKpi]) -> None:
        try:
            saved = save_ready_kpis(self.context.workspace, chosen, whole_library())
        except Fault as fault:
            self.context.show_fault(fault)
            return
        self.refresh()
        self.take_focus()
        self.context.notify(ntr("{n} KPI added", "{n} KPIs added", len(saved)), "good")

    def _on_import_wanted(self) -> None:
        self.context.navigate("imports")

    def _on_form_wanted(self, work: MakeForm) -> None:
        label = tr("Writing {file}", file=work.path.name)
        self.context.run(label, work, done=self._on_form_made)

    def _on_form_made(self, made: Made) -> None:
        from desktop.ui.dialogs.saved_file import tell_saved

        self.context.workspace.announce(made.event)
        tell_saved(self.context.notify, made.path)
