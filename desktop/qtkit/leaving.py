"""The end of a process that has used Qt."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from PySide6.QtGui import QGuiApplication


def leave(code: int) -> NoReturn:
    """End the process with ``code``, when all that matters is written and closed.

    Nothing is taken down: object by object that is slow, and where Qt's are destroyed in the
    wrong order, a crash.  Only what was copied to the clipboard, Qt must hand over before.
    """
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication) and app.clipboard().ownsClipboard():
        app.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a program without a console has none
            stream.flush()
    os._exit(code)
