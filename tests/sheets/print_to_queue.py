"""Print two sheets as the window does, in a process that asks the CUPS it is told to.

``python -m tests.sheets.print_to_queue QUEUE PAPER``; a fault is one line on standard error.
"""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.core.faults import Fault
from desktop.qtkit.leaving import leave
from desktop.qtkit.wording import wording
from desktop.sheets.lay_out import lay_out
from desktop.sheets.paper import PrintPaper
from desktop.sheets.printing import prepare, send
from tests.sheets.contents import shop_goal, shop_summary


def main(queue: str, paper: PrintPaper) -> int:
    words = wording("sv")
    pages = lay_out(shop_goal(3), words, paper=paper)
    pages += lay_out(shop_summary(3), words, paper=paper, upright=True)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(queue)
    print("ready", flush=True)
    sys.stdin.readline()  # meanwhile the queue may be stopped
    prepare(printer, paper)
    try:
        send(printer, pages, paper)
    except Fault as fault:
        print(wording("en").say(fault.message), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    app = QApplication([])
    leave(main(sys.argv[1], PrintPaper(sys.argv[2])))
