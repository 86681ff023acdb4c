"""The middle floor: concepts and terms, their recognition, their files."""

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
