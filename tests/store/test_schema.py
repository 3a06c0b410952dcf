"""What the tables themselves refuse, whoever writes to them."""

from __future__ import annotations

import sqlite3

import pytest

from desktop.core.message import msg
from desktop.store.company_file import CompanyFile

START = """
INSERT INTO person (name) VALUES ('Eva');
INSERT INTO kpi (key, name, unit_kind, decimals, better, cadence, add_up)
    VALUES ('orders', 'Orders', 'number', 0, 'higher', 'month', 'sum');
INSERT INTO goal (statement, start, state) VALUES ('More', '2026-01-01', 'active');
INSERT INTO key_result (goal_id, kpi_id, comparison, weight) VALUES (1, 1, 'total', 1);
INSERT INTO measurement (kpi_id, period_start, value) VALUES (1, '2026-01-01', 5);
INSERT INTO plan_value VALUES (1, '2026-01-31', 5);
INSERT INTO milestone (goal_id, title, due) VALUES (1, 'Half', '2026-06-30');
INSERT INTO goal_guide VALUES (1, 'smart', 1, '2026-01-05', NULL);
INSERT INTO goal_answer VALUES (1, 'seen', 'Full shelves');
INSERT INTO setting VALUES ('a', '1');
INSERT INTO mapping (shape, name, rules, used_at) VALUES ('s', 'n', '[]', '2026-01-01T08:00:00');
"""


@pytest.fixture
def filled(file: CompanyFile) -> CompanyFile:
    with file.action(msg("Start")):
        for statement in START.strip().split(";\n"):
            file.connection.execute(statement)
    return file


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE company SET name = ' '",
        "UPDATE company SET language = 'Swedish'",
        "UPDATE company SET currency = 'kr'",
        "UPDATE company SET year_start = 0",
        "UPDATE company SET year_start = 13",
        "UPDATE company SET paper = 'A5'",
        "INSERT INTO company VALUES (2, 'B', 'sv', 'SEK', 1, 'A4')",
        "UPDATE person SET name = ''",
        "UPDATE person SET team = 2",
        "UPDATE kpi SET name = ' '",
        "UPDATE kpi SET key = ''",
        "UPDATE kpi SET unit_kind = 'metre'",
        "UPDATE kpi SET decimals = -1",
        "UPDATE kpi SET better = 'more'",
        "UPDATE kpi SET cadence = 'hour'",
        "UPDATE kpi SET add_up = 'max'",
        "UPDATE kpi SET phase = 'loyalty'",
        "UPDATE kpi SET perspective = 'people'",
        "UPDATE kpi SET leading = 'yes'",
        "UPDATE kpi SET parent_id = 1",
        "UPDATE kpi SET parent_id = 9",
        "UPDATE kpi SET owner_id = 9",
        "UPDATE kpi SET band_low = 2, band_high = 1",
        "UPDATE kpi SET capacity = 9e999",
        "UPDATE kpi SET decimals = 'two'",
        "UPDATE measurement SET value = 9e999",
        "UPDATE measurement SET value = -9e999",
        "UPDATE measurement SET value = NULL",
        "UPDATE measurement SET value = 'many'",
        "UPDATE measurement SET period_start = '2026-1-1'",
        "UPDATE measurement SET period_start = '2026-02-30'",
        "UPDATE measurement SET period_start = '20260101'",
        "UPDATE measurement SET through = '2025-12-31'",
        "UPDATE measurement SET through = 'soon'",
        "UPDATE measurement SET kpi_id = 9",
        "UPDATE measurement SET import_id = 9",
        "UPDATE goal SET statement = ''",
        "UPDATE goal SET state = 'open'",
        "UPDATE goal SET start = 'spring'",
        "UPDATE goal SET deadline = '2025-12-31'",
        "UPDATE goal SET deadline = 'autumn'",
        "UPDATE goal SET parent_id = 1",
        "UPDATE goal SET aspirational = 3",
        "UPDATE key_result SET weight = 0",
        "UPDATE key_result SET weight = -1",
        "UPDATE key_result SET weight = 9e999",
        "UPDATE key_result SET kpi_id = NULL",
        "UPDATE key_result SET comparison = 'sum'",
        "UPDATE key_result SET target = 9e999",
        "UPDATE key_result SET done_on = 'yesterday'",
        "UPDATE key_result SET goal_id = 9",
        "UPDATE milestone SET title = ' '",
        "UPDATE milestone SET due = '2026-06-31'",
        "UPDATE milestone SET key_result_id = 9",
        "UPDATE plan_value SET day = 'June'",
        "UPDATE plan_value SET value = 9e999",
        "UPDATE goal_guide SET way = 'kpi'",
        "UPDATE goal_guide SET done = 4",
        "UPDATE goal_guide SET next_on = 'soon'",
        "UPDATE goal_guide SET raised_from_id = 1",
        "UPDATE goal_guide SET raised_from_id = 9",
        "UPDATE goal_guide SET goal_id = 9",
        "UPDATE goal_answer SET text = ' '",
        "UPDATE goal_answer SET question = ''",
        "UPDATE goal_answer SET goal_id = 9",
        "UPDATE setting SET value = 'not json'",
        "UPDATE setting SET key = ''",
        "UPDATE mapping SET rules = '{'",
        "UPDATE mapping SET used_at = 'yesterday'",
        "INSERT INTO mapping (shape, name, rules, used_at) VALUES ('s', '', '1', '2026-01-01')",
        "INSERT INTO measurement (kpi_id, period_start, value) VALUES (1, '2026-01-01', 6)",
        "INSERT INTO plan_value VALUES (1, '2026-01-31', 6)",
        "DELETE FROM kpi",
        "DELETE FROM goal",
        "DELETE FROM key_result",
    ],
)
def test_what_cannot_be_in_a_company_file(filled: CompanyFile, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError), filled.action(msg("Wrong")):
        filled.connection.execute(statement)


def test_a_milestone_result_has_no_kpi_but_a_title(filled: CompanyFile) -> None:
    with filled.action(msg("Right")):
        filled.connection.execute("UPDATE key_result SET kpi_id = NULL, title = 'Opened'")


def test_the_largest_numbers_have_room(filled: CompanyFile) -> None:
    largest = 1.7976931348623157e308
    with filled.action(msg("Right")):
        filled.connection.execute("UPDATE measurement SET value = ?", (-largest,))
    assert filled.connection.execute("SELECT value FROM measurement").fetchone() == (-largest,)
