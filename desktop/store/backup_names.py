"""Names of the copies in the folder of backups, and which daily ones are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from desktop.store.backup_copies import backup_folder

_DAYS = 14
_WEEKS = 10

_NAMED = re.compile(r" (?P<day>\d{4}-\d{2}-\d{2})(?P<more> .+)?$")


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """A copy in the folder.  ``daily`` ones are thinned as time passes; others are kept."""

    path: Path
    day: date
    bytes: int
    daily: bool


def daily_name(path: Path, day: date) -> Path:
    return backup_folder(path) / f"{path.stem} {day.isoformat()}{path.suffix}"


def timed_name(path: Path, moment: datetime, reason: str = "") -> Path:
    """The name of a copy made by hand or, with a ``reason``, by us; free at this moment."""
    stem = f"{path.stem} {moment:%Y-%m-%d %H%M%S}{reason and f' {reason}'}"
    target = backup_folder(path) / f"{stem}{path.suffix}"
    count = 2
    while target.exists():
        target = target.with_name(f"{stem} {count}{path.suffix}")
        count += 1
    return target


def backup_copies(path: Path) -> list[BackupCopy]:
    """The copies of a company file, newest first."""
    found = []
    for copy in backup_folder(path).glob("*" + path.suffix):
        named = _NAMED.search(copy.stem)
        if named is None or copy.stem[: named.start()] != path.stem:
            continue
        try:
            day = date.fromisoformat(named["day"])
        except ValueError:  # somebody's own name that looks like a date
            continue
        found.append(BackupCopy(copy, day, copy.stat().st_size, named["more"] is None))
    return sorted(found, key=lambda copy: (copy.day, copy.path.name), reverse=True)


def too_many(copies: Iterable[BackupCopy], today: date) -> list[BackupCopy]:
    """The daily copies to remove: all are kept for two weeks, then one a week for ten weeks,
    then one a month; always the earliest of the week or month, so that what is kept today is
    still the one to keep tomorrow."""
    kept: set[tuple[str, int, int]] = set()
    removed = []
    for copy in sorted((copy for copy in copies if copy.daily), key=lambda copy: copy.day):
        age = today - copy.day
        if age < timedelta(days=_DAYS):
            continue
        if age < timedelta(weeks=_WEEKS):
            year, week, _ = copy.day.isocalendar()
            slot = ("week", year, week)
        else:
            slot = ("month", copy.day.year, copy.day.month)
        if slot in kept:
            removed.append(copy)
        kept.add(slot)
    return removed
