"""The documents of a project, with how far each has come."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from segments.visible import visible
from tm.model import Document, Project
from tm.store import Store
from tm.tui.actions import DOCUMENTS, SCREENS, bindings
from tm.tui.desk import Desk
from tm.tui.dialogs.question import ChoiceDialog, LineDialog
from tm.tui.lettering import fitted
from tm.tui.look import bar, percent, shown
from tm.tui.messages import DocumentReady, DocumentsCame, ProjectOpened, ProjectsCame
from tm.tui.screens.editor import EditorScreen
from tm.tui.widgets.lines import KeyLine, Line, title
from tm.workbench import destination, import_document, list_documents, list_projects, next_open, open_project

BAR = 16


class DocumentsScreen(Desk[None]):
    """Where a document is chosen."""

    DEFAULT_CSS = """
    DocumentsScreen {
        & #facts { height: auto; padding: 1 2; }
        & OptionList { height: 1fr; border: none; padding: 0 1; &:focus { border: none; } }
        & #empty { height: 1fr; padding: 1 2; color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DOCUMENTS)]
    KEYS = SCREENS["documents"]

    def __init__(self, store: Store, project: Project) -> None:
        super().__init__(store, project)
        self._documents: list[Document] = []

    def compose(self) -> ComposeResult:
        """Lay it out: title, facts of the project, documents, keys."""
        yield Line(id="title")
        yield Static(id="facts")
        yield Static(shown("No documents yet. Press I to bring a file in, or run: tm import FILE"), id="empty")
        yield OptionList(id="documents")
        yield KeyLine(self.KEYS, self.desk_app.keymap)

    @property
    def list(self) -> OptionList:
        """The list of documents."""
        return self.query_one(OptionList)

    def on_mount(self) -> None:
        """Read the documents."""
        self._show_project()

    def on_screen_resume(self) -> None:
        """Read the documents again, as their progress may have changed."""
        self.action_refresh_list()

    def _show_project(self) -> None:
        project = self.project
        self.query_one("#title", Line).show(title(project, "", "documents"))
        facts = [
            f"{project.source_lang} → {project.target_lang}",
            f"deadline {project.deadline}" if project.deadline else "",
            f"confirms go to the memory {destination(project)}",
            "reads " + ", ".join(each.memory.name for each in project.references) if project.references else "",
        ]
        self.query_one("#facts", Static).update(shown("  │  ".join(filter(None, facts))))

    def action_refresh_list(self) -> None:
        """Read the documents again."""
        at = self.list.highlighted
        chosen = self._documents[at].id if at is not None and at < len(self._documents) else 0
        self.fetch("documents", lambda: DocumentsCame(list_documents(self.store, self.project), chosen))

    def on_documents_came(self, message: DocumentsCame) -> None:
        """Show the documents."""
        self._documents = message.documents
        self.query_one("#empty").display = not message.documents
        self.list.display = bool(message.documents)
        self._draw()
        numbers = [number for number, each in enumerate(message.documents) if each.id == message.chosen]
        self.list.highlighted = numbers[0] if numbers else 0
        self.list.focus()

    def on_resize(self) -> None:
        """Fit the names to the width."""
        self._draw()

    def _draw(self) -> None:
        at = self.list.highlighted
        width = max(12, self.size.width - BAR - 40)
        self.list.set_options([_entry(each, width) for each in self._documents])
        self.list.highlighted = at

    # Actions.

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._open(self._documents[event.option_index])

    def action_open(self) -> None:
        """Open the document that the pointer is on."""
        self.list.action_select()

    def _open(self, document: Document) -> None:
        self.fetch("open", lambda: DocumentReady(document, next_open(self.store, document.id, 0)))

    def on_document_ready(self, message: DocumentReady) -> None:
        """Open the editor at the first segment that is not done."""
        start = message.following.position if message.following else 1
        self.app.push_screen(EditorScreen(self.store, self.project, message.document, start))

    def action_switch_project(self) -> None:
        """Ask which project to work in."""
        self.fetch("projects", lambda: ProjectsCame(list_projects(self.store)))

    def on_projects_came(self, message: ProjectsCame) -> None:
        """Show the projects to choose from."""
        names = [visible(" · ".join(filter(None, (each.name, each.client)))) for each in message.projects]

        def chosen(number: int | None) -> None:
            if number is not None:
                name = message.projects[number].name
                self.fetch("project", lambda: ProjectOpened(open_project(self.store, name)))

        self.app.push_screen(ChoiceDialog("Work in which project?", [Content(name) for name in names]), chosen)

    def on_project_opened(self, message: ProjectOpened) -> None:
        """Show the project's documents."""
        self.project = message.project
        self._show_project()
        self.action_refresh_list()

    def action_bring_in(self) -> None:
        """Ask for a file and bring it in."""

        def named(answer: str | None) -> None:
            if answer and answer.strip():
                path = Path(answer.strip()).expanduser()
                self.notify(visible(f"Reading {path.name}"), markup=False)
                self.fetch("import", lambda: self._brought_in(path))

        self.app.push_screen(LineDialog("Bring in which file?", hint="path of a text file"), named)

    def _brought_in(self, path: Path) -> DocumentsCame:
        brought = import_document(self.store, self.project, path)
        return DocumentsCame(list_documents(self.store, self.project), brought.document.id)


def _entry(document: Document, width: int) -> Content:
    """Give a document as one line: name, bar, figures."""
    progress = document.progress
    rejected = f"  ✗{progress.rejected}" if progress.rejected else ""
    return Content.assemble(
        Content(fitted(visible(document.name), width)).truncate(width, pad=True),
        "  ",
        bar(progress, BAR),
        shown(f" {percent(progress):>4}  {progress.done}/{progress.total} segments{rejected}"),
    )
