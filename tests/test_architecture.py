"""Who may import what: one rule for each row of the table in ARCHITECTURE.md."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGE = CHECKOUT / "desktop"

# Besides itself and the standard library; a name covers everything below it.
MAY_IMPORT = {
    "core": {"numpy"},
    "store": {"desktop.core", "sqlite_utils"},
    "importing": {"desktop.core", "openpyxl", "python_calamine", "defusedxml"},
    "exporting": {"desktop.core", "openpyxl"},
    "services": {"desktop.core", "desktop.store", "desktop.importing", "desktop.exporting"},
    "sheets": {
        "desktop.core",
        "PySide6.QtCore",
        "PySide6.QtGui",
        "PySide6.QtSvg",
        "PySide6.QtPrintSupport",
    },
    "qtkit": {
        "desktop.core",
        "desktop.services",
        "PySide6.QtCore",
        "PySide6.QtGui",
        "shibokensupport",  # a part of PySide6
    },
    "ui": {
        "desktop.core",
        "desktop.services",
        "desktop.qtkit",
        "desktop.sheets",
        "PySide6.QtCore",
        "PySide6.QtGui",
        "PySide6.QtWidgets",
        "PySide6.QtSvg",
        "PySide6.QtPrintSupport",
        "shiboken6",
    },
    "ui/charts": {"pyqtgraph", "numpy"},  # besides what ui may
    "commands": {
        "click",
        "desktop.app",  # the one that opens the window
        "desktop.core",
        "desktop.importing",
        "desktop.services",
        "desktop.qtkit",
        "desktop.sheets",
        "PySide6.QtCore",
        "PySide6.QtGui",
    },
}
# The rooms of importing, and which others each may enter; cells are everybody's.
ROOMS = {
    "values": set[str](),
    "reading": {"values"},
    "tables": {"values"},
    "own": {"values", "tables"},
    "ledgers": {"values", "tables", "reading"},
    "figures": {"values", "tables"},
    "matching": {"values", "tables", "figures"},
}
ROOTS = {"__init__.py", "__main__.py", "app.py", "cli.py"}  # they put the parts together
HEAVY = {"numpy", "pyqtgraph", "openpyxl", "python_calamine"}


def imports(source: str, module: str) -> Iterator[str]:
    """Everything that ``source`` imports: in functions, under TYPE_CHECKING, relative."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = module.split(".")[: -node.level] if node.level else []
            start = ".".join([*parents, *([node.module] if node.module else [])])
            yield from (f"{start}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Call) and _imports_by_name(node):
            yield str(ast.literal_eval(node.args[0]))


def _imports_by_name(call: ast.Call) -> bool:
    return (
        ast.unparse(call.func) in {"__import__", "import_module", "importlib.import_module"}
        and bool(call.args)
        and isinstance(call.args[0], ast.Constant)
    )


def covered(imported: str, allowed: set[str]) -> bool:
    return any(imported == name or imported.startswith(f"{name}.") for name in allowed)


def is_standard(imported: str) -> bool:
    return imported.split(".")[0] in sys.stdlib_module_names


def breaches(package: str, allowed: set[str]) -> list[str]:
    """The imports of a package's own modules that its row does not allow."""
    found = []
    below = tuple(f"desktop/{row}/" for row in MAY_IMPORT if row.startswith(f"{package}/"))
    for path in sorted((PACKAGE / package).rglob("*.py")):
        name = path.relative_to(CHECKOUT).as_posix()
        if name.startswith(below):
            continue  # they have a row of their own
        for imported in imports(path.read_text("utf-8"), _module(path)):
            if not (is_standard(imported) or covered(imported, allowed)):
                found.append(f"{name} imports {imported}")
    return found


def _module(path: Path) -> str:
    """The dotted name from which a relative import counts."""
    return ".".join(path.relative_to(CHECKOUT).with_suffix("").parts)


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_its_row_allows(package: str) -> None:
    allowed = set().union(*(MAY_IMPORT[row] for row in (package, package.split("/")[0])))
    own = f"desktop.{package.split('/')[0]}"
    assert breaches(package, allowed | {own, "desktop.__version__"}) == []


def test_every_package_has_a_row() -> None:
    packages = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert packages == {row for row in MAY_IMPORT if "/" not in row}
    assert {path.name for path in PACKAGE.glob("*.py")} == ROOTS


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_importing_enters_only_those_below_it(room: str) -> None:
    importing = "desktop.importing"
    open_to = {f"{importing}.{each}" for each in ROOMS[room] | {room, "cells"}}
    found = [
        f"{path.name} imports {imported}"
        for path in (PACKAGE / "importing" / room).glob("*.py")
        for imported in imports(path.read_text("utf-8"), _module(path))
        if covered(imported, {importing}) and not covered(imported, open_to)
    ]
    assert found == []


def test_every_room_of_importing_has_a_row() -> None:
    rooms = {path.parent.name for path in (PACKAGE / "importing").glob("*/*.py")}
    assert rooms == ROOMS.keys()


def test_the_database_stays_behind_the_services() -> None:
    """qtkit only names SQLite's version in a crash report."""
    users = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        for imported in imports(path.read_text("utf-8"), _module(path))
        if covered(imported, {"sqlite3", "sqlite_utils"})
    }
    assert users <= {"store", "services", "qtkit"}


@pytest.mark.parametrize(
    ("source", "imported"),
    [
        ("import openpyxl", "openpyxl"),
        ("def read():\n    from PySide6 import QtGui", "PySide6.QtGui"),
        ("if TYPE_CHECKING:\n    from desktop.store.schema import X", "desktop.store.schema.X"),
        ("from ..store import tables", "desktop.store.tables"),
        ("from . import kpi", "desktop.core.kpi"),
        ("import importlib\nimportlib.import_module('numpy')", "numpy"),
    ],
)
def test_an_import_is_found_wherever_it_stands(source: str, imported: str) -> None:
    assert imported in set(imports(source, "desktop.core.goal"))


def test_the_command_line_and_the_window_load_nothing_heavy() -> None:
    ask = "import sys, desktop.cli, desktop.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert HEAVY.isdisjoint(done.stdout.split())
