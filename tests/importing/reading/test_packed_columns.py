"""Long columns kept in blocks answer as lists of the same cells would."""

from __future__ import annotations

import io
from array import array
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.faults import FileFault, Stopped
from desktop.core.stopping import stoppable
from desktop.importing.cells import CellError, LongColumn, Value
from desktop.importing.reading import assemble
from desktop.importing.reading.frames import read_frames, write_block
from desktop.importing.reading.packed_column import PackedColumn
from desktop.importing.reading.packing import pack
from desktop.importing.reading.read import read
from desktop.importing.reading.unpacking import unpack_block
from desktop.importing.recognise import recognise
from desktop.importing.values.number_columns import all_numbers, number_in, read_numbers
from desktop.importing.values.whole_columns import distinct, few_texts, filled, is_constant, taken

TODAY = date(2026, 7, 1)
FEW = st.sampled_from(["organic", "paid", "2024-01-05", "12,50", "1.234", "-7", ".5", "5.", "8 kr"])
CELLS: dict[str, st.SearchStrategy[Value]] = {
    "numbers": st.floats(allow_nan=False, allow_infinity=False),
    "days": st.dates(),
    "texts": st.one_of(FEW, st.decimals(places=2, allow_nan=False, max_value=10**9).map(str)),
    "gaps": st.one_of(st.none(), FEW),
    "empty": st.none(),
    "mixed": st.one_of(st.none(), FEW, st.floats(-9, 9), st.just(CellError("#N/A")), st.booleans()),
}
BLOCK = st.sampled_from(sorted(CELLS)).flatmap(
    lambda kind: st.one_of(
        st.lists(CELLS[kind], min_size=1, max_size=12),
        # Cells that say what the one above says.
        st.lists(st.tuples(CELLS[kind], st.integers(10, 40)), min_size=1, max_size=3).map(
            lambda runs: [value for value, length in runs for _ in range(length)]
        ),
    )
)


def packed(parts: Sequence[Sequence[Value]]) -> PackedColumn:
    """The cells as they come out of the pipe, a block for each part."""
    blocks = []
    for part in parts:
        pipe = io.BytesIO()
        write_block(pipe, [pack(part)], len(part))
        pipe.seek(0)
        (data,) = read_frames(pipe)
        assert isinstance(data, bytes)
        blocks += unpack_block(data)
    return PackedColumn([block.prepared() for block in blocks])


@given(st.lists(BLOCK, min_size=1, max_size=5), st.data())
def test_every_question_has_the_answer_of_a_list(
    parts: list[list[Value]], data: st.DataObject
) -> None:
    whole, cells = packed(parts), [value for part in parts for value in part]
    start = data.draw(st.integers(0, len(cells)))
    stop = data.draw(st.integers(start, len(cells)))
    for column, plain in ((whole, cells), (whole[start:stop], cells[start:stop])):
        assert (len(column), list(column), column) == (len(plain), plain, plain)
        assert [column[at] for at in range(-len(plain), len(plain))] == plain + plain
        assert column[::2] == plain[::2]
        assert column[5:2] == []
        assert column.count(None) == plain.count(None)
        assert filled(column) == filled(plain)
        assert (None in column) == (None in plain)
        assert ("paid" in column) == ("paid" in plain)
        assert column.count("paid") == plain.count("paid")
        assert list(distinct(column)) == list(distinct(plain)) == list(distinct(column))
        assert isinstance(column, LongColumn)
        assert [v for v, length in column.runs() or () for _ in range(length)] in ([], plain)
        spread = column.spread(4) if plain else []
        parts = [plain[n * len(plain) // 4 : (n + 1) * len(plain) // 4] for n in range(4)]
        assert all(value in part for value, part in zip(spread, parts, strict=False) if part)
        assert few_texts(column, 2) == few_texts(plain, 2)
        assert is_constant(column) == is_constant(plain)
        # Where one cell has a unit and the next has none, it need not be sure.
        assert not all_numbers(column) or all(all_numbers([value]) for value in plain)
        for decimal in ".,":
            held = [abs(n) for v in plain if (n := number_in(v, decimal)) is not None]
            assert column.farthest(decimal) == max(held, default=0.0)
            assert list(read_numbers(column, decimal)) == [number_in(v, decimal) for v in plain]
        rows = [at for at in range(len(plain)) if at % 3]
        assert list(taken(column, rows)) == [plain[at] for at in rows]
    with pytest.raises(IndexError):
        whole[len(cells)]


def test_cells_that_are_replaced() -> None:
    column = packed([["a", "b"], ["c"], ["d", "e"]])
    changed = column.replaced({1: CellError("#N/A"), 4: None})
    assert changed == ["a", "#N/A", "c", "d", None]
    assert column == ["a", "b", "c", "d", "e"]


def test_single_cells_of_all_blocks_in_any_order() -> None:
    column = packed([[f"{block}-{row}" for row in range(50)] for block in range(40)])
    found = [column[row * 40 % 2000 + row // 50] for row in range(2000)]
    assert found == [
        f"{at // 50}-{at % 50}" for at in (r * 40 % 2000 + r // 50 for r in range(2000))
    ]


def test_a_column_of_days_tells_its_runs() -> None:
    days = [date(2026, 1, 1)] * 30 + [date(2026, 1, 2)] * 20
    column = packed([days, [*days[30:], date(2026, 1, 3)]])
    assert list(column.runs() or ()) == [
        (date(2026, 1, 1), 30),
        (date(2026, 1, 2), 20),
        (date(2026, 1, 2), 20),
        (date(2026, 1, 3), 1),
    ]
    assert packed([[date(2026, 1, 1 + n % 28) for n in range(50)]]).runs() is None


def test_numbers_of_blocks_are_kept_compact() -> None:
    column = packed([["1.5", "2"], ["3", "4.25"]])
    assert read_numbers(column) == array("d", [1.5, 2.0, 3.0, 4.25])


def test_looking_at_blocks_can_be_stopped() -> None:
    column = packed([["a"], ["b"]])
    with stoppable(lambda: True), pytest.raises(Stopped):
        list(column)


def test_packed_or_not_the_samples_are_recognised_alike(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = 0
    for path in sorted(shared.rglob("*.*")):
        if (
            path.suffix not in (".xlsx", ".csv", ".txt", ".tsv", ".xls")
            or path.stat().st_size > 2e5
        ):
            continue
        try:
            plain = read(path)
        except FileFault:
            continue
        with monkeypatch.context() as patch:
            patch.setattr(assemble, "LONG", 0)
            kept = read(path)
        for one, other in zip(plain.sheets, kept.sheets, strict=True):
            assert other.columns == one.columns
        assert recognise(kept, today=TODAY) == recognise(plain, today=TODAY), path.name
        compared += 1
    assert compared > 60
