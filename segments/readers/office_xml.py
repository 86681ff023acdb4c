"""XML parts of office documents, whole, to be written again: nothing is fetched or expanded, document types are refused."""

from lxml import etree

from segments.errors import InputError
from segments.xml import Element


def parse_xml(data: bytes, place: str) -> Element:
    """Give the root of an XML part.

    Raises:
        InputError: The part is damaged, or has a document type, which no office format allows.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{place}: the XML is damaged ({error}). Save the document again in its program.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(f"{place}: the XML has a document type, which office documents never have. It is not opened.")
    return root


def write_xml(root: Element) -> bytes:
    """Give an XML part as bytes, in UTF-8 and with its declaration."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
