"""Keeps PySide6 from reading the source of every module that is imported after it."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def quicken_imports() -> None:
    """Say beforehand that no module of ours uses ``from __feature__ import …``.

    WORKAROUND: to find that out, PySide6 6.11 reads and splits the source file of each module
    once it is imported, a fifth of a millisecond a module.  Its hook has no switch; where the
    function has another name one day, nothing is gained and nothing is lost.
    """
    import PySide6.QtCore  # noqa: F401 - puts the hook in place

    feature: Any = import_module("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_no_feature


def _uses_no_feature(_: object) -> bool:
    return False
