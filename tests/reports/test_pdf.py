"""Reports on paper: read again, and looked at."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.units import mm

from custom_components.home_inventory.domain.report_entries import DeviceReport, StockReport, WarrantyReport
from custom_components.home_inventory.domain.reports import Money
from custom_components.home_inventory.printing.fonts import BOLD
from custom_components.home_inventory.reports.devices import device_document
from custom_components.home_inventory.reports.insurance import insurance_document
from custom_components.home_inventory.reports.stock import stock_document
from custom_components.home_inventory.reports.texts import LANGUAGES
from custom_components.home_inventory.reports.typesetting import prepare, width_of
from custom_components.home_inventory.reports.warranty import warranty_document
from custom_components.home_inventory.reports.writing import Writer

from .kit import HEADING, TODAY, insurance, insured, made, pages_of

if TYPE_CHECKING:
    from pathlib import Path

EUROS = Money(Decimal("799.00"), "EUR")
DOLLARS = Money(Decimal("20.10"), "USD")


def test_the_first_page_says_what_it_comes_to(tmp_path: Path) -> None:
    """Each currency for itself, the rule with its numbers, and a line to sign on."""
    entries = [
        insured("Television", price=EUROS, quantity=2, purchase_date=date(2024, 3, 15), place="Home / Lounge"),
        insured("Radio", price=DOLLARS, place="Home / Lounge"),
        insured("Old chair", place="Home / Lounge"),
    ]

    first, second = pages_of(made(insurance(entries, later=3), tmp_path))

    assert [text for text in ("EUR 1,598.00", "EUR 1,118.60", "USD 20.10") if text in first] == [
        "EUR 1,598.00",
        "EUR 1,118.60",
        "USD 20.10",
    ]
    assert "over 8 years to 10% of itself" in first.replace("\n", " ")
    assert "Left out, since it was bought after 22 Nov 2026: 3." in first
    assert "Amounts in different currencies are not added." in first
    assert "Place, date, signature" in first
    assert ("Page 1 of 2" in first, "Page 2 of 2" in second, "no price" in second) == (True, True, True)


def test_headings_are_on_every_page(tmp_path: Path) -> None:
    """Of hundreds of lines none is lost, and each page says where it is and of how many it is one."""
    report = insurance(insured(f"Thing {number:03}", price=EUROS, place="Home / Attic") for number in range(300))

    first, *pages = pages_of(made(report, tmp_path))

    assert "EUR 239,700.00" in first
    assert [name for name in range(300) if f"Thing {name:03}" not in "".join(pages)] == []
    assert all("Home / Attic" in page and "Current value" in page for page in pages)
    assert [f"Page {number} of {len(pages) + 1}" in page for number, page in enumerate(pages, 2)] == [True] * len(pages)


@pytest.mark.parametrize("name", ["Ψυγείο", "Дрель", "电钻", "ドリル", "냉장고", "Ölkännchen ½ l"])
def test_names_of_the_world_can_be_read_again(tmp_path: Path, name: str) -> None:
    """Also those that the program which opens the file has to have a font for."""
    pages = pages_of(made(insurance([insured(name)]), tmp_path))

    assert name in pages[1]


def test_what_no_font_has_is_said(tmp_path: Path) -> None:
    """A box stands for it, and the first page says where all is written; it names what the reader's fonts have to show."""
    first, second = pages_of(made(insurance([insured("Screws 🪛 日本")]), tmp_path))

    assert "Screws □ 日本" in second
    assert "stand as □; the Excel workbook" in first.replace("\r\n", " ")
    assert "Some characters are not in the font" in first


def test_long_texts_are_wrapped_and_stay_on_the_paper(tmp_path: Path) -> None:
    """Words that are too long for their column are broken; the margin stays white."""
    names = ["Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 5, "many words " * 23, "W" * 255]
    file = made(insurance(insured(name, price=EUROS, vendor=name[:255]) for name in names), tmp_path)

    with pypdfium2.PdfDocument(file) as document:
        pictures = [page.render(scale=1).to_pil().convert("L") for page in document]

    assert names[2] in "".join(pages_of(file)[1].split("\n"))
    assert {low for picture in pictures for low, _high in (picture.crop((560, 0, 595, 842)).getextrema(),)} == {255}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_of_a_column_is_broken_inside_a_word(language: str) -> None:
    """In 7.5 points, on the 180 mm that A4 has and with 2 mm between columns."""
    prepare()
    writer = Writer(language)
    documents = (
        insurance_document(insurance([insured(price=EUROS)]), HEADING, writer),
        warranty_document(WarrantyReport(entries=(), on=TODAY, days=30), HEADING, writer),
        stock_document(StockReport(entries=(), on=TODAY), HEADING, writer),
        device_document(DeviceReport(entries=(), on=TODAY), HEADING, writer),
    )
    blocks = [block for document in documents for block in document.body.blocks]
    room = [(block.width * 180 - 2) * mm for block in blocks]
    words = [max(width_of(word, BOLD, 7.5) for word in block.title.split(" ")) for block in blocks]

    assert [block.title for block, word, wide in zip(blocks, words, room, strict=True) if word > wide] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_a_report_too(tmp_path: Path, language: str) -> None:
    [page] = pages_of(made(insurance([]), tmp_path, language=language))

    assert LANGUAGES[language]["nothing"] in page
    assert LANGUAGES[language]["insurance"] in page


def test_photos_are_made_small_and_broken_ones_are_left_out(tmp_path: Path) -> None:
    """A photo of twelve million points takes no more than a few kilobytes."""
    photo, broken = tmp_path / "photo", tmp_path / "broken"
    Image.radial_gradient("L").resize((4000, 3000)).convert("RGB").save(photo, "JPEG")
    broken.write_bytes(photo.read_bytes()[:2000])

    file = made(insurance([insured("Lamp", photo=photo), insured("Vase", photo=broken)]), tmp_path)

    with pypdfium2.PdfDocument(file) as document:
        pictures = [found for found in document[1].get_objects() if isinstance(found, pypdfium2.PdfImage)]
        assert [picture.get_px_size() for picture in pictures] == [(160, 120)]
    assert "Photos that could not be read are left out: 1." in pages_of(file)[1]
    assert file.stat().st_size < 60_000
