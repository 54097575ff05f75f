"""What a camera reads is told apart: labels of ours, barcodes, and the rest."""

from __future__ import annotations

import pytest

from custom_components.home_inventory.domain.scanned import read_scanned


@pytest.mark.parametrize(
    "text",
    [
        "BXKQ",
        "https://home.example.org/home-inventory/code/BXKQ",
        "http://192.168.1.5:8123/home-inventory/code/bxkq/",
        "https://old.address/home-inventory/code/BXKQ?edit=1#top",
        "homeassistant://navigate/home-inventory/code/BXKQ",
    ],
)
def test_a_label_is_known_wherever_the_home_was_when_it_was_printed(text: str) -> None:
    """The address before the path does not matter."""
    assert read_scanned(text).code == "BXKQ"


@pytest.mark.parametrize("text", ["bxkq", "BXKQA", "https://example.org/code/BXKQ", "https://example.org/BXKQ", "4006"])
def test_other_texts_are_no_codes(text: str) -> None:
    """A word in small letters may be a name."""
    assert read_scanned(text).code is None


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("4006381333931", ("4006381333931",)),
        ("4 006381 333931", ("4006381333931",)),
        ("036000291452", ("036000291452", "0036000291452")),
        ("0036000291452", ("0036000291452", "036000291452")),
        ("96385074", ("96385074",)),
        ("X00-1234", ("X00-1234",)),
    ],
)
def test_a_barcode_is_found_however_it_was_kept(text: str, spellings: tuple[str, ...]) -> None:
    """Twelve digits and thirteen with a zero before them are one and the same."""
    assert read_scanned(text).barcodes == spellings


@pytest.mark.parametrize(
    ("text", "is_barcode"),
    [
        ("4006381333931", True),
        ("X001ABCD", True),
        ("Drill", False),
        ("Shelf 2", False),
        ("https://example.org/4006381333931", False),
        ("12", False),
    ],
)
def test_only_what_looks_like_a_barcode_is_offered_as_one(text: str, *, is_barcode: bool) -> None:
    """Words are no barcodes, and neither are the addresses of others."""
    assert read_scanned(text).is_barcode is is_barcode
