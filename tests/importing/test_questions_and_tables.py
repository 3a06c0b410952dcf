"""A question tells which tables of the file it is about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise

TODAY = date(2026, 11, 24)


def test_a_question_names_the_tables_that_it_was_met_in(tmp_path: Path) -> None:
    writer = Workbook()
    writer.active.append(["Month", "Orders"])
    for number in range(1, 9):
        writer.active.append([date(2026, number, 1), 100 * number])
    for name in ("Till", "Web"):
        sheet = writer.create_sheet(name)
        sheet.append(["Paid on", "Takings"])
        for number in range(1, 9):
            day = f"0{number * 4 % 9 + 1}/0{number * 3 % 7 + 1}/2026"
            sheet.append([day, 10 * number])
    writer.save(tmp_path / "three.xlsx")
    workbook = read(tmp_path / "three.xlsx")
    (question,) = recognise(workbook, today=TODAY).questions
    assert question.id == "date-order"
    assert question.tables == {1, 2}
    answers = {question.id: question.options[0][0]}
    (answered,) = recognise(workbook, today=TODAY, answers=answers).answered
    assert answered.tables == {1, 2}


def test_the_period_of_a_whole_file_is_about_no_table_alone(tmp_path: Path) -> None:
    path = tmp_path / "stock.csv"
    path.write_text("Product;Pieces\nSock;12\nMitten;7\nHat;9\n", "utf-8")
    (question,) = recognise(read(path), today=TODAY).questions
    assert question.kind == "period"
    assert question.tables == frozenset()
