"""What the window says of new files in the watched folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.qtkit.wording import ntr, say, tr
from desktop.ui.widgets import Banner, quiet_button

if TYPE_CHECKING:
    from desktop.services.watched_folder import Offer

_LISTED = 3


class NewFilesBanner(Banner):
    """``acted`` is sent by Import, the others by the buttons beside it."""

    later_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, offers: Sequence[Offer]) -> None:
        super().__init__(_words(offers), "info", action=tr("Import"))
        self.later_button = quiet_button(tr("Later"))
        self.leave_button = quiet_button(ntr("Not this file", "Not these files", len(offers)))
        self.later_button.clicked.connect(self.later_wanted)
        self.leave_button.clicked.connect(self.leave_wanted)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.later_button)
            layout.addWidget(self.leave_button)


def _words(offers: Sequence[Offer]) -> str:
    """A line for each file, or the first of many."""
    listed = [say(offer.message) for offer in offers[:_LISTED]]
    more = len(offers) - len(listed)
    if more:
        listed.append(ntr("and {n} more file", "and {n} more files", more))
    return "\n".join(listed)
