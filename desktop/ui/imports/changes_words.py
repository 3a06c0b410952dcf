"""What an import would change, and what is known of its file, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.core.own_workbook import Purpose
from desktop.qtkit.wording import current, ntr, say, tr
from desktop.services.imports import ImportCounts, ImportDraft, ImportRecord, Preview


def summary_words(counts: ImportCounts) -> str:
    """What would happen, in a sentence."""
    if not counts.new + counts.changed:
        if counts.same:
            return ntr(
                "Nothing would change: the value of the file is there already.",
                "Nothing would change: all {n} values of the file are there already.",
                counts.same,
            )
        return tr("The file has no values that could be taken.")
    return f"{current().locale.createSeparatedList(list(_counted(counts)))}."


def _counted(counts: ImportCounts) -> Iterator[str]:
    if counts.new:
        yield ntr("{n} new value", "{n} new values", counts.new)
    if counts.changed:
        yield ntr("{n} changed", "{n} changed", counts.changed)
    if counts.same:
        yield ntr("{n} the same", "{n} the same", counts.same)
    if counts.rejected:
        yield ntr("{n} cell not taken", "{n} cells not taken", counts.rejected)


def button_words(counts: ImportCounts) -> str:
    """What the button does that imports."""
    if not counts.new + counts.changed:
        return tr("Done")
    if not counts.changed:
        return ntr("Import {n} new value", "Import {n} new values", counts.new)
    if not counts.new:
        return ntr("Import {n} changed value", "Import {n} changed values", counts.changed)
    return ntr("Import {n} value", "Import {n} values", counts.new + counts.changed)


def imported_words(records: Sequence[ImportRecord]) -> str:
    """What has been imported."""
    count = sum(record.counts.new + record.counts.changed for record in records)
    if len(records) == 1:
        return ntr(
            "{n} value imported from {file}.",
            "{n} values imported from {file}.",
            count,
            file=records[0].file_name,
        )
    return ntr(
        "{n} value imported from {count} files.",
        "{n} values imported from {count} files.",
        count,
        count=len(records),
    )


def origin_words(draft: ImportDraft, counts: ImportCounts) -> str:
    """Which earlier import the file is like, or that it is the very same file."""
    if draft.seen is not None:
        day = _day(draft.seen)
        if counts.new + counts.changed:
            return tr(
                "This very file was imported on {day}. Its values have been changed since.", day=day
            )
        return tr("This very file was imported on {day}. Nothing has changed since.", day=day)
    if draft.own is Purpose.FORM:
        return tr("A fill-in form of this company that has come back.")
    if draft.own is Purpose.EXPORT:
        return tr("An export of this company.")
    if draft.latest is None:
        return ""
    return tr(
        "Of the same kind as {file}, imported on {day}.",
        file=draft.latest.file_name,
        day=_day(draft.latest),
    )


def kind_words(draft: ImportDraft, counts: ImportCounts) -> str:
    """The same in a few words, for a list."""
    if draft.seen is not None:
        return tr("Imported {day} already", day=_day(draft.seen))
    if not counts.new + counts.changed:
        return tr("Nothing new in it")
    if draft.latest is None:
        return ""
    return tr("Like {file}", file=draft.latest.file_name)


def overlap_words(preview: Preview) -> Iterator[str]:
    """Whose values would be changed."""
    for earlier in preview.earlier:
        if not earlier.changed:
            continue
        if earlier.record is None:
            yield ntr(
                "{n} value was entered by hand and would be replaced.",
                "{n} values were entered by hand and would be replaced.",
                earlier.changed,
            )
            continue
        yield ntr(
            "{n} value came from {file}, imported on {day}, and would be replaced.",
            "{n} values came from {file}, imported on {day}, and would be replaced.",
            earlier.changed,
            file=earlier.record.file_name,
            day=_day(earlier.record),
        )


def known_words(draft: ImportDraft, *, weighty: bool) -> list[str]:
    """What has changed in the file since the last one of its kind, each thing once."""
    notes = [each.message for each in draft.noted if each.weighty is weighty]
    return list(dict.fromkeys(map(say, notes)))


def _day(record: ImportRecord) -> str:
    return current().day(record.at.astimezone().date())
