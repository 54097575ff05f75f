"""Makers as people call them."""

from __future__ import annotations

import pytest

from custom_components.home_inventory.sources.vendors import short_name


@pytest.mark.parametrize(
    ("registered", "short"),
    [
        # A legal form, however it is written.
        ("Espressif Inc.", "Espressif"),
        ("Apple, Inc.", "Apple"),
        ("BUFFALO.INC", "Buffalo"),
        ("Hitron Technologies. Inc", "Hitron"),
        ("AMPAK Technology,Inc.", "Ampak"),
        ("ELKO EP, s.r.o.", "ELKO EP"),
        ("Signify B.V.", "Signify"),
        ("Nokia Danmark A/S", "Nokia"),
        ("Vodafone Italia S.p.A.", "Vodafone"),
        ("Parker Hannifin Manufacturing Germany GmbH & Co. KG", "Parker Hannifin"),
        ("Microsoft Mobile Oy", "Microsoft"),
        ("CZ.NIC, z.s.p.o.", "CZ.NIC z.s.p.o"),
        # What is said after it.
        ("Motorola Mobility LLC, a Lenovo Company", "Motorola"),
        ("Panasonic Corporation AVC Networks Company", "Panasonic"),
        ("AVM Audiovisuelles Marketing und Computersysteme GmbH", "AVM"),
        # The town, in the lists of Chinese makers, and commas and brackets of Chinese width.
        ("Hangzhou Hikvision Digital Technology Co.,Ltd.", "Hikvision"),
        ("SHENZHEN BILIAN ELECTRONIC CO.，LTD", "Bilian"),  # noqa: RUF001 - as it is registered
        ("Bouffalo Lab (Nanjing) Co., Ltd.", "Bouffalo Lab"),
        ("Motorola (Wuhan) Mobility Technologies Communication Co., Ltd.", "Motorola"),
        ("GUANGDONG OPPO MOBILE TELECOMMUNICATIONS CORP.,LTD", "Oppo"),
        ("Shenzhen Electronic Technology Co., Ltd.", "Shenzhen Electronic Technology"),
        # What a company does.
        ("Samsung Electronics Co.,Ltd", "Samsung"),
        ("LG Electronics (Mobile Communications)", "LG"),
        ("Cisco Systems, Inc", "Cisco"),
        ("Ruckus Wireless", "Ruckus"),
        ("Espressif Systems (Singapore) Pte. Ltd", "Espressif"),
        # A name that would be none without it.
        ("Palo Alto Networks", "Palo Alto Networks"),
        ("Universal Electronics, Inc.", "Universal Electronics"),
        ("Analog Devices, Inc.", "Analog Devices"),
        ("Texas Instruments", "Texas Instruments"),
        ("Hewlett Packard Enterprise", "Hewlett Packard Enterprise"),
        ("CABLE AND WIRELESS", "Cable AND Wireless"),
        # Capitals.
        ("TP-LINK TECHNOLOGIES CO.,LTD.", "TP-Link"),
        ("UNGERMANN-BASS INC.", "Ungermann-Bass"),
        ("QNAP Systems, Inc.", "QNAP"),
        ("zte corporation", "ZTE"),
        ("eero inc.", "eero"),
        # Nothing but such words: something is left.
        ("Systems", "Systems"),
        ("The Company", "The"),
        ("Inc.", "Inc"),
        ("(unknown)", "(unknown)"),
        ("  ", ""),
    ],
)
def test_a_maker_is_called_as_people_call_it(registered, short) -> None:
    assert short_name(registered) == short


@pytest.mark.parametrize(
    "registered", ["Espressif", "TP-Link", "Palo Alto Networks", "ELKO EP", "eero", "ASUS", "Foxconn"]
)
def test_a_short_name_stays_as_it_is(registered) -> None:
    assert short_name(registered) == registered
