"""Word documents made in code: a body, its styles, and other parts, as XML."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFFICE = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = "".join(
    f'<w:style w:styleId="{number}"><w:name w:val="{name}"/></w:style>'
    for number, name in (("a", "Title"), ("1", "heading 1"), ("c", "caption"), ("l", "List Paragraph"))
) + (
    '<w:style w:styleId="own"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:styleId="lv"><w:name w:val="節"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
)


def word(body: str, others: Mapping[str, str] | None = None) -> bytes:
    """Give a document; `others` has the inner XML of the parts `footnotes`, `endnotes`, `header`, `footer`."""
    others = {"styles": STYLES, **(others or {})}
    relations = {name: f"{name}.xml" for name in others}
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {_OFFICE}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(relations),
        "word/media/picture.png": "\x89PNG not really",
        **{f"word/{name}.xml": f"<w:{name} {_OFFICE}>{content}</w:{name}>" for name, content in others.items()},
    }
    return package({name: content.encode() for name, content in parts.items()})


def package(parts: Mapping[str, bytes]) -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return whole.getvalue()


def unfolded(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _relations(targets: Mapping[str, str]) -> str:
    entries = (
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(entries)}</Relationships>'


def p(*content: str, style: str = "", properties: str = "") -> str:
    """Give a paragraph; content without markup becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    front = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{front}{''.join(piece if piece.startswith('<') else run(piece) for piece in content)}</w:p>"


def run(text: str, properties: str = "") -> str:
    front = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{front}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
