"""What taking an import back does, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.qtkit.wording import current, ntr, tr
from desktop.services.imports import ImportRecord, Kept, Reverted

_MOST = 3


def question_words(record: ImportRecord, would: Reverted) -> str:
    """What a revert would do, before it is done."""
    if not would.count:
        words = tr("None of the values from {file} is left to take back.", file=record.file_name)
    else:
        words = ntr(
            "{n} value from {file} is taken back; what stood there before returns.",
            "{n} values from {file} are taken back; what stood there before returns.",
            would.count,
            file=record.file_name,
        )
    return f"{words} {_staying(would.kept)}".strip()


def done_words(record: ImportRecord, result: Reverted) -> str:
    """What a revert did, and what it could not."""
    words = ntr(
        "{file} is reverted: {n} value was taken back.",
        "{file} is reverted: {n} values were taken back.",
        result.count,
        file=record.file_name,
    )
    return f"{words} {_staying(result.kept)}".strip()


def _staying(kept: Sequence[Kept]) -> str:
    """Which values stay, and why."""
    if not kept:
        return ""
    later = sorted({each.by for each in kept if each.by})
    which = [f"{each.kpi} {current().period(each.period)}" for each in kept[:_MOST]]
    listed = current().locale.createSeparatedList(which)
    if len(kept) > _MOST:
        listed = tr("{names} and {n} more", names=", ".join(which), n=len(kept) - _MOST)
    if later:
        return ntr(
            "{n} value stays, since {file} brought a later one: {which}.",
            "{n} values stay, since {file} brought later ones: {which}.",
            len(kept),
            file=", ".join(later),
            which=listed,
        )
    return ntr(
        "{n} value stays, since it was changed later: {which}.",
        "{n} values stay, since they were changed later: {which}.",
        len(kept),
        which=listed,
    )
