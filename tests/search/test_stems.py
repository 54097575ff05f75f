"""Plurals and inflections have one stem, different things have different ones."""

import pytest

from custom_components.home_inventory.search.stems import is_inflection, stem

ENGLISH = """drill drills, battery batteries, box boxes, knife knives, shelf shelves, glass glasses, brush brushes,
    torch torches, case cases, hose hoses, potato potatoes, toy toys, pulley pulleys, device devices, leaf leaves,
    nappy nappies, mattress mattresses, wooden wood, cookies cookie, rakes rake"""
VERBS = """cutting cut, hiking hike, wiring wire, sanding sander, charger charge, charging charger, printer print,
    sharpener sharpen, opener open, freezer freeze, shredder shred, corded cord, lighting light"""
GERMAN = """batterie batterien, vase vasen, saege sage, sage sagen, lampe lampen, schraube schrauben, buch bucher,
    tasse tassen, zange zangen, schlussel schlusseln, dubel dubeln, bohrer bohren, tuer tur, hammer hammern"""
FRENCH = "couteau couteaux, tuyau tuyaux, bocal bocaux, ampoule ampoules, vert verte, clef clefs, outil outils"
SPANISH = """cable cables, lapiz lapices, taladro taladros, tijera tijeras, destornillador destornilladores,
    rojo roja, pilas pila"""
ITALIAN = "martello martelli, chiave chiavi, lampada lampade, banco banchi, barca barche, tubo tubi, vite viti"
DUTCH = """pan pannen, schaar scharen, draad draden, schroef schroeven, huis huizen, lamp lampen, deken dekens,
    batterij batterijen"""

FORMS = f"{ENGLISH}, {VERBS}, {GERMAN}, {FRENCH}, {SPANISH}, {ITALIAN}, {DUTCH}"


def _pairs(text: str) -> list[list[str]]:
    return [pair.split() for pair in text.split(",")]


@pytest.mark.parametrize(("one", "other"), _pairs(FORMS))
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    _pairs(
        """tap tape, can cane, pin pine, car care, ham hammer, lad ladder, water watt, cap cape, mat mate, pepper pep,
        tow tower, rubber rub, bed bead, cord cordon, cart carton, case cask, table tablet, pump pumpkin, cab cable,
        rake rack, blank blanket, jack jacket, bar bare, letter let"""
    ),
)
def test_different_things_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["gas", "bus", "es", "s", "aa", "18", "ключи", "日本", "v2"])
def test_short_and_foreign_words_stay(word: str) -> None:
    assert stem(word) == word


def test_a_stem_is_at_least_three_letters_long() -> None:
    assert min(len(stem(word)) for word in ("ring", "oven", "user", "beds", "ices", "eing", "ossen", "tree")) >= 3


def test_a_plural_is_the_same_thing_and_what_one_does_with_it_is_not() -> None:
    assert is_inflection("drill", "drills")
    assert is_inflection("batterie", "batterien")
    assert is_inflection("shelf", "shelves")
    assert not is_inflection("drill", "drilling")
    assert not is_inflection("charger", "charging")
