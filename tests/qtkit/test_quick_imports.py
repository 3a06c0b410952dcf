"""PySide6's hooks are still where we expect them, and what waits comes when it is needed."""

from __future__ import annotations

import subprocess
import sys

_QUICKEN = "from desktop.qtkit.quick_imports import quicken_imports; quicken_imports()\n"

_READ_SOURCES = """
import linecache, sys
import PySide6.QtCore
before = set(linecache.cache)
import desktop.core.series
read = [name for name in set(linecache.cache) - before if "desktop" in name]
sys.exit(len(read))
"""
_WAITING = """
import sys
import PySide6.QtWidgets
sys.exit("pyside_type_init" in vars(sys.modules["shibokensupport.signature.parser"]))
"""
_DESCRIPTIONS = """
from PySide6.QtCore import QObject, QPoint, QTimer
print(QTimer.start.__doc__, QPoint.__init__.__doc__, QObject.setObjectName.__doc__)
try:
    QPoint("1", 2)
except TypeError as error:
    print(error)
try:
    QPoint(1, 2, sideways=3)
except Exception as error:
    print(type(error), error)
"""
_ALL_NAMES = """
from PySide6.QtWidgets import *
print(QLabel.__name__, QTreeView.__name__)
"""


def test_no_source_is_read_of_what_is_imported_after_pyside6() -> None:
    assert _run(_QUICKEN + _READ_SOURCES).returncode == 0


def test_without_it_sources_are_read() -> None:
    """When this fails, PySide6 has changed and this half of the workaround can go."""
    assert _run(_READ_SOURCES).returncode > 0


def test_what_describes_functions_waits() -> None:
    assert _run(_QUICKEN + _WAITING).returncode == 0


def test_without_it_descriptions_are_compiled_at_once() -> None:
    """When this fails, PySide6 has changed and this half of the workaround can go."""
    assert _run(_WAITING).returncode == 1


def test_functions_are_described_as_without_it() -> None:
    described = _run(_QUICKEN + _DESCRIPTIONS)
    assert described.returncode == 0
    assert "msec" in described.stdout
    assert "called with wrong argument types" in described.stdout
    assert described.stdout == _run(_DESCRIPTIONS).stdout


def test_all_names_of_a_module_can_be_imported() -> None:
    assert _run(_QUICKEN + _ALL_NAMES).stdout.split() == ["QLabel", "QTreeView"]


def _run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
