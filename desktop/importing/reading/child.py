"""The process that reads one file: ``python -m desktop.importing.reading.child``.

Hostile files can make a reader eat all memory, spin for ever or abort; here that ends this
process and nothing else.  It is started with the limits, the way of reading (``fast`` or
``careful``), an encoding or "", and the path of the file.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import IO

from desktop.importing.reading.file_kind import FileKind, file_kind
from desktop.importing.reading.frames import write_event
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.sender import Sender
from desktop.importing.reading.sie_reader import ENDINGS, read_sie
from desktop.importing.reading.text_reader import read_text
from desktop.importing.reading.zip_guard import check_zip


def main(arguments: list[str]) -> int:
    """Read one file; the result goes to standard output as frames, whatever happens."""
    limits = Limits.from_json(arguments[0])
    pipe = _take_standard_output()
    _limit_process(limits)
    gc.disable()  # a million rows make no rubbish, only work for the collector
    try:
        read_file(
            Path(arguments[3]), arguments[1], arguments[2] or None, Sender(pipe, limits), limits
        )
    except Refusal as refusal:
        write_event(pipe, {"event": "refused", "code": refusal.code})
    except BrokenPipeError:
        return 1  # nobody listens any more
    except MemoryError:
        write_event(pipe, {"event": "refused", "code": "memory"})
    except BaseException:  # also a panic of the Rust reader, which is no Exception
        import traceback

        write_event(pipe, {"event": "refused", "code": "crash", "trace": traceback.format_exc()})
    return 0


def _take_standard_output() -> IO[bytes]:
    """Keep the pipe for frames alone; whatever a library prints goes nowhere."""
    pipe = os.fdopen(os.dup(1), "wb", buffering=0)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    return pipe


def _limit_process(limits: Limits) -> None:
    """Cap memory and processor time; Windows has no such call, there the caller's clock rules."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):
            continue  # macOS refuses to limit the address space


def read_file(path: Path, way: str, encoding: str | None, sender: Sender, limits: Limits) -> None:
    """Send what the file holds; raises :class:`Refusal`, or dies."""
    with path.open("rb") as file:
        kind = _kind_by_name_too(path, file)
        if kind is FileKind.SIE:
            read_sie(path, sender, limits, encoding)
            return
        if kind is FileKind.PX:
            from desktop.importing.reading.px_reader import read_px

            read_px(path, sender, limits, encoding)
            return
        if kind is FileKind.TEXT:
            read_text(path, sender, limits, encoding)
            return
        if kind is not FileKind.XLS:
            check_zip(file, limits)
    _read_workbook(path, kind, way, sender, limits)


def _kind_by_name_too(path: Path, file: IO[bytes]) -> FileKind:
    """The kind by content; what is named as SIE must be SIE, or the advice would mislead."""
    named = path.suffix.lower() in ENDINGS
    try:
        kind = file_kind(file)
    except Refusal as refusal:
        if named and refusal.code != "empty":
            raise Refusal("web page for sie" if refusal.code == "html" else "not sie") from refusal
        raise
    if named and kind is not FileKind.SIE:
        raise Refusal("not sie")
    return kind


def _read_workbook(path: Path, kind: FileKind, way: str, sender: Sender, limits: Limits) -> None:
    from desktop.importing.reading.fast_reader import NotRead, read_fast
    from desktop.importing.reading.xlsx_package import holds_data_model

    if kind is FileKind.XLSX and holds_data_model(path):
        sender.warn("data model")
    if way == "fast":
        try:
            read_fast(path, kind, sender)
            return
        except NotRead as reason:
            if kind is not FileKind.XLSX:
                raise Refusal("damaged") from reason
    elif kind is not FileKind.XLSX:
        raise Refusal("crash")
    from desktop.importing.reading.careful_reader import read_careful

    read_careful(path, sender, limits)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
