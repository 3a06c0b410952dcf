"""New files in a watched folder: which are complete, and which are of a known kind."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.core.faults import FileFault
from desktop.core.message import Message, msg, nmsg
from desktop.core.period import Period
from desktop.services.fingerprint import fingerprint
from desktop.services.import_draft import ImportDraft, Preview
from desktop.services.import_history import import_of_file
from desktop.services.imports import Change, open_file, preview
from desktop.services.workspace import Workspace

ENDINGS = frozenset(
    {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".tab", ".se", ".si"}
    | {".sie", ".px"}
)
_BEING_WRITTEN = (".crdownload", ".part", ".download", ".partial", ".tmp")
_LARGEST = 200 * 1024 * 1024
_ANY_SHEET = re.compile(r"(sheet|blad|ark|tabelle|hoja|feuil)\s*\d*", re.IGNORECASE)
_NUMBERS = re.compile(r"[-_(]*\d+[)\d_-]*")

Sizes = dict[Path, tuple[int, float]]
"""Size and time of files as they were seen last."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A new file that could be imported: ``new`` and ``changed`` values.

    ``plain`` when it has only new values and nothing to be told, so that importing it without a
    look replaces nothing.  ``mark`` is how it is known again without being read.
    """

    path: Path
    mark: str
    name: str
    first: Period | None
    last: Period | None
    new: int
    changed: int
    plain: bool

    @property
    def message(self) -> Message:
        """One sentence: which report, for when, and how much."""
        count = self.new + self.changed
        what = nmsg("{n} new value", "{n} new values", count)
        if self.changed:
            what = nmsg("{n} new or changed value", "{n} new or changed values", count)
        if self.first is None or self.last is None:
            return msg("{name}: {what}", name=self.name, what=what)
        if self.first == self.last:
            return msg("{name} for {period}: {what}", name=self.name, period=self.first, what=what)
        return msg(
            "{name} for {first} – {last}: {what}",
            name=self.name,
            first=self.first,
            last=self.last,
            what=what,
        )


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into the folder found.  ``done`` are the marks of files that need no second
    look; ``sizes`` those that are new, to compare with at the next look; ``growing`` whether any
    was still being written."""

    offers: tuple[Offer, ...]
    done: tuple[str, ...]
    sizes: Sizes
    growing: bool


def look(
    ws: Workspace,
    folder: Path,
    *,
    since: float,
    left: Collection[str],
    sizes: Mapping[Path, tuple[int, float]],
    cancelled: Callable[[], bool] | None = None,
) -> Looked:
    """Look for files newer than ``since`` that can be imported without a question.

    A file is read when it is as large as at the last look (``sizes``).  Files whose mark is among
    those ``left`` alone, that were imported before, that are unreadable or of no known kind are
    passed over in silence.
    """
    offers: list[Offer] = []
    done: list[str] = []
    seen: Sizes = {}
    growing = False
    for path, size, changed in _new_files(folder, since):
        mark = _mark(path, size, changed)
        if mark in left:
            continue
        seen[path] = (size, changed)
        if size == 0 or sizes.get(path) != (size, changed) or _is_being_written(path):
            growing = True
            continue
        offer = _offer(ws, path, mark, cancelled)
        if offer is None:
            done.append(mark)
        else:
            offers.append(offer)
    return Looked(tuple(offers), tuple(done), seen, growing)


def _new_files(folder: Path, since: float) -> Iterator[tuple[Path, int, float]]:
    """Spreadsheets that came after ``since``; nothing when the folder cannot be read."""
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.startswith((".", "~$")) or not entry.is_file():
                    continue
                if Path(entry.name).suffix.lower() not in ENDINGS:
                    continue
                about = entry.stat()
                came = max(about.st_mtime, about.st_ctime)  # a moved file keeps its own time
                if came > since and about.st_size <= _LARGEST:
                    yield Path(entry.path), about.st_size, about.st_mtime
    except OSError:
        return


def _is_being_written(path: Path) -> bool:
    """Whether a browser keeps the rest of the file beside it."""
    return any(path.with_name(path.name + ending).exists() for ending in _BEING_WRITTEN)


def _mark(path: Path, size: int, changed: float) -> str:
    text = f"{path.name}|{size}|{changed}"
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _offer(
    ws: Workspace, path: Path, mark: str, cancelled: Callable[[], bool] | None
) -> Offer | None:
    try:
        digest, _ = fingerprint(path)
        if import_of_file(ws, digest) is not None:
            return None
        draft = open_file(ws, path, cancelled=cancelled)
    except FileFault:
        return None
    if not draft.known or not {rule.table for rule in draft.chosen()} <= draft.sure:
        return None
    found = preview(ws, draft, draft.chosen())
    counts = found.counts
    if not counts.new + counts.changed:
        return None
    wanted = Change.NEW if counts.new else Change.CHANGED
    periods = sorted(_periods(found, wanted), key=lambda period: period.start)
    return Offer(
        path,
        mark,
        _kind_name(draft),
        periods[0] if periods else None,
        periods[-1] if periods else None,
        counts.new,
        counts.changed,
        draft.fits and not counts.changed and not counts.rejected and _is_clean(found),
    )


def _periods(found: Preview, wanted: Change) -> Iterator[Period]:
    for line in found.lines:
        if line.change is wanted and line.period is not None:
            yield line.period


def _is_clean(found: Preview) -> bool:
    return not any(part.problem or part.remark for part in found.kpis)


def _kind_name(draft: ImportDraft) -> str:
    """What such a file is called: the title of its table or its sheet, else the words of its own
    name, which may hold the period as well."""
    table = draft.recognition.tables[min(rule.table for rule in draft.chosen())]
    if table.title:
        return table.title
    if table.sheet and not _ANY_SHEET.fullmatch(table.sheet):
        return table.sheet
    stem = Path(draft.file_name).stem
    return " ".join(_NUMBERS.sub(" ", stem).split()) or stem
