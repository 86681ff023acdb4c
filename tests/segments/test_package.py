import zipfile
from io import BytesIO

import pytest

from segments.errors import InputError
from segments.readers.docx import read_docx
from segments.readers.package import Package
from tests.segments.word_documents import p, package, unfolded, word

DOCUMENT = word(p("航路の統治"))


def with_part(name: str, content: bytes) -> bytes:
    return package({**unfolded(DOCUMENT), name: content})


def test_a_file_that_is_no_package_is_refused() -> None:
    with pytest.raises(InputError, match=r"letter\.docx: the file is no document of this kind"):
        read_docx(b"only text", place="letter.docx")


@pytest.mark.parametrize("kept", [10, 200, len(DOCUMENT) - 30])
def test_a_file_that_is_cut_off_is_refused(kept: int) -> None:
    with pytest.raises(InputError, match="cut off or damaged"):
        read_docx(DOCUMENT[:kept])


def test_a_damaged_part_is_named() -> None:
    at = DOCUMENT.index(b"word/document.xml") + 40
    with pytest.raises(InputError, match=r"word/document\.xml is damaged"):
        read_docx(DOCUMENT[:at] + b"\xff\xff\xff" + DOCUMENT[at + 3 :])


def test_a_document_locked_with_a_password_is_refused() -> None:
    with pytest.raises(InputError, match="password"):
        read_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    locked = bytearray(DOCUMENT)
    locked[DOCUMENT.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InputError, match="password"):
        read_docx(bytes(locked))


def test_a_part_that_unfolds_into_far_too_much_is_refused() -> None:
    with pytest.raises(InputError, match="larger than any document"):
        read_docx(with_part("word/document.xml", b" " * (64 << 20)))


def test_too_many_parts_are_refused() -> None:
    many = package({f"part{number}": b"" for number in range(10_001)})
    with pytest.raises(InputError, match="larger than any document"):
        Package(many, "x")


def test_a_package_that_lies_about_its_sizes_is_refused() -> None:
    lying = bytearray(with_part("word/document.xml", b" " * (64 << 20)))
    at = lying.index(b"PK\x01\x02")
    while b"word/document.xml" not in lying[at : at + 46 + 17]:
        at = lying.index(b"PK\x01\x02", at + 1)
    lying[at + 24 : at + 28] = (100).to_bytes(4, "little")
    with pytest.raises(InputError):
        read_docx(bytes(lying))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a", b"1")
        archive.writestr("a", b"2")
    with pytest.raises(InputError, match="same name"):
        Package(whole.getvalue(), "x")


def test_a_document_type_is_refused() -> None:
    hostile = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(InputError, match="document type"):
        read_docx(with_part("word/document.xml", hostile))


def test_an_outside_entity_is_refused() -> None:
    hostile = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
    with pytest.raises(InputError, match="document type"):
        read_docx(with_part("word/document.xml", hostile))


def test_damaged_xml_is_refused() -> None:
    with pytest.raises(InputError, match=r"word/document\.xml: the XML is damaged"):
        read_docx(with_part("word/document.xml", b"<w:document><w:p>"))


def test_another_office_document_is_refused() -> None:
    with pytest.raises(InputError, match="no text of a Word document"):
        read_docx(with_part("word/document.xml", b"<workbook/>"))
    with pytest.raises(InputError, match="no Word document"):
        read_docx(package({"mimetype": b"application/vnd.oasis.opendocument.text"}))


def test_a_package_with_a_new_part_keeps_all_others() -> None:
    written = Package(DOCUMENT, "x").rewritten({"word/media/picture.png": b"new"})
    assert unfolded(written) == {**unfolded(DOCUMENT), "word/media/picture.png": b"new"}
