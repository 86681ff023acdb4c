import pytest

from glossary import Concept, Term, TermStatus


@pytest.fixture
def tea() -> Concept:
    return Concept(
        (
            Term("緑茶", "ja", reading="りょくちゃ", part_of_speech="noun"),
            Term("日本茶", "ja", TermStatus.ADMITTED, note="広い意味で"),
            Term("green tea", "en", part_of_speech="noun"),
            Term("green-tea", "en", TermStatus.FORBIDDEN),
        ),
        domain="飲み物",
        definition="蒸して酸化を止めた茶",
        note="熱湯を避ける",
        source="農林水産省",
    )
