"""A screen that works on the database: everything it asks for is fetched in a thread and arrives as a message."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from tm.errors import TaiyakuError
from tm.model import Project
from tm.store import Store
from tm.tui.editing import EditingApp
from tm.tui.messages import FetchFailed

Result = TypeVar("Result")


class Desk(Screen[Result]):
    """A screen with a database and a project."""

    def __init__(self, store: Store, project: Project) -> None:
        super().__init__()
        self.store = store
        self.project = project

    @property
    def desk_app(self) -> EditingApp:
        """The application, which carries out edits."""
        return cast("EditingApp", self.app)

    def fetch(self, what: str, job: Callable[[], Message]) -> None:
        """Do a job in a thread and post its message here, unless the same was asked for again meanwhile."""
        self.run_worker(partial(self._fetch, job), group=what, thread=True, exclusive=True)

    def on_fetch_failed(self, message: FetchFailed) -> None:
        """Say what is wrong."""
        self.desk_app.complain(message.error)

    def _fetch(self, job: Callable[[], Message]) -> None:
        worker = get_current_worker()
        message: Message
        try:
            message = job()
        except TaiyakuError as error:
            message = FetchFailed(error)
        if not worker.is_cancelled:
            self.post_message(message)
