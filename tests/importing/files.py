"""Files as other programs write them, made up for the tests."""

from __future__ import annotations

import io
import zipfile
from base64 import b64encode
from typing import Any

from openpyxl import Workbook

HOMEBOX = (
    "HB.import_ref,HB.location,HB.labels,HB.asset_id,HB.archived,HB.url,HB.name,HB.quantity,HB.description,HB.insured,"
    "HB.notes,HB.purchase_price,HB.purchase_from,HB.purchase_time,HB.manufacturer,HB.model_number,HB.serial_number,"
    "HB.lifetime_warranty,HB.warranty_expires,HB.warranty_details,HB.sold_to,HB.sold_price,HB.sold_time,HB.sold_notes,"
    "HB.field.Watts,HB.parent_import_ref\r\n"
    'a1,Garage / Shelf 2,Tools; Power tools,000-001,false,http://box/item/1,Drill,1,"With a ""box""",true,'
    "Bring back,149.9,Hardware store,2024-02-29,Bosch,GSR 18,SN-1,false,2027-02-28,Keep the bill,,0,0001-01-01,,750,\r\n"
    "a2,,Tools,000-002,FALSE,http://box/item/2,Drill bits,12,,f,,0,,,,,,t,,,,0,0001-01-01,,,a1\r\n"
    "a3,Attic,,000-003,TRUE,http://box/item/3,Old lamp,1,,0,,,,01/15/2019,,,,0,,,Anna,5,2023/06/01,Gone,,\r\n"
    "a4,Attic,,000-004,false,,Dimmer,1,,,,65.98,Amazon,09/30/0202,Honeywell,,,,,,,,,,,\r\n"
)
"""Version 0.10 and up: three forms of dates, booleans of Go, a year that nobody means, a part of another item."""

HOMEBOX_TAGS = (
    "HB.import_ref\tHB.location\tHB.tags\tHB.quantity\tHB.name\tHB.purchase_date\tHB.purchase_price\n"
    "\tLiving Room\tIOT;Home Assistant; Z-Wave\t1\tMotion sensor\t10/15/2021\t29.95\n"
    "\tLiving Room\tIOT\t1\tMotion sensor\t10/15/2021\t29.95\n"
)
"""The newest names of columns, as TSV, and two things that nothing tells apart."""

GERMAN = (
    "Bezeichnung;Lagerort;Menge;Preis;Kaufdatum;Hersteller;Regalfarbe\n"
    "Säge;Keller > Regal;2;1.249,50 €;24.12.2023;Bosch;grün\n"
    "Öl;Keller;1,5;3,99;;;\n"
)


def in_base64(content: bytes) -> str:
    """Return a file as it is sent."""
    return b64encode(content).decode()


def zipped(files: dict[str, bytes]) -> bytes:
    """Return an archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def workbook(*rows: list[Any]) -> bytes:
    """Return a workbook with an empty sheet, and one with these rows."""
    return sheets({"Things": list(rows)})


def sheets(tables: dict[str, list[list[Any]]]) -> bytes:
    """Return a workbook with an empty sheet, and others with rows."""
    book = Workbook()
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_entities(content: bytes) -> bytes:
    """Return a workbook whose sheet would grow to gigabytes when it is read."""
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    source = zipfile.ZipFile(io.BytesIO(content))
    files = {name: source.read(name) for name in source.namelist()}
    name = "xl/worksheets/sheet2.xml"
    files[name] = bomb + files[name]
    return zipped(files)


def with_lying_size(content: bytes) -> bytes:
    """Return an archive that says of its file that it is small."""
    size = zipfile.ZipFile(io.BytesIO(content)).infolist()[0].file_size
    return content.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
