"""The tree of exceptions, whole.

TaiyakuError            anything a user can understand and act on
├── InputError          a file or text that cannot be read                     exit 3
├── OutputError         something that cannot be written                       exit 3
├── RequestError        something asked for that is not there or not allowed   exit 2
└── StoreError          the database                                           exit 4
    └── ConflictError   somebody else changed the same thing first
"""

from segments.errors import InputError, OutputError, TaiyakuError

__all__ = ["ConflictError", "InputError", "OutputError", "RequestError", "StoreError", "TaiyakuError"]


class RequestError(TaiyakuError):
    """What was asked for does not exist, is ambiguous, or is not allowed."""


class StoreError(TaiyakuError):
    """The database cannot be opened, read or written."""


class ConflictError(StoreError):
    """Somebody else changed a segment after the user saw it; both texts are kept.

    Attributes:
        base: The target as the user first saw it.
        theirs: The target that is stored now.
        mine: The target that the user wanted to store.
    """

    def __init__(self, message: str, *, base: str, theirs: str, mine: str) -> None:
        super().__init__(message)
        self.base = base
        self.theirs = theirs
        self.mine = mine
