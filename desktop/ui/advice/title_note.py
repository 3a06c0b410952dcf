"""What stands below a goal's title while it is typed: that it is long, or in jargon."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.core.advice_titles import title_notes
from desktop.qtkit.wording import say
from desktop.services.advice import title_words
from desktop.services.workspace import Workspace
from desktop.ui.theme import palette
from desktop.ui.widgets import Caption

_PAUSE = 250  # milliseconds without a key before a title is judged


class TitleNote(Caption):
    """``judge`` takes what stands in the field after every key; what is said follows once the
    typing pauses.  Hidden while there is nothing to say."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._workspace = workspace
        self._title = self._known = ""
        self.set_colour(palette().risk)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._judge)
        self.hide()

    def set_known(self, title: str) -> None:
        """This title is in the file: the advice on the goal speaks of it, or was dismissed."""
        self._known = title
        self.judge(title)

    def judge(self, title: str) -> None:
        """Judge this title soon; a known or an empty one says nothing at once."""
        self._title = " ".join(title.split())
        if self._title in ("", self._known):
            self._pause.stop()
            self.hide()
        else:
            self._pause.start()

    def _judge(self) -> None:
        found = title_notes(self._title, title_words(self._workspace))
        self.setText("\n".join(say(message) for message in found))
        self.setVisible(bool(found))
