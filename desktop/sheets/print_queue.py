"""What CUPS says of a queue.  Qt does not ask: pages sent to a queue that refuses them are gone."""

from __future__ import annotations

import ctypes
import ctypes.util
from enum import Enum
from functools import cache


class Queue(Enum):
    """Whether pages can be sent; ``UNKNOWN`` where there is no CUPS to ask."""

    READY = "ready"
    GONE = "gone"
    REFUSES = "refuses"
    UNKNOWN = "unknown"


class _Destination(ctypes.Structure):
    """``cups_dest_t`` of the CUPS API."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_default", ctypes.c_int),
        ("num_options", ctypes.c_int),
        ("options", ctypes.c_void_p),
    )


def queue(name: str) -> Queue:
    """Ask CUPS of a printer, by its name with an instance or without."""
    library = _library()
    if library is None:
        return Queue.UNKNOWN
    plain, _, instance = name.partition("/")
    found = library.cupsGetNamedDest(None, plain.encode(), instance.encode() or None)
    if not found:
        return Queue.GONE
    try:
        about = found.contents
        accepts = library.cupsGetOption(
            b"printer-is-accepting-jobs", about.num_options, about.options
        )
    finally:
        library.cupsFreeDests(1, found)
    return Queue.REFUSES if accepts == b"false" else Queue.READY


@cache
def _library() -> ctypes.CDLL | None:
    place = ctypes.util.find_library("cups")
    if place is None:
        return None
    try:
        library = ctypes.CDLL(place)
    except OSError:  # there, but not for this processor
        return None
    destination = ctypes.POINTER(_Destination)
    library.cupsGetNamedDest.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p)
    library.cupsGetNamedDest.restype = destination
    library.cupsGetOption.argtypes = (ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p)
    library.cupsGetOption.restype = ctypes.c_char_p
    library.cupsFreeDests.argtypes = (ctypes.c_int, destination)
    return library
