"""The screens."""

import os

from tm.model import Project
from tm.store import Store


def run(store: Store, project: Project, document_id: int | None = None, *, legacy_keys: bool = False) -> None:
    """Open the workbench on the screen, and come back when the user leaves it.

    It begins with the document named, or with the list of the project's documents. `legacy_keys` asks the terminal for no
    keyboard protocol at all, as `TEXTUAL_DISABLE_KITTY_KEY=1` in the environment does.

    Raises:
        RequestError: There is no such document.
        InputError: The user's file of keys cannot be read.
        SystemExit: The program broke; Textual has shown where.
    """
    if legacy_keys:
        os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    # Textual reads that switch when it is first imported.
    from tm.locations import keymap  # noqa: PLC0415
    from tm.tui.app import TaiyakuApp  # noqa: PLC0415
    from tm.tui.hangup import end_with_terminal  # noqa: PLC0415
    from tm.tui.keymap import read_keymap  # noqa: PLC0415
    from tm.workbench import get_document, next_open  # noqa: PLC0415

    start = None
    if document_id is not None:
        following = next_open(store, document_id, 0)
        start = get_document(store, document_id), following.position if following else 1
    app = TaiyakuApp(store, project, start, read_keymap(keymap()))
    end_with_terminal()
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
