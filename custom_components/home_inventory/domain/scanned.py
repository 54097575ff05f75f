"""What a label or a barcode says, as a camera or a keyboard gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

CODE_PATH: Final = "/home-inventory/code/"
"""Where the panel opens what a code names; it stands in the links on printed labels."""
BARCODE_LIMIT: Final = 64

_LINK: Final = re.compile(rf"{CODE_PATH}([A-Za-z]{{4}})/?(?:[?#].*)?$")
_CODE: Final = re.compile(r"[A-Z]{4}")
_BARCODE: Final = re.compile(r"(?=[^ ]*[0-9])[!-~]{4,}")
_GROUPED_DIGITS: Final = re.compile(r"[0-9]+(?:[ -][0-9]+)+")


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a text may be: the code of a label of ours, a barcode, or only words."""

    text: str
    code: str | None = None
    """Certainly a code: it stood in a link of ours, or in capitals."""
    barcode: str | None = None

    @property
    def is_barcode(self) -> bool:
        """Whether it looks like a barcode that a maker has printed: digits, or at least one among letters."""
        return self.barcode is not None and bool(_BARCODE.fullmatch(self.barcode))

    @property
    def barcodes(self) -> tuple[str, ...]:
        """The ways in which this barcode may have been kept.

        What is twelve digits in America (UPC-A) is thirteen with a zero before them elsewhere (EAN-13): one and the same.
        """
        digits = self.barcode
        if digits is None or not (digits.isascii() and digits.isdecimal()):
            return (digits,) if digits else ()
        if len(digits) == 12:  # noqa: PLR2004
            return digits, f"0{digits}"
        if len(digits) == 13 and digits.startswith("0"):  # noqa: PLR2004
            return digits, digits[1:]
        return (digits,)


def read_scanned(text: str) -> Scanned:
    """Return what a text may be. Whose address stands before the path of a link does not matter: homes move."""
    if link := _LINK.search(text):
        return Scanned(text, code=link[1].upper())
    if "://" in text or len(text) > BARCODE_LIMIT:
        return Scanned(text)
    barcode = re.sub(r"[ -]", "", text) if _GROUPED_DIGITS.fullmatch(text) else text
    return Scanned(text, code=text if _CODE.fullmatch(text) else None, barcode=barcode)
