"""Refuses zipped workbooks that would unpack to more than any spreadsheet needs."""

from __future__ import annotations

from typing import IO
from zipfile import BadZipFile, ZipFile

from desktop.importing.reading.limits import Limits
from desktop.importing.reading.refusals import Refusal

_ENCRYPTED = 0x1


def check_zip(file: IO[bytes], limits: Limits) -> None:
    """Judge the sizes that the archive itself declares, before anything is unpacked.

    An archive that lies about them meets the limits of the process later.
    """
    try:
        parts = ZipFile(file).infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refusal("damaged") from error
    if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.total:
        raise Refusal("bomb")
    for part in parts:
        if part.flag_bits & _ENCRYPTED:
            raise Refusal("encrypted")
        if part.file_size > limits.part:
            raise Refusal("bomb")
        packed = max(part.compress_size, 1)
        if part.file_size > limits.ratio_from and part.file_size > limits.ratio * packed:
            raise Refusal("bomb")
