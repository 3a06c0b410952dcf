"""The frame of every dialog: a heading, a line, the content, and the buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Hairline, Heading, Label, primary_button, secondary_button


class Dialog(QDialog):
    """Subclass it, ``add`` the content, and ``open()`` it: it is modal, does not block the caller,
    answers by its signals, and is freed when it closes.

    The primary button calls :meth:`on_confirmed`, which by default accepts.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str = "",
        *,
        confirm: str = "",
        cancel: str | None = None,
        width: int = 520,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.confirm_button: QPushButton | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.MEDIUM)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(SPACE.SMALL)
        self.foot.addStretch(1)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.WIDE, SPACE.LARGE, SPACE.WIDE, SPACE.LARGE)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(Heading(title))
        if text:
            layout.addWidget(Label(text, soft=True, wrap=True))
        layout.addLayout(self.body, 1)
        layout.addWidget(Hairline())
        layout.addLayout(self.foot)

        if cancel is None:
            cancel = tr("Cancel") if confirm else tr("Close")
        self.cancel_button = secondary_button(cancel)
        self.cancel_button.clicked.connect(self.reject)
        self.foot.addWidget(self.cancel_button)
        if confirm:
            self.confirm_button = primary_button(confirm)
            self.confirm_button.setDefault(True)
            self.confirm_button.clicked.connect(self._on_confirm_clicked)
            self.foot.addWidget(self.confirm_button)

    def event(self, event: QEvent) -> bool:
        """Texts that break into more lines than Qt reckoned with are given their height."""
        grown = event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest)
        done = super().event(event)
        if grown and self.isVisible():  # other events may have freed it
            self._make_room()
        return done

    def _make_room(self) -> None:
        layout = self.layout()
        wanted = 0 if layout is None else layout.totalHeightForWidth(self.width())
        if self.height() < wanted:
            most = self.screen().availableGeometry().height()
            self.resize(self.width(), min(wanted, most))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put ``widget`` below what is there."""
        self.body.addWidget(widget, stretch)

    def add_beside(self, *widgets: QWidget) -> None:
        """Put widgets side by side below what is there, each as wide as the others."""
        row = QHBoxLayout()
        row.setSpacing(SPACE.MEDIUM)
        for widget in widgets:
            row.addWidget(widget, 1)
        self.body.addLayout(row)

    def on_confirmed(self) -> None:
        """What the primary button does; call ``accept()`` when all is well."""
        self.accept()

    def _on_confirm_clicked(self) -> None:
        self.on_confirmed()
