"""The words that invented item names are put together from."""

from __future__ import annotations

from typing import Final


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(entry.split()) for entry in text.split(","))


QUALITIES: Final = _listed(
    """
    cordless, electric, folding, portable, wooden, plastic, glass, metal, steel, stainless steel, cast iron, small, large,
    mini, big, tall, extra long, waterproof, outdoor, indoor, vintage, black, white, red, blue, green, grey, yellow, silver,
    chrome, brushed, adjustable, rechargeable, battery powered, wireless, digital, automatic, manual, compact, heavy duty,
    professional, replacement, spare, universal, double, single, round, square, cotton, leather, wool, ceramic, aluminium,
    rubber, silicone, solar, bluetooth, smart, magnetic, inflatable, disposable, organic, frozen, dried, canned, old, new,
    broken, used, unopened, leftover, borrowed, cheap, heavy, light, thin, thick, soft, sharp, oil filled, for children
    """
)
"""What is said of things before their name."""

COLOURS: Final = ("white", "black", "silver", "brown", "red", "blue", "beige", "oak", "natural")

MAKERS: Final = _listed(
    """
    3M, AEG, Adidas, Anker, Apple, Asus, Aldi, Bahco, Beko, Bialetti, Black+Decker, Bosch, Brabantia, Braun, Brother,
    Canon, Casio, Castrol, Colgate, Coleman, Craftsman, Dell, DeWalt, Dremel, Duracell, Dyson, Einhell, Electrolux,
    Energizer, Epson, Fein, Fender, Festool, Fiskars, Garmin, Gardena, Gedore, Gillette, Google, Gorilla, Haribo, Hasbro,
    Hazet, Heinz, Hilti, Honda, Honeywell, HP, Husqvarna, IKEA, Jabra, JBL, Karcher, Kenwood, KitchenAid, Knipex, Kodak,
    Lego, Lenovo, Levi's, LG, Lidl, Liebherr, Loctite, Logitech, Makita, Metabo, Michelin, Microsoft, Miele, Milwaukee,
    Mitsubishi, Motorola, Neff, Nespresso, Netgear, Nike, Nikon, Nintendo, Nivea, Nokia, North Face, Oral-B, Ortlieb,
    Osprey, Osram, OXO, Panasonic, Parkside, Patagonia, Pattex, Pelikan, Petzl, Philips, Pioneer, Playmobil, Playstation,
    Puma, Pyrex, Ravensburger, Reebok, Rubbermaid, Ryobi, Samsung, Sandisk, Scotch, Sealey, Sharp, Shimano, Siemens,
    Singer, Skil, Sonos, Sony, Stanley, Stihl, Tefal, Tesa, Thermos, Thule, Toro, Toshiba, TP-Link, Trixie, Tupperware,
    Ubiquiti, Varta, Vaude, Victorinox, Vileda, Weber, Wera, Whirlpool, Wiha, Wilson, WMF, Xbox, Xiaomi, Yamaha, Zwilling
    """
)
"""Names that things carry."""

SIZES: Final = (
    *("{} cm", "{} mm", "{} m", "{} inch", "{} ft", "{} l", "{} ml", "{} kg", "{} g", "{} oz", "{} V", "{} W", "{} Ah"),
    *("{} GB", "{} pack", "{} pieces", "pack of {}", "set of {}", "size {}", "no. {}", "box of {}", "M{}"),
)
NUMBERS: Final = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 18, 20, 24, 25, 30, 32, 40, 42, 50, 60, 75, 100, 128, 230, 500)

QUESTIONS: Final = (
    "where is my {}",
    "where are the {}",
    "where did I put the {}",
    "where do we keep the {}",
    "do we have any {}",
    "do I own a {}",
    "have we still got {}",
    "how many {} are left",
    "find the {}",
    "show me every {}",
    "I need a {}",
    "I am looking for the {}",
    "who has the {}",
    "the {} in the garage",
    "{} in the kitchen drawer",
    "{} in the box in the cellar",
)
"""How people ask for a thing."""
