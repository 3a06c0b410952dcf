"""PySide6's hook is still where we expect it."""

from __future__ import annotations

import subprocess
import sys

_TRY = """
import linecache, sys
from desktop.qtkit.quick_imports import quicken_imports
quicken_imports()
before = set(linecache.cache)
import desktop.core.series
read = [name for name in set(linecache.cache) - before if "desktop" in name]
sys.exit(len(read))
"""


def test_no_source_is_read_of_what_is_imported_after_pyside6() -> None:
    done = subprocess.run([sys.executable, "-c", _TRY], check=False)
    assert done.returncode == 0


def test_without_it_sources_are_read() -> None:
    """When this fails, PySide6 has changed and the workaround can go."""
    alone = _TRY.replace("quicken_imports()\n", "import PySide6.QtCore\n")
    done = subprocess.run([sys.executable, "-c", alone], check=False)
    assert done.returncode > 0
