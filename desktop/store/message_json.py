"""Messages in the company file: as JSON, with the types of their values kept."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from desktop.core.message import Message, Value
from desktop.core.period import Cadence, Period
from desktop.core.unit import Quantity, Unit, UnitKind


def message_to_json(message: Message) -> str:
    return json.dumps(_packed_message(message), ensure_ascii=False)


def message_from_json(text: str) -> Message:
    """The message as it was; raises ``ValueError`` when ``text`` is not one."""
    return _unpacked_message(json.loads(text))


def _packed_message(message: Message) -> dict[str, Any]:
    packed: dict[str, Any] = {"text": message.text}
    if message.values:
        packed["values"] = {name: _packed(value) for name, value in message.values.items()}
    if message.plural is not None:
        packed |= {"plural": message.plural, "count": message.count}
    return packed


def _unpacked_message(packed: Any) -> Message:
    if not isinstance(packed, dict) or "text" not in packed:
        raise ValueError(f"not a message: {packed!r}")
    values = {name: _unpacked(value) for name, value in packed.get("values", {}).items()}
    return Message(packed["text"], values, packed.get("plural"), packed.get("count", 1))


def _packed(value: Value) -> Any:
    if isinstance(value, Message):
        return {"message": _packed_message(value)}
    if isinstance(value, Period):
        return {"period": [value.cadence, value.start.isoformat()]}
    if isinstance(value, Quantity):
        unit = value.unit
        return {
            "quantity": [value.value, unit.kind, unit.symbol, value.decimals, value.signed],
        }
    if isinstance(value, datetime):  # a datetime is a date as well
        return {"time": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value


def _unpacked(packed: Any) -> Value:
    match packed:
        case {"message": inner}:
            return _unpacked_message(inner)
        case {"period": [cadence, start]}:
            return Period(Cadence(cadence), date.fromisoformat(start))
        case {"quantity": [value, kind, symbol, decimals, signed]}:
            return Quantity(value, Unit(UnitKind(kind), symbol), decimals, signed)
        case {"time": moment}:
            return datetime.fromisoformat(moment)
        case {"day": day}:
            return date.fromisoformat(day)
        case str() | int() | float():
            return packed
        case _:
            raise ValueError(f"not a value of a message: {packed!r}")
