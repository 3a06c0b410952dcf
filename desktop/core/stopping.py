"""Long work that can be asked to stop, however deep inside it one is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from desktop.core.faults import Stopped

_EVERY = 256
Item = TypeVar("Item")


def _never() -> bool:
    return False


_asked: ContextVar[Callable[[], bool]] = ContextVar("asked", default=_never)


@contextmanager
def stoppable(asked: Callable[[], bool] | None) -> Iterator[None]:
    """Work in this block ends with :class:`Stopped` soon after ``asked()`` has become true.

    ``None`` changes nothing.
    """
    if asked is None:
        yield
        return
    token = _asked.set(asked)
    try:
        yield
    finally:
        _asked.reset(token)


def stop_if_asked() -> None:
    """Raise :class:`Stopped` if somebody has asked for it; cheap enough for every few rows."""
    if _asked.get()():
        raise Stopped


def watched(items: Iterable[Item], every: int = _EVERY) -> Iterator[Item]:
    """The items, with a look now and then whether the work shall stop."""
    for number, item in enumerate(items):
        if not number % every:
            stop_if_asked()
        yield item
