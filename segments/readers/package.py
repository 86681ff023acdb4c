"""Zip packages, the form of DOCX and other office formats: opened with limits, counted while they are read.

A small package can claim to be small and unfold into anything, so what its headers say is checked first and never
trusted. Nothing is ever unpacked to disk.
"""

import zipfile
import zlib
from collections.abc import Mapping
from copy import copy
from io import BytesIO

from segments.errors import InputError

MOST_PARTS = 10_000
LARGEST_PART = 256 << 20
LARGEST_WHOLE = 512 << 20
# Real documents reach ratios of a hundred; deflate itself ends at about a thousand.
HIGHEST_RATIO = 300
_RATIO_COUNTS_FROM = 10 << 20
_CHUNK = 1 << 20

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1


class Package:
    """The parts of a zip package, read one by one."""

    def __init__(self, data: bytes, place: str) -> None:
        """Open a package.

        Args:
            data: The file, whole.
            place: What to call it in an error message.

        Raises:
            InputError: It is no zip package, is damaged, cut off, encrypted, or too large when unfolded.
        """
        self._place = place
        self._archive = self._opened(data)
        self._parts = {info.filename: info for info in self._archive.infolist()}
        self._left = LARGEST_WHOLE
        self._refuse_excess()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in their order in the file."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """Give a part.

        Raises:
            InputError: It is not there, is damaged, or is larger than a document's part can be.
        """
        info = self._parts.get(name)
        if info is None:
            raise InputError(f"{self._place}: the part {name} is missing. Save the document again in its program.")
        try:
            return self._counted(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise InputError(
                f"{self._place}: the part {name} is damaged ({error}). Save the document again in its program."
            ) from error

    def rewritten(self, parts: Mapping[str, bytes]) -> bytes:
        """Give the package with some of its parts replaced, and all others byte for byte as they were.

        Raises:
            InputError: A part cannot be read.
        """
        whole = BytesIO()
        with zipfile.ZipFile(whole, "w") as target:
            for name, info in self._parts.items():
                target.writestr(copy(info), parts[name] if name in parts else self.read(name))
        return whole.getvalue()

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        if data.startswith(_OLE):
            raise InputError(
                f"{self._place}: this is a document locked with a password, or one of an old Office. "
                "Save it without a password in the format of today."
            )
        try:
            return zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            what = "cut off or damaged" if data.startswith(b"PK") else "no document of this kind"
            raise InputError(f"{self._place}: the file is {what}. Get it again from where it came from.") from error

    def _refuse_excess(self) -> None:
        infos = self._archive.infolist()
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_WHOLE:
            raise self._too_large()
        if len(infos) != len(self._parts):
            raise InputError(f"{self._place}: two parts of the file have the same name. Save it again in its program.")
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise InputError(f"{self._place}: the file is locked with a password. Save it without one.")

    def _counted(self, info: zipfile.ZipInfo) -> bytes:
        """Unfold a part piece by piece, and stop at the limits."""
        limit = min(LARGEST_PART, self._left, max(_RATIO_COUNTS_FROM, info.compress_size * HIGHEST_RATIO))
        content = bytearray()
        with self._archive.open(info) as stream:
            while piece := stream.read(_CHUNK):
                content += piece
                if len(content) > limit:
                    raise self._too_large()
        self._left -= len(content)
        return bytes(content)

    def _too_large(self) -> InputError:
        return InputError(
            f"{self._place}: unfolded, the file is larger than any document should be. It is not opened; "
            "if you trust it, save it again in its program, in pieces."
        )
