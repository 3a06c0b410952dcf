"""Three exports as three programs make them, for two months; the figures are our own."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

ORDERS = {
    9: ((3, "Shop", 1200), (9, "Web", 850), (17, "Web", 410), (28, "Shop", 990)),
    10: ((2, "Web", 700), (11, "Shop", 1500), (30, "Web", 300)),
}
SALES = {9: 3450, 10: 2500}  # added up by hand
RESULT = {9: (410_000, -150_000), 10: (432_000, -161_000)}


def clicks(month: int, day: int) -> int:
    return 100 + 10 * (month - 9) + day % 2


CLICKS = {9: 3015, 10: 3426}  # 30 × 100 + 15 odd days; 31 × 110 + 16


def orders_file(folder: Path, month: int) -> Path:
    """An order a row."""
    writer = Workbook()
    sheet = writer.active
    sheet.title = "Orders"
    sheet.append(["Order", "Order date", "Channel", "Sales"])
    for number, (day, channel, amount) in enumerate(ORDERS[month], 1):
        sheet.append([f"A-{month}{number:03}", date(2025, month, day), channel, amount])
        sheet.cell(sheet.max_row, 4).number_format = "#,##0 [$SEK]"
    path = folder / f"orders 2025-{month:02}.xlsx"
    writer.save(path)
    return path


def campaigns_file(folder: Path, month: int) -> Path:
    """A day a row, under two lines about the report."""
    days = monthrange(2025, month)[1]
    lines = ["Campaign report", f"2025-{month:02}-01 - 2025-{month:02}-{days}", ""]
    lines.append("Day;Clicks;Cost")
    for day in range(1, days + 1):
        lines.append(f"2025-{month:02}-{day:02};{clicks(month, day)};{5 + day},50")
    path = folder / f"campaigns_2025{month:02}.csv"
    path.write_text("\n".join([*lines, ""]), "utf-8")
    return path


def result_file(folder: Path, month: int) -> Path:
    """An account a row and a month a column, of the year so far."""
    writer = Workbook()
    sheet = writer.active
    sheet.title = "Result"
    sheet.append(["Result report 2025"])
    sheet["A1"].font = Font(bold=True)
    sheet.append([])
    months = [number for number in RESULT if number <= month]
    sheet.append(["Account", *(f"2025-{number:02}" for number in months)])
    for row, name in enumerate(("Revenue", "Staff costs")):
        sheet.append([name, *(RESULT[number][row] for number in months)])
    path = folder / f"result-{month:02}.xlsx"
    writer.save(path)
    return path
