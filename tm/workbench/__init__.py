"""The workbench: one function for each thing a user does, used by the command line and the screens alike."""

from tm.workbench.aligning import AlignedFiles, BeadTexts, StoredBeads, align_files, store_beads
from tm.workbench.analysis import RATES, Analysis, Band, TextAnalysis, analyse
from tm.workbench.analysis_page import write_analysis_page
from tm.workbench.checking import Severity, check
from tm.workbench.concordance import Side, concordance, concordance_by_pattern
from tm.workbench.documents import (
    PreviewParagraph,
    PreviewPiece,
    find_document,
    get_document,
    get_segment,
    list_documents,
    next_open,
    next_rejected,
    next_to_review,
    preview,
    remove_document,
    segment_at,
    segments_page,
)
from tm.workbench.editing import Undone, confirm, confirm_drafts, save_draft, unconfirm, undo
from tm.workbench.exporting import Exported, export_csv, export_document, export_text, export_tmx
from tm.workbench.glossaries import ExportedGlossary, ImportedGlossary, export_glossary, import_glossary
from tm.workbench.health import Finding, examine
from tm.workbench.importing import UNIT_FORMATS, ImportedUnits, import_units, sweep_imports
from tm.workbench.lookup import TextMatches, look_up, match_segments, match_text
from tm.workbench.pretranslation import Pretranslated, pretranslate
from tm.workbench.projects import (
    current_project,
    default_project,
    destination,
    list_glossaries,
    list_memories,
    list_projects,
    new_project,
    open_project,
)
from tm.workbench.reading import ImportedDocument, import_document
from tm.workbench.review import accept, add_comment, comments, history, reject
from tm.workbench.sample import open_sample
from tm.workbench.sources import read_file, read_source
from tm.workbench.statistics import Statistics, project_progress, statistics
from tm.workbench.terms import (
    TermHit,
    add_concept,
    find_terms,
    find_terms_in_file,
    query_terms,
)
from tm.workbench.volume import Volume

__all__ = [
    "RATES",
    "UNIT_FORMATS",
    "AlignedFiles",
    "Analysis",
    "Band",
    "BeadTexts",
    "Exported",
    "ExportedGlossary",
    "Finding",
    "ImportedDocument",
    "ImportedGlossary",
    "ImportedUnits",
    "Pretranslated",
    "PreviewParagraph",
    "PreviewPiece",
    "Severity",
    "Side",
    "Statistics",
    "StoredBeads",
    "TermHit",
    "TextAnalysis",
    "TextMatches",
    "Undone",
    "Volume",
    "accept",
    "add_comment",
    "add_concept",
    "align_files",
    "analyse",
    "check",
    "comments",
    "concordance",
    "concordance_by_pattern",
    "confirm",
    "confirm_drafts",
    "current_project",
    "default_project",
    "destination",
    "examine",
    "export_csv",
    "export_document",
    "export_glossary",
    "export_text",
    "export_tmx",
    "find_document",
    "find_terms",
    "find_terms_in_file",
    "get_document",
    "get_segment",
    "history",
    "import_document",
    "import_glossary",
    "import_units",
    "list_documents",
    "list_glossaries",
    "list_memories",
    "list_projects",
    "look_up",
    "match_segments",
    "match_text",
    "new_project",
    "next_open",
    "next_rejected",
    "next_to_review",
    "open_project",
    "open_sample",
    "pretranslate",
    "preview",
    "project_progress",
    "query_terms",
    "read_file",
    "read_source",
    "reject",
    "remove_document",
    "save_draft",
    "segment_at",
    "segments_page",
    "statistics",
    "store_beads",
    "sweep_imports",
    "unconfirm",
    "undo",
    "write_analysis_page",
]
