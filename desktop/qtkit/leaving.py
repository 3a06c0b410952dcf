"""The end of a process that has used Qt."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from PySide6.QtCore import QCoreApplication


def leave(code: int) -> NoReturn:
    """End the process with ``code``, when all that matters is written and closed.

    Qt ends in order, for it hands over what was copied to the clipboard.  Python does not take
    down its thousands of objects one by one first: that is slow, and where Qt's objects are
    destroyed in the wrong order, a crash.
    """
    app = QCoreApplication.instance()
    if app is not None:
        app.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a program without a console has none
            stream.flush()
    os._exit(code)
