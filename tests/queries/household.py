"""A household whose places, categories and labels have names in all languages, and sentences about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from custom_components.home_inventory.queries import Chip, Household, Name, NameIndex, understand

FOLDER = Path(__file__).parent / "sentences"
TODAY = date(2026, 11, 21)
"""A Saturday."""
PLACES = (
    *("Garage", "Garage / Shelf 2", "Garage / Shelf 2 / Red box", "Kitchen", "Kitchen / Fridge", "Attic", "Basement"),
    *(
        "Shelf 2",
        "Keller",
        "Küche",
        "Dachboden",
        "Werkstatt",
        "Werkstatt / Regal 3",
        "Kühlschrank",
        "Kiste 7",
        "Rote Kiste",
    ),
    *("Cuisine", "Cave", "Grenier", "Cuisine / Placard", "Étagère 2", "Réfrigérateur", "Atelier"),
    *("Cocina", "Garaje", "Sótano", "Trastero", "Estantería 2", "Nevera", "Armario rojo"),
    *("Keuken", "Kelder", "Zolder", "Schuur", "Plank 2", "Koelkast", "Rode doos"),
    *("Cucina", "Cantina", "Soffitta", "Scaffale 2", "Frigorifero", "Armadio rosso", "Ripostiglio"),
)
CATEGORIES = ("Tools", "Power tools", "Werkzeug", "Outils", "Herramientas", "Gereedschap", "Attrezzi", "Red")
LABELS = ("Fragile", "Zerbrechlich", "Frágil", "Breekbaar", "To sell")
VENDORS = ("Ikea", "Bauhaus", "Leroy Merlin", "Media Markt", "Amazon")
BORROWERS = ("Anna", "Ben", "The neighbours", "Die Nachbarn")
MAKERS = ("Bosch", "Makita", "De'Longhi")
KEYS = {"location": "in", "category": "category", "label": "label", "vendor": "vendor", "manufacturer": "maker"}


def _place(path: str) -> Name:
    """Return a place; its id is its path, so that one inside another begins like it."""
    parts = path.split(" / ")
    spellings = tuple(" ".join(parts[start:]) for start in range(len(parts)))
    return Name(parts[-1], frozenset(other for other in PLACES if f"{other} / ".startswith(f"{path} / ")), spellings)


def _named(*names: str) -> NameIndex:
    """Return an index of names that stand for themselves."""
    return NameIndex(lambda: [Name(name, frozenset({name})) for name in names])


HOUSEHOLD = Household(
    places=NameIndex(lambda: [_place(path) for path in PLACES]),
    codes={"BXKQ": _place("Garage / Shelf 2 / Red box"), "DESK": _place("Attic")},
    categories=_named(*CATEGORIES),
    labels=_named(*LABELS),
    vendors=_named(*VENDORS),
    makers=_named(*MAKERS),
    borrowers=_named(*BORROWERS),
    currency="EUR",
)


def short(chip: Chip) -> str:
    """Return a chip in a few words: its key and what it says."""
    key = KEYS.get(chip.key, chip.key)
    return " ".join((key, *chip.placeholders.values()))


def sentences() -> list[tuple[str, str, str, list[str]]]:
    """Return every sentence of the files: its language, itself, the words that are left, and its chips."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text().splitlines():
            if line and not line.startswith("#"):
                text, words, chips = (part.strip() for part in line.split("|"))
                found.append((path.stem, text, words, [chip.strip() for chip in chips.split(",") if chip.strip()]))
    return found


def asked(text: str, language: str = "en", *kept: str) -> tuple[str, list[str]]:
    """Return the words and the chips of a question."""
    understood = understand(text, HOUSEHOLD, TODAY, language, keep_as_words=kept)
    return understood.words, [short(chip) for chip in understood.chips]
