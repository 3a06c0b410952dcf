"""What an import would change, and what is known of its file, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.qtkit.wording import current, ntr, say, tr
from desktop.services.imports import ImportCounts, ImportDraft, ImportRecord, Preview, replaced


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
    if counts.changed and counts.new:
        yield ntr("{n} changed", "{n} changed", counts.changed)
    elif counts.changed:
        yield ntr("{n} changed value", "{n} changed values", counts.changed)
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


def kind_words(draft: ImportDraft, counts: ImportCounts) -> str:
    """Which earlier import the file is like, in a few words for a list."""
    if draft.seen is not None:
        day = current().day(draft.seen.at.astimezone().date())
        return tr("Imported {day} already", day=day)
    if not counts.new + counts.changed:
        return tr("Nothing new in it")
    if draft.latest is None:
        return ""
    return tr("Like {file}", file=draft.latest.file_name)


def overlap_words(preview: Preview) -> Iterator[str]:
    """Whose values would be replaced."""
    for earlier in preview.earlier:
        message = replaced(earlier)
        if message is not None:
            yield say(message)


def known_words(draft: ImportDraft, *, weighty: bool) -> list[str]:
    """What has changed in the file since the last one of its kind, each thing once."""
    notes = [each.message for each in draft.noted if each.weighty is weighty]
    return list(dict.fromkeys(map(say, notes)))
