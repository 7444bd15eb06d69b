"""An interrupt at the keyboard, also where it comes at a moment at which Python can only ignore it."""

from __future__ import annotations

import signal
import sys
import threading
from collections import namedtuple
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

INTERRUPTED = 130
"""The exit code of a command that was interrupted at the keyboard: 128 and the number of the signal."""

LATER = 0.1
"""Seconds."""


def hear_all() -> None:
    """Repeat an interrupt that fell into a destructor or a library's callback, where it would be printed and lost."""
    before = sys.unraisablehook

    def hook(ignored: UnraisableHookArgs) -> None:
        if not isinstance(ignored.exc_value, KeyboardInterrupt):
            before(ignored)
            return
        again = threading.Timer(LATER, signal.pthread_kill, [threading.main_thread().ident, signal.SIGINT])
        again.daemon = True
        again.start()

    sys.unraisablehook = hook


def hear_no_more() -> None:
    """Let a command that was interrupted end with its own exit code, whatever interrupts came or come.

    Python ends itself with the signal where the interrupt fell into the evaluation of a string, as in the making of a
    dataclass while a library is imported. The next evaluation, as in the making of a named tuple, lets it forget that.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    namedtuple("Forgotten", ())  # noqa: PYI024
