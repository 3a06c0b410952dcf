"""Starts PySide6 without what only describes its functions, and gives back Python's import.

WORKAROUND for PySide6 6.11, which has no switch for either.  Where a name it leans on is another
one day, nothing is gained and nothing is lost.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import machinery
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Loader

_SIGNATURE = "shibokensupport.signature."
_DESCRIBING = frozenset(
    _SIGNATURE + name
    for name in (
        "errorhandler",
        "layout",
        "mapping",
        "parser",
        "lib.enum_sig",
        "lib.pyi_generator",
        "lib.tool",
    )
)
"""What words an error for wrong arguments, a docstring or a signature; nothing else needs it."""


def quicken_imports() -> None:
    """Call before anything imports PySide6.

    It compiles 3000 lines of Python on every start, to be able to describe functions; they wait
    here until a description is asked for.  And it looks into each import for ``from __feature__
    import …``, reading the source file of the module; no module of ours or of others says that.
    """
    with _deferred():
        import PySide6.QtCore  # noqa: F401 - puts the hook in place
    hooked: Any = builtins
    if hasattr(hooked, "__orig_import__"):
        hooked.__import__ = hooked.__orig_import__


@contextmanager
def _deferred() -> Iterator[None]:
    """PySide6's own finder makes the specs of what is inside its library; it is given ours."""
    original: Any = machinery.ModuleSpec

    def spec(name: str, loader: Loader, *rest: object, **more: object) -> object:
        chosen = _Deferring(loader) if name in _DESCRIBING else loader
        return original(name, chosen, *rest, **more)

    patched: Any = machinery
    patched.ModuleSpec = spec
    try:
        yield
    finally:
        patched.ModuleSpec = original


class _Deferring:
    """Runs the code of a module when one of its names is first asked for (PEP 562)."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader
        self._lock = RLock()
        self._waits = True

    def create_module(self, _: object) -> None:
        """The usual kind of module."""

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__

        def asked(attribute: str) -> object:
            if attribute.startswith("__"):
                raise AttributeError(attribute)  # the import system asks, for nobody
            with self._lock:
                if self._waits:
                    self._waits = False
                    self._run(module, name)
            if attribute not in vars(module):
                raise AttributeError(f"module {name!r} has no attribute {attribute!r}")
            return vars(module)[attribute]

        vars(module)["__getattr__"] = asked

    def _run(self, module: ModuleType, name: str) -> None:
        """The loader finds the code by the name in the spec, which PySide6 changes later."""
        spec: Any = module.__spec__
        published, spec.name = spec.name, name
        try:
            self._loader.exec_module(module)
        finally:
            spec.name = published
