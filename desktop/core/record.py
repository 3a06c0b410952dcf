"""Frozen dataclasses that cost little to define, for what is loaded before the first paint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, Never

__all__ = ["record"]

if TYPE_CHECKING:  # to the type checker it is nothing else
    from dataclasses import dataclass as record
else:

    def record(
        *, frozen: Literal[True], slots: Literal[True], kw_only: bool = False
    ) -> Callable[[type], type]:
        """``@record(frozen=True, slots=True)`` is ``@dataclass`` with methods that are shared.

        ``dataclass`` writes and compiles seven methods for each class, 0.4 ms, and thirty classes
        are needed for the first page.  ``fields``, ``replace`` and ``asdict`` work here as well.
        Of what there are thousands, such as measurements, a ``NamedTuple`` is made faster.
        """
        return partial(_made, kw_only=kw_only)


def _made(cls: type, *, kw_only: bool) -> type:
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__  # dataclasses would work out the signature, two milliseconds
    made: Any = dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    known = fields(made)
    values = attrgetter(*(field.name for field in known))

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    made.__init__ = _init(made, known, kw_only=kw_only)
    made.__eq__ = equal
    made.__hash__ = lambda self: hash(values(self))
    made.__repr__, made.__reduce__ = _repr, _reduce
    made.__setattr__ = made.__delattr__ = _refuse
    return made  # type: ignore[no-any-return] # the class that it was, dressed


def _init(made: type, known: tuple[Field[Any], ...], *, kw_only: bool) -> Callable[..., None]:
    """Takes values by place and by name, and the defaults of those that are left out."""
    places = tuple((field.name, getattr(made, field.name).__set__) for field in known)
    otherwise = {field.name: field for field in known}
    most = 0 if kw_only else len(known)

    def init(self: object, *given: object, **named: object) -> None:
        for (_, put), value in zip(places, given, strict=False):
            put(self, value)
        for name, put in places[len(given) :]:
            put(self, named.pop(name) if name in named else _default(otherwise[name]))
        if named or len(given) > most:
            extra = ", ".join(named) or f"{len(given)} values"
            raise TypeError(f"{made.__name__}() cannot take {extra}")

    return init


def _default(field: Field[Any]) -> object:
    if field.default is not MISSING:
        return field.default
    if field.default_factory is not MISSING:
        return field.default_factory()
    raise TypeError(f"a value is missing: {field.name}")


def _repr(self: Any) -> str:
    values = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
    return f"{type(self).__qualname__}({values})"


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:
    """For copies and pickles: what is frozen is not filled afterwards."""
    return type(self), tuple(getattr(self, field.name) for field in fields(self))


def _refuse(self: object, name: str, *_: object) -> Never:
    raise FrozenInstanceError(f"cannot change {name!r} of a {type(self).__name__}")
