"""What is shown of the selected KPI: its chart, its card, what moved it, or its links."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.kpi import Kpi
from desktop.core.message import Message
from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.kpis.kpi_chart import KpiChart
from desktop.ui.kpis.pane_head import KpiView, PaneHead, view_choice
from desktop.ui.theme import SPACE
from desktop.ui.widgets import SegmentedControl, quiet_button

if TYPE_CHECKING:
    from desktop.ui.kpis.breakdown.breakdown_view import BreakdownPanel
    from desktop.ui.kpis.card_view import CardView
    from desktop.ui.kpis.links.links_view import LinksPanel


_WIDE = 1320  # pixels: chart and card both have what they need
_BESIDE = 344


class KpiPane(QWidget):
    """``edit_wanted`` asks for the editor, ``kpi_wanted`` carries the id of another KPI to show.
    Card, breakdown and links are loaded when they are first chosen.  Where there is room the card
    stands beside the others as well."""

    edit_wanted = Signal()
    kpi_wanted = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._kpi: Kpi | None = None
        self._outdated: Message | None = None
        self.view = KpiView.CHART
        self._choices: list[SegmentedControl] = []
        self._heads: list[PaneHead] = []
        self.chart = KpiChart(context, [self._edit_button()], [self._choice()])
        self.card: CardView | None = None
        self.beside: CardView | None = None  # the card at the side of the other views
        self.breakdown: BreakdownPanel | None = None
        self.links: LinksPanel | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.WIDE)
        self._views = QStackedLayout()
        self._row.addLayout(self._views, 1)
        self._places: dict[KpiView, QWidget] = {KpiView.CHART: self.chart}
        self._views.addWidget(self.chart)
        self._room = QTimer(self)  # the page is painted before the card is loaded
        self._room.setSingleShot(True)
        self._room.setInterval(0)
        self._room.timeout.connect(self._use_room)

    def show_kpi(self, kpi: Kpi, outdated: Message | None = None) -> None:
        """Show a KPI in the view that is open."""
        self._kpi, self._outdated = kpi, outdated
        self._read()

    def show_view(self, view: KpiView) -> None:
        """Open a view of the KPI."""
        self.view = view
        if view is KpiView.CARD and self.card is None:
            self._add_card()
        if view is KpiView.BREAKDOWN and self.breakdown is None:
            self._add_breakdown()
        if view is KpiView.LINKS and self.links is None:
            self._add_links()
        for choice in self._choices:
            choice.set_value(view)
        self._read()
        self._views.setCurrentWidget(self._places[view])
        self._use_room()

    def _read(self) -> None:
        if self._kpi is None:
            return
        for head in self._heads:
            head.set_title(self._kpi.name)
        if self.view is KpiView.CHART:
            self.chart.show_kpi(self._kpi, self._outdated)
        elif self.view is KpiView.CARD and self.card is not None:
            self._fill(self.card, self._kpi)
        elif self.view is KpiView.LINKS and self.links is not None:
            self.links.show_kpi(self._kpi)
        elif self.breakdown is not None:
            self.breakdown.show_kpi(self._kpi)
        if self.beside is not None and not self.beside.isHidden():
            self._fill(self.beside, self._kpi)

    def _fill(self, card: CardView, kpi: Kpi) -> None:
        from desktop.services.kpi_cards import read_card

        card.show_card(read_card(self._context.workspace, kpi.id or 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room.start()

    def _use_room(self) -> None:
        """Put the card beside the other views, or take it away."""
        wide = self.width() >= _WIDE and self.view is not KpiView.CARD
        if wide and self.beside is None:
            from desktop.ui.kpis.card_view import CardView

            self.beside = CardView()
            self.beside.setFixedWidth(_BESIDE)
            self.beside.hide()
            self._row.addWidget(self.beside)
        if self.beside is None or wide != self.beside.isHidden():
            return
        self.beside.setVisible(wide)
        if wide and self._kpi is not None:
            self._fill(self.beside, self._kpi)

    def _choice(self) -> SegmentedControl:
        """The choice of view, for one more head."""
        choice = view_choice()
        choice.chosen.connect(self._on_view_chosen)
        self._choices.append(choice)
        return choice

    def _edit_button(self) -> QPushButton:
        edit = quiet_button(tr("Edit KPI"), "pencil")
        edit.clicked.connect(self.edit_wanted)
        return edit

    def _add_card(self) -> None:
        from desktop.ui.kpis.card_view import CardView

        self.card = CardView()
        copy = quiet_button(tr("Copy card"), "copy")
        copy.clicked.connect(self._on_copy_card_clicked)
        printer = quiet_button(tr("Print card …"), "printer")
        printer.clicked.connect(self._on_print_card_clicked)
        self._add(KpiView.CARD, self.card, copy, printer)

    def _add_breakdown(self) -> None:
        from desktop.ui.kpis.breakdown.breakdown_view import BreakdownPanel

        self.breakdown = BreakdownPanel(self._context)
        self.breakdown.part_wanted.connect(self.kpi_wanted)
        self.breakdown.edit_wanted.connect(self.edit_wanted)
        copy = quiet_button(tr("Copy table"), "copy")
        copy.clicked.connect(self._on_copy_table_clicked)
        self.breakdown.table_shown.connect(copy.setVisible)
        self._add(KpiView.BREAKDOWN, self.breakdown, copy)

    def _add_links(self) -> None:
        from desktop.ui.kpis.links.links_view import LinksPanel

        self.links = LinksPanel(self._context)
        self.links.kpi_wanted.connect(self.kpi_wanted)
        add = quiet_button(tr("Add link"), "plus")
        add.setEnabled(not self._context.workspace.read_only)
        add.clicked.connect(self.links.add)
        self._add(KpiView.LINKS, self.links, add)

    def _add(self, view: KpiView, content: QWidget, *actions: QWidget) -> None:
        edit, choice = self._edit_button(), self._choice()
        head = PaneHead([edit, *actions, choice])
        self._heads.append(head)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(head)
        layout.addWidget(content, 1)
        self._places[view] = holder
        self._views.addWidget(holder)
        for first, then in pairwise((edit, *actions, choice, content)):
            QWidget.setTabOrder(first, then)

    def _on_view_chosen(self, key: str) -> None:
        self.show_view(KpiView(key))
        self._hold_choice()
        # Again: an arrow key goes on to the option in the head that was left.
        QTimer.singleShot(0, self._hold_choice)

    def _hold_choice(self) -> None:
        """The keyboard stays on the choice of view, in the head now on show."""
        for choice in self._choices:
            if choice.isVisible():
                choice.focus_chosen()

    def _on_copy_card_clicked(self) -> None:
        if self.card is not None:
            self.card.copy()
            self._context.notify(tr("The card is copied; paste it anywhere."), "good")

    def _on_print_card_clicked(self) -> None:
        from desktop.services.sheet_card import card_sheet
        from desktop.ui.sheets.quick_paper import QuickPaper  # paper comes when it is wanted

        if self._kpi is None:
            return
        try:
            sheet = card_sheet(self._context.workspace, self._kpi.id or 0)
        except Fault as fault:  # it was deleted elsewhere
            self._context.show_fault(fault)
        else:
            QuickPaper(self, self._context).print_out([sheet])

    def _on_copy_table_clicked(self) -> None:
        if self.breakdown is not None:
            self.breakdown.copy()
            self._context.notify(tr("The table is copied; paste it into a spreadsheet."), "good")
