"""The terminal may go away: a connection drops, a window is closed. The program then ends, whoever started it."""

import os
import signal
import sys
import threading
import time

_LOOK_EVERY = 2.0
# What was typed is stored a second after the first key; a little more, and nothing is on its way.
_GRACE = 2.0


def end_with_terminal() -> None:
    """Watch the terminal from a thread, and end the program when it is gone.

    The system tells only the first program of a session that its terminal is gone; make, for one, keeps that to itself, and
    the screen would go on painting for nobody.
    """
    if sys.platform == "win32" or not sys.stdin.isatty():
        return
    threading.Thread(target=_watch, args=(sys.stdin.fileno(),), name="terminal", daemon=True).start()


def _watch(terminal: int) -> None:
    while os.isatty(terminal):
        time.sleep(_LOOK_EVERY)
    time.sleep(_GRACE)
    os.kill(os.getpid(), signal.SIGHUP)
