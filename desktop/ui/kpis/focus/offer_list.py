"""The KPIs that could be the one, under three heads: fitting, other, and ready ones."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.qtkit.wording import tr
from desktop.services.focus import Offers
from desktop.ui.theme import Text, font, palette

_ROLE = Qt.ItemDataRole.UserRole
_LEAST = 120  # pixels high


class OfferList(QListWidget):
    """``chosen`` tells that another one is chosen; ``offer`` is the KPI or :class:`ReadyKpi`."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("KPI"))
        self.setMinimumHeight(_LEAST)
        self.currentItemChanged.connect(self._on_current_changed)

    @property
    def offer(self) -> Kpi | ReadyKpi | None:
        """The one that is chosen."""
        item = self.currentItem()
        found: Kpi | ReadyKpi | None = None if item is None else item.data(_ROLE)
        return found

    def show_offers(self, offers: Offers, language: str) -> None:
        """Show them; what was chosen stays, if it is still there, and the first is otherwise."""
        before = _key(self.offer)
        self.blockSignals(True)
        self.clear()
        self._add(tr("Yours that fit this stage"), [(kpi.name, kpi) for kpi in offers.fitting])
        self._add(tr("Your other KPIs"), [(kpi.name, kpi) for kpi in offers.others])
        ready = [(each.names[language], each) for each in offers.ready]
        self._add(tr("From the library, with its definition and where to find the number"), ready)
        self.blockSignals(False)
        if not self.choose(before):
            self._choose_first()

    def choose(self, key: tuple[str, object]) -> bool:
        """Choose the own KPI ``("own", id)`` or the ready one ``("ready", id)``."""
        for number in range(self.count()):
            if _key(self.item(number).data(_ROLE)) == key != ("", None):
                self.setCurrentRow(number)
                self.scrollToItem(self.item(number))
                return True
        return False

    def _choose_first(self) -> None:
        for number in range(self.count()):
            if self.item(number).data(_ROLE) is not None:
                self.setCurrentRow(number)
                self.scrollToTop()
                return
        self.chosen.emit()

    def _add(self, head: str, offers: list[tuple[str, Kpi]] | list[tuple[str, ReadyKpi]]) -> None:
        if not offers:
            return
        title = QListWidgetItem(head)
        title.setFlags(Qt.ItemFlag.NoItemFlags)
        title.setFont(font(Text.SMALL))
        title.setForeground(QColor(palette().ink_soft))
        self.addItem(title)
        for text, offer in offers:
            item = QListWidgetItem(text)
            item.setData(_ROLE, offer)
            self.addItem(item)

    def _on_current_changed(self, *_: QListWidgetItem | None) -> None:
        self.chosen.emit()


def _key(offer: Kpi | ReadyKpi | None) -> tuple[str, object]:
    if offer is None:
        return "", None
    return ("own" if isinstance(offer, Kpi) else "ready"), offer.id
