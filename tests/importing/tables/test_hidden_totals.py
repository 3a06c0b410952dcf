"""A category that adds up the others without saying so is asked about, once."""

from __future__ import annotations

from collections.abc import Callable

from desktop.importing.tables.recognition import Recognition

Look = Callable[..., Recognition]

MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04"]


def regions(whole: Callable[[int, int], float], text: str = "Sverige") -> str:
    lines = ["Month;Region;Sales"]
    for at, month in enumerate(MONTHS):
        north, south = 100 + 3 * at, 50 + at * at
        lines += [f"{month};Nord;{north}", f"{month};Syd;{south}"]
        lines += [f"{month};{text};{whole(north, south)}"]
    return "\n".join(lines) + "\n"


def sales(found: Recognition) -> float | None:
    (table,) = found.tables
    column = table.column("Sales")
    assert column is not None
    return column.sum


def test_a_sum_of_the_others_is_asked_about(look_at_text: Look) -> None:
    text = regions(lambda north, south: north + south)
    found = look_at_text(text)
    (question,) = found.questions
    assert question.id == "totals"
    assert question.examples == ("Nord 109 + Syd 59 = Sverige 168",)
    assert [key for key, _ in question.options] == ["total", "part"]
    assert sales(found) == 418 + 214
    assert sales(look_at_text(text, answers={"totals": "total"})) == 632
    counted = look_at_text(text, answers={"totals": "part"})
    assert (counted.questions, sales(counted)) == ((), 1264)


def test_rounded_parts_are_asked_about_too(look_at_text: Look) -> None:
    found = look_at_text(regions(lambda north, south: north + south + 1))
    assert [question.id for question in found.questions] == ["totals"]


def test_what_adds_up_nothing_is_not_asked_about(look_at_text: Look) -> None:
    found = look_at_text(regions(lambda north, south: 2 * north - south))
    assert found.questions == ()


def test_what_calls_itself_a_total_is_not_asked_about(look_at_text: Look) -> None:
    found = look_at_text(regions(lambda north, south: north + south, "Totalt"))
    assert (found.questions, sales(found)) == ((), 632)


def test_a_sum_within_each_product(look_at_text: Look) -> None:
    lines = ["Month;Product;Region;Sales"]
    for at, month in enumerate(MONTHS):
        for product, size in (("Hat", 1), ("Shoe", 7)):
            north, south = size * (10 + at), size * (5 + at * at)
            lines += [f"{month};{product};Nord;{north}", f"{month};{product};Syd;{south}"]
            lines += [f"{month};{product};Sverige;{north + south}"]
    found = look_at_text("\n".join(lines) + "\n")
    assert [question.id for question in found.questions] == ["totals"]
    assert sales(found) == 8 * (10 + 11 + 12 + 13 + 5 + 6 + 9 + 14)
