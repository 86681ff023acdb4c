"""The bundled sample: an article, its translation, a glossary and the memory of an earlier article.

All of it was written for Taiyaku; persons, media, meetings and ships in it are fictional. The article has the faults of a
text extracted from a PDF, so that it shows what reading a real one is like. Each function is a context manager that lends
the path of one file, also where the package is a zip archive:

    with article_path() as path:
        import_document(store, project, path)
"""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

__all__ = ["article_path", "earlier_path", "glossary_path", "translation_path"]


def article_path() -> AbstractContextManager[Path]:
    """Lend the Japanese article, a plain text as extracted from a PDF."""
    return _lend("article.ja.txt")


def translation_path() -> AbstractContextManager[Path]:
    """Lend the article's English translation, one paragraph a line."""
    return _lend("article.en.txt")


def glossary_path() -> AbstractContextManager[Path]:
    """Lend the glossary of the article: a CSV with ja, reading, en, alternatives, forbidden, domain, pos and note."""
    return _lend("glossary.csv")


def earlier_path() -> AbstractContextManager[Path]:
    """Lend the memory of an earlier article by the same author, a TMX 1.4b."""
    return _lend("earlier.tmx")


def _lend(name: str) -> AbstractContextManager[Path]:
    return as_file(files(__package__) / name)
