"""The links of the selected KPI: what leads it, what it leads, and what could."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.kpi import Kpi
from desktop.qtkit.wording import tr
from desktop.services.kpis import kpis
from desktop.services.links import (
    Link,
    LinkOffer,
    add_link,
    delete_link,
    links_of,
    set_lag,
    set_note,
)
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.kpis.links.link_row import LinkRow
from desktop.ui.kpis.links.offer_row import OfferRow
from desktop.ui.theme import SPACE
from desktop.ui.widgets import EmptyState, Label
from desktop.ui.widgets.scroller import Scroller


class LinksPanel(QWidget):
    """``kpi_wanted`` carries the id of a KPI to look at by itself.  Each change is one step."""

    kpi_wanted = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._kpi: Kpi | None = None
        self._may_change = not context.workspace.read_only
        self.rows: dict[int, LinkRow] = {}
        self.offers: list[OfferRow] = []
        self._led_by = _Part(tr("What leads it"))
        self._leads = _Part(tr("What it leads"))
        self._could = _Part(tr("Could lead it"))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE.SMALL, SPACE.SMALL)
        column.setSpacing(SPACE.MEDIUM)
        for part in (self._led_by, self._leads, self._could):
            column.addWidget(part)
        column.addStretch(1)
        self._scroller = Scroller(content)
        self._empty = EmptyState(
            "compass",
            tr("No links yet"),
            tr(
                "Visits today are orders next month: link a KPI to the one that follows it, with "
                "the lag that you expect. The history tests it, and a signal in the leading one "
                "warns the goal before the lagging one moves."
            ),
            tr("Add link") if self._may_change else "",
        )
        self._empty.acted.connect(self.add)
        self._views = QStackedLayout(self)
        self._views.addWidget(self._scroller)
        self._views.addWidget(self._empty)

    def show_kpi(self, kpi: Kpi) -> None:
        """Read and show; rows of links that are still there stay."""
        self._kpi = kpi
        found = links_of(self._context.workspace, kpi.id or 0)
        kept, self.rows = self.rows, {}
        self._led_by.show_rows([self._row(kept, link, led=True) for link in found.led_by])
        self._leads.show_rows([self._row(kept, link, led=False) for link in found.leads])
        before = self.offers
        self.offers = [OfferRow(each, may_change=self._may_change) for each in found.offers]
        for offer in self.offers:
            offer.accepted.connect(self._on_offer_accepted)
        self._could.show_rows(self.offers)
        for row in (*kept.values(), *before):
            row.hide()
            row.deleteLater()  # not now: it may be the one that asked for this
        some = self.rows or self.offers
        self._views.setCurrentWidget(self._scroller if some else self._empty)

    def add(self) -> None:
        """Ask for a link."""
        from desktop.ui.kpis.links.link_dialog import LinkDialog

        workspace = self._context.workspace
        if self._kpi is None or workspace.read_only:
            return
        if len(kpis(workspace)) < 2:
            self._context.notify(tr("It takes two KPIs to link them."), "info")
            return
        dialog = LinkDialog(self, workspace, self._kpi)
        dialog.linked.connect(self._on_linked)
        dialog.open()

    def _row(self, kept: dict[int, LinkRow], link: Link, *, led: bool) -> LinkRow:
        row = kept.get(link.id)
        if row is not None and row.led is led and _ends(row.link) == _ends(link):
            del kept[link.id]
            row.show_link(link)
            self.rows[link.id] = row
            return row
        row = LinkRow(link, led=led, may_change=self._may_change)
        row.lag_wanted.connect(self._on_lag_wanted)
        row.note_written.connect(self._on_note_written)
        row.delete_wanted.connect(self._on_delete_wanted)
        row.other_wanted.connect(self.kpi_wanted)
        self.rows[link.id] = row
        return row

    def _do(self, action: Callable[[], object], text: str) -> None:
        """Change the file, say so, and offer the way back."""
        try:
            action()
        except Fault as fault:
            self._context.show_fault(fault)
            return
        self._tell(text)

    def _tell(self, text: str) -> None:
        self._read()
        self._context.notify(text, "good", NoticeAction(tr("Undo"), self._context.workspace.undo))

    def _read(self) -> None:
        if self._kpi is not None:
            self.show_kpi(self._kpi)

    def _on_linked(self) -> None:
        self._tell(tr("The KPIs are linked."))

    def _on_offer_accepted(self, offer: LinkOffer) -> None:
        ends = (offer.leading.id or 0, offer.lagging.id or 0)
        self._do(
            lambda: add_link(self._context.workspace, *ends, offer.lag),
            tr("The KPIs are linked."),
        )

    def _on_lag_wanted(self, link: Link, lag: int) -> None:
        self._do(
            lambda: set_lag(self._context.workspace, link, lag), tr("The expected lag is changed.")
        )

    def _on_note_written(self, link: Link, note: str) -> None:
        self._do(lambda: set_note(self._context.workspace, link, note), tr("The note is saved."))

    def _on_delete_wanted(self, link: Link) -> None:
        self._do(lambda: delete_link(self._context.workspace, link.id), tr("The link is deleted."))


def _ends(link: Link) -> tuple[int | None, int | None]:
    return link.leading.id, link.lagging.id


class _Part(QWidget):
    """The links of one direction, under a name; hidden while there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.MEDIUM)
        self._column.addWidget(Label(title, strong=True))
        self.hide()

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        while self._column.count() > 1:
            self._column.takeAt(1)
        for row in rows:
            self._column.addWidget(row)
            row.show()
        self.setVisible(bool(rows))
