"""Concordance: every unit whose source or target contains a text."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from tm.model import Project
from tm.store import Store
from tm.tui.actions import CONCORDANCE, SCREENS, bindings
from tm.tui.desk import Desk
from tm.tui.look import MUTED, shown
from tm.tui.messages import UnitsCame
from tm.tui.widgets.lines import KeyLine, Line, title
from tm.tui.widgets.paged_rows import PAGE, PagedRows
from tm.tui.widgets.text_pane import Block, TextPane
from tm.tui.widgets.unit_rows import UnitRows, underlined
from tm.workbench import concordance

PAUSE = 0.2


class ConcordanceScreen(Desk[str]):
    """Searches while one types; gives the target of the unit that the user chose."""

    DEFAULT_CSS = """
    ConcordanceScreen {
        & Input, & Input:focus { border: none; height: 1; padding: 0 1; margin: 1 0; }
        & UnitRows { height: 1fr; }
        & TextPane { height: 8; border-top: solid $border-blurred; border-title-color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CONCORDANCE, priority=True)]
    KEYS = SCREENS["concordance"]

    def __init__(self, store: Store, project: Project, query: str) -> None:
        super().__init__(store, project)
        self._first = query
        self._memories = {
            memory.id: memory.name for memory in (project.memory, *(each.memory for each in project.references))
        }

    def compose(self) -> ComposeResult:
        """Lay it out: what to search for, what was found, the selected unit whole."""
        yield Line(id="title")
        yield Input(self._first, placeholder="Search sources and targets")
        yield UnitRows()
        yield TextPane()
        yield Line(id="status")
        yield KeyLine(self.KEYS, self.desk_app.keymap)

    def on_mount(self) -> None:
        """Begin with the text that was selected in the editor."""
        self.query_one("#title", Line).show(title(self.project, "", "concordance"))
        self._pause = self.set_timer(PAUSE, self._search)
        self.query_one(Input).focus()

    @property
    def rows(self) -> UnitRows:
        """What was found."""
        return self.query_one(UnitRows)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._search)

    def _search(self) -> None:
        self.rows.clear()
        self.rows.query_text = self.query_one(Input).value
        self._read(0)

    def _read(self, page: int) -> None:
        query = self.rows.query_text
        self.fetch(
            "units",
            lambda: UnitsCame(
                query, page, concordance(self.store, self.project, query, limit=PAGE, offset=page * PAGE)
            ),
        )

    @on(PagedRows.PageWanted)
    def _more(self, message: PagedRows.PageWanted) -> None:
        self._read(message.page)

    def on_units_came(self, message: UnitsCame) -> None:
        """Show what was found; one row more than there is stands for the next page, if there may be one."""
        if message.query != self.rows.query_text:
            return
        full = len(message.units) == PAGE
        self.rows.show_page(message.page, message.units)
        self.rows.set_count(message.page * PAGE + len(message.units) + (1 if full else 0))
        self._show_selected()

    def _show_selected(self) -> None:
        rows = self.rows
        unit = rows.held(rows.selected)
        pane = self.query_one(TextPane)
        if unit is None:
            nothing = "Nothing was found." if rows.query_text.strip() else "Type what to search for."
            pane.border_title = "Unit"
            pane.show([Block(shown(nothing, MUTED))])
        else:
            by = unit.changed_by or unit.created_by
            pane.border_title = shown(" · ".join(filter(None, ("Unit", self._memories.get(unit.memory_id, "")))))
            pane.show(
                [
                    Block(underlined(unit.source, rows.query_text)),
                    Block(underlined(unit.target, rows.query_text), 2),
                    Block(shown(" · ".join(filter(None, (unit.document, by))), MUTED)),
                ]
            )
        self._show_count()

    def _show_count(self) -> None:
        count = self.rows.count
        known = f"{count}" if self.rows.held(count - 1) is not None or not count else f"more than {count - 1}"
        self.query_one("#status", Line).show(shown(f"{known} found"))

    @on(PagedRows.Picked)
    def _pick(self, message: PagedRows.Picked) -> None:
        self._select(message.row)

    def _select(self, row: int) -> None:
        self.rows.selected = row
        self._show_selected()

    @on(Input.Submitted)
    def action_insert(self) -> None:
        """Give the target of the selected unit to the editor."""
        unit = self.rows.held(self.rows.selected)
        if unit is not None:
            self.dismiss(unit.target)

    def action_up(self) -> None:
        """Select the unit above."""
        self._select(self.rows.selected - 1)

    def action_down(self) -> None:
        """Select the unit below."""
        self._select(self.rows.selected + 1)

    def action_page(self, step: int) -> None:
        """Select a unit a screenful away."""
        self._select(self.rows.selected + step * self.rows.rows_in_view())

    def action_close(self) -> None:
        """Back to the editor without a choice."""
        self.dismiss()
