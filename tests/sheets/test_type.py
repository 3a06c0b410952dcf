"""Texts made to fit: measured, broken between words, shortened with an ellipsis."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.sheets.elements import Face
from desktop.sheets.type import largest, line_height, plain, shortened, width, wrapped

FACE = Face(9)
ROOM = 40.0


@given(text=st.text(max_size=200), room=st.floats(8, 120), most=st.integers(1, 4))
@settings(deadline=None)
def test_wrapped_lines_fit_and_lose_nothing_unsaid(text: str, room: float, most: int) -> None:
    lines = wrapped(text, FACE, room, most)
    assert len(lines) <= most
    assert all(width(line, FACE) <= room or len(line) == 1 for line in lines)
    joined = "".join(lines)
    if not joined.endswith("…"):
        assert joined.replace(" ", "") == plain(text).replace(" ", "")


def test_a_shortened_text_says_so() -> None:
    assert shortened("kort", FACE, ROOM) == "kort"
    cut = shortened("en mycket lång rad som inte får plats i rummet", FACE, ROOM)
    assert cut.startswith("en mycket")
    assert cut.endswith("…")
    assert width(cut, FACE) <= ROOM


def test_nothing_is_written_where_not_even_a_letter_has_room() -> None:
    assert shortened("Ord", FACE, 0.5) == ""


def test_a_number_and_its_unit_stay_together() -> None:
    amount = "1\N{NO-BREAK SPACE}914\N{NO-BREAK SPACE}696\N{NO-BREAK SPACE}kr"
    room = width(f"Sålt för {amount}", FACE) - 1.0
    assert wrapped(f"Sålt för {amount}", FACE, room, 2) == ["Sålt för", amount]


def test_a_day_goes_to_the_next_line_with_its_month() -> None:
    room = width("Planlagt til den 31. ok", FACE)
    lines = wrapped("Planlagt til den 31. oktober 2026", FACE, room, 2)
    assert lines == ["Planlagt til den", "31. oktober 2026"]


def test_a_letter_keeps_its_accent() -> None:
    word = "e\N{COMBINING ACUTE ACCENT}" * 40  # each e has its accent as a sign of its own
    cut = shortened(word, FACE, ROOM).removesuffix("…")
    assert cut
    assert cut.endswith("\N{COMBINING ACUTE ACCENT}")


def test_line_breaks_and_control_signs_become_spaces() -> None:
    assert plain(" Sälj\n\tmer\x07bröd ") == "Sälj mer bröd"


def test_a_word_that_is_too_long_is_broken() -> None:
    lines = wrapped("Å" * 100, FACE, ROOM, 9)
    assert "".join(lines) == "Å" * 100
    assert all(width(line, FACE) <= ROOM for line in lines)


def test_a_title_takes_the_largest_size_that_fits() -> None:
    faces = (Face(20), Face(15), Face(10))
    assert largest("Kort", faces, 60) == (faces[0], ["Kort"])
    one_line_when_smaller = "Ett mål på en rad bara"
    assert largest(one_line_when_smaller, faces, 60)[0] == faces[1]
    face, lines = largest("Ett mycket längre mål än så, " * 20, faces, 60)
    assert (face, len(lines), lines[-1][-1]) == (faces[2], 2, "…")


def test_digits_are_as_wide_as_each_other() -> None:
    assert len({round(width(digit * 10, FACE), 6) for digit in "0123456789"}) == 1


def test_lines_are_further_apart_in_larger_sizes() -> None:
    assert line_height(Face(18)) == 2 * line_height(Face(9))
