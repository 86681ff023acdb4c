"""The middle floor: concepts and terms, their recognition, their files.

The doors below are loaded when they are first used, as those of `segments` are.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glossary.check import TermChecker, TermFault, TermFinding, check_terms
    from glossary.exchange.formats import glossary_losses, read_glossary, write_glossary
    from glossary.exchange.table import Problem, csv_losses, read_csv, write_csv
    from glossary.model import Concept, Found, Hit, Term, TermStatus
    from glossary.query import TermIndex
    from glossary.recognise import Recogniser, find_terms

__all__ = [
    "Concept",
    "Found",
    "Hit",
    "Problem",
    "Recogniser",
    "Term",
    "TermChecker",
    "TermFault",
    "TermFinding",
    "TermIndex",
    "TermStatus",
    "check_terms",
    "csv_losses",
    "find_terms",
    "glossary_losses",
    "read_csv",
    "read_glossary",
    "write_csv",
    "write_glossary",
]

_ROOMS = {
    "Concept": "glossary.model",
    "Found": "glossary.model",
    "Hit": "glossary.model",
    "Problem": "glossary.exchange.table",
    "Recogniser": "glossary.recognise",
    "Term": "glossary.model",
    "TermChecker": "glossary.check",
    "TermFault": "glossary.check",
    "TermFinding": "glossary.check",
    "TermIndex": "glossary.query",
    "TermStatus": "glossary.model",
    "check_terms": "glossary.check",
    "csv_losses": "glossary.exchange.table",
    "find_terms": "glossary.recognise",
    "glossary_losses": "glossary.exchange.formats",
    "read_csv": "glossary.exchange.table",
    "read_glossary": "glossary.exchange.formats",
    "write_csv": "glossary.exchange.table",
    "write_glossary": "glossary.exchange.formats",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 (each door has the type of its room; see above)
    if name not in _ROOMS:
        raise AttributeError(f"module 'glossary' has no attribute '{name}'")
    return getattr(import_module(_ROOMS[name]), name)
