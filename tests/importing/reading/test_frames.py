"""Cells survive the way from the reading process unchanged."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.importing.cells import CellError, Kind, kind_of
from desktop.importing.reading.frames import Truncated, read_frames, write_block, write_event
from desktop.importing.reading.packing import joined, pack, pack_texts
from desktop.importing.reading.unpacking import unpack_block

VALUES = st.one_of(
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.sampled_from(["#DIV/0!", "#N/A"]).map(CellError),
)


def sent(columns: list[list[object]]) -> list[list[object]]:
    pipe = io.BytesIO()
    write_block(pipe, list(map(pack, columns)), len(columns[0]))  # type: ignore[arg-type]
    pipe.seek(0)
    (block,) = read_frames(pipe)
    assert isinstance(block, bytes)
    return [column.values() for column in unpack_block(block)]  # type: ignore[misc]


def equally_long(rows: int) -> st.SearchStrategy[list[list[object]]]:
    column: st.SearchStrategy[list[object]] = st.lists(VALUES, min_size=rows, max_size=rows)
    return st.lists(column, min_size=1, max_size=3)


@given(st.integers(1, 400).flatmap(equally_long))
def test_any_columns(columns: list[list[object]]) -> None:
    found = sent(columns)
    assert found == columns
    kinds = [[kind_of(value) for value in column] for column in found]  # type: ignore[arg-type]
    assert kinds == [[kind_of(value) for value in column] for column in columns]  # type: ignore[arg-type]


TEXTS = st.sampled_from(["", "2026-01-05", "2026-01-06", "12.50", "-7", "organic"])


@given(st.lists(st.tuples(TEXTS, st.integers(1, 40)), min_size=1, max_size=20))
def test_texts_that_repeat(runs: list[tuple[str, int]]) -> None:
    cells = [text for text, length in runs for _ in range(length)]
    pipe = io.BytesIO()
    write_block(pipe, [pack_texts(joined(cells), cells)], len(cells))
    pipe.seek(0)
    (block,) = read_frames(pipe)
    assert isinstance(block, bytes)
    assert unpack_block(block)[0].values() == [text or None for text in cells]


def test_runs_that_were_never_packed_here() -> None:
    for texts, lengths in ((b"a", b"\0\0\0\0"), (b"a\0b", b"\1\0\0\0"), (b"a", b"\2\0\0\0")):
        pipe = io.BytesIO()
        write_block(pipe, [("runs", (texts, lengths))], 1)
        pipe.seek(0)
        (block,) = read_frames(pipe)
        assert isinstance(block, bytes)
        with pytest.raises(Truncated):
            unpack_block(block)


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("days", b"\0\0\0\0"),
        ("days", b"\xff\xff\xff\xff"),
        ("numbers", b"\0" * 7),
        ("numbers", b"\0" * 16),
        ("text", b"a\0b"),
        ("text", b"\xff"),
        ("code", b""),
    ],
)
def test_a_block_that_was_never_packed_here(code: str, part: bytes) -> None:
    """What a process that was taken over might send instead of one cell."""
    pipe = io.BytesIO()
    write_block(pipe, [(code, (part,))], 1)
    pipe.seek(0)
    (block,) = read_frames(pipe)
    assert isinstance(block, bytes)
    for data in (block, block[:10], b"", b"\xff\xff\xff\xff"):
        with pytest.raises(Truncated):
            unpack_block(data)


def test_what_spreadsheets_have_no_value_for() -> None:
    (found,) = sent([[time(12, 0), timedelta(hours=36), 5, float("inf"), float("nan"), ""]])
    assert found == [0.5, 1.5, 5.0, "#NUM!", "#NUM!", None]
    assert kind_of(found[3]) is Kind.ERROR  # type: ignore[arg-type]


def test_a_zero_character_does_not_shift_the_column() -> None:
    assert sent([["a\0b", "c"]]) == [["a\ufffdb", "c"]]


def test_events_and_a_pipe_that_breaks() -> None:
    pipe = io.BytesIO()
    write_event(pipe, {"event": "warning", "code": "ä"})
    whole = pipe.getvalue()
    assert list(read_frames(io.BytesIO(whole))) == [{"event": "warning", "code": "ä"}]
    for cut in range(1, len(whole)):
        with pytest.raises(Truncated):
            list(read_frames(io.BytesIO(whole[:cut])))
    with pytest.raises(Truncated):
        list(read_frames(io.BytesIO(b"\x01\xff\xff\xff\xff")))


def test_moments_keep_their_fractions() -> None:
    moment = datetime(2024, 2, 29, 13, 30, 15, 250_000)  # noqa: DTZ001
    assert sent([[moment, date(2024, 2, 29), None]]) == [[moment, date(2024, 2, 29), None]]
