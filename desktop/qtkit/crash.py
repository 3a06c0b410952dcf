"""What happens to a bug: one report that the user can copy, with nothing of the company's in it."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from desktop import __version__
from desktop.core.faults import Fault

# Their messages name parts of the program; those of others may quote the company's numbers.
_SAFE = (AttributeError, ImportError, NameError, NotImplementedError, TypeError)


def versions() -> str:
    """The versions that a fault may depend on, a line each."""
    import platform  # these are only needed when something has gone wrong
    import sqlite3

    return "\n".join(
        (
            f"Sikte {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, SQLite {sqlite3.sqlite_version}",
            f"{platform.system()} {platform.release()} {platform.machine()}",
        )
    )


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """The versions and where in the program it happened; no values and no folder names."""
    import traceback

    lines = [versions(), ""]
    for frame in traceback.extract_tb(trace):
        place = frame.filename.replace("\\", "/")
        package = place.rfind("/desktop/")
        name = place[package + 1 :] if package >= 0 else place.rsplit("/", 1)[-1]
        lines.append(f"  {name}:{frame.lineno} in {frame.name}")
    words = str(error) if isinstance(error, _SAFE) else "(left out: it may quote the file)"
    lines.append(f"{kind.__module__}.{kind.__qualname__}: {words}")
    return "\n".join(lines)


class CrashReporter(QObject):
    """Catches what nobody caught, on any thread, and sends ``reported`` on its own thread."""

    reported = Signal(str)
    fault_met = Signal(object)  # a Fault that no page caught: a sentence, not a bug
    _caught = Signal(str)
    _fault = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caught.connect(self.reported, Qt.ConnectionType.QueuedConnection)
        self._fault.connect(self.fault_met, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of the interpreter until :meth:`uninstall`."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Fault):
            self._fault.emit(error)
            return
        sys.__excepthook__(kind, error, trace)  # the whole of it, on the user's own terminal
        if not issubclass(kind, KeyboardInterrupt):
            self._caught.emit(report(kind, error, trace))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)
