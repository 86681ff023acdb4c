"""Exit codes: an interface for scripts."""

from enum import IntEnum

from tm.errors import InputError, OutputError, RequestError, StoreError, TaiyakuError


class Exit(IntEnum):
    """What the program's exit status says."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    DATABASE = 4
    INTERNAL = 70
    INTERRUPTED = 130


def exit_for(error: TaiyakuError) -> Exit:
    """Give the exit status that tells of an error."""
    match error:
        case StoreError():
            return Exit.DATABASE
        case InputError() | OutputError():
            return Exit.INPUT
        case RequestError():
            return Exit.USAGE
        case _:
            return Exit.FINDINGS
