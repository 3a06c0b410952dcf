"""Images of rows are exact."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from desktop.store.row_image import SqlValue, row_image, row_of_image

values = (
    st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.binary()
)


@given(st.dictionaries(st.text(min_size=1), values))
def test_every_value_that_sqlite_holds_comes_back_the_same(row: dict[str, SqlValue]) -> None:
    image = row_image(tuple(row), tuple(row.values()))
    back = row_of_image(image)
    assert back == row
    assert [type(value) for value in back.values()] == [type(value) for value in row.values()]


@given(values)
def test_an_image_survives_sqlite(value: SqlValue) -> None:
    connection = sqlite3.connect(":memory:")
    image = row_image(("a",), (value,))
    (stored,) = connection.execute("SELECT ?", (image,)).fetchone()
    assert row_of_image(stored) == {"a": value}


def test_floats_keep_every_bit() -> None:
    assert row_of_image(row_image(("a",), (0.1 + 0.2,))) == {"a": 0.30000000000000004}
    assert row_image(("a", "b"), (5e-324, b"\x00\xff")) == '{"a":5e-324,"b":{"base64":"AP8="}}'
