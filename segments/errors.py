"""The root of the tree of exceptions; `tm.errors` draws the whole tree."""


class TaiyakuError(Exception):
    """An error that a user can understand and act on.

    The message is plain sentences: what is wrong, where, and what to do. It is shown as one line by the command line
    and as a dialog by the workbench.
    """


class InputError(TaiyakuError):
    """A file, or a text given by the user, cannot be read as what it should be."""


class OutputError(TaiyakuError):
    """Something cannot be written: where it should go, or into the format asked for."""
