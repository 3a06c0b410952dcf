"""The company: one row."""

from __future__ import annotations

import sqlite3

from desktop.core.company import Company, Paper


def read_company(connection: sqlite3.Connection) -> Company:
    name, language, currency, year_start, paper = connection.execute(
        "SELECT name, language, currency, year_start, paper FROM company"
    ).fetchone()
    return Company(
        name=name,
        language=language,
        currency=currency,
        year_start=year_start,
        paper=Paper(paper),
    )


def insert_company(connection: sqlite3.Connection, company: Company) -> None:
    connection.execute(
        "INSERT INTO company (id, name, language, currency, year_start, paper) "
        "VALUES (1, ?, ?, ?, ?, ?)",
        _values(company),
    )


def update_company(connection: sqlite3.Connection, company: Company) -> None:
    connection.execute(
        "UPDATE company SET name = ?, language = ?, currency = ?, year_start = ?, paper = ?",
        _values(company),
    )


def _values(company: Company) -> tuple[str, str, str, int, str]:
    return (
        company.name,
        company.language,
        company.currency,
        company.year_start,
        company.paper.value,
    )
