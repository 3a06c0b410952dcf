"""Messages survive the company file with the types of their values."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.message import Message, Value, msg, nmsg
from desktop.core.period import Cadence, Period
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.store.message_json import message_from_json, message_to_json

units = st.builds(Unit, st.sampled_from(UnitKind), st.text(max_size=5))
finite = st.floats(allow_nan=False, allow_infinity=False)
plain = (
    st.text()
    | st.integers()
    | finite
    | st.dates()
    | st.datetimes(timezones=st.just(UTC) | st.none())
    | st.builds(Period, st.sampled_from(Cadence), st.dates())
    | st.builds(Quantity, finite, units, st.integers(0, 5), st.booleans())
)


def messages_of(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Message]:
    filled = st.dictionaries(st.text(), values)
    return st.builds(Message, st.text(), filled) | st.builds(
        Message, st.text(), filled, st.text(), st.integers()
    )


@given(st.recursive(messages_of(plain), lambda inner: messages_of(plain | inner), max_leaves=5))
def test_a_message_comes_back_as_it_was(message: Message) -> None:
    back = message_from_json(message_to_json(message))
    assert back == message
    assert {name: type(value) for name, value in back.values.items()} == {
        name: type(value) for name, value in message.values.items()
    }


def test_the_text_is_readable_in_the_file() -> None:
    text = message_to_json(
        nmsg("Enter {n} värde", "Enter {n} värden", 3, kpi="Order", on=date(2026, 3, 1))
    )
    assert text == (
        '{"text": "Enter {n} värde", "values": {"n": 3, "kpi": "Order", '
        '"on": {"day": "2026-03-01"}}, "plural": "Enter {n} värden", "count": 3}'
    )


def test_moments_are_not_days() -> None:
    message = msg("{at}", at=datetime(2026, 3, 1, 12, 30, tzinfo=UTC))
    assert message_from_json(message_to_json(message)) == message


@pytest.mark.parametrize("text", ['{"text": "x", "values": {"a": [1]}}', "[]", "{}", "no"])
def test_what_is_no_message_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a|Expecting value"):
        message_from_json(text)
