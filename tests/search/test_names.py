"""How alike a word that was heard is to a word of a name."""

from __future__ import annotations

import pytest

from custom_components.home_inventory.search.names import Sureness, alike, fit
from custom_components.home_inventory.voice.words import key_words


def likeness(said: str, name: str) -> float:
    return alike(*key_words(said), *key_words(name))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("bombiyas", "bombillas"),
        ("bombiya", "bombillas"),
        ("yave", "llave"),
        ("vaso", "baso"),
        ("muneca", "muñeca"),
        ("MUN\u0303ECA", "muñeca"),
        ("latter", "ladder"),
        ("karte", "garte"),
    ],
)
def test_what_sounds_the_same_is_alike(said: str, name: str) -> None:
    assert likeness(said, name) >= 0.85


@pytest.mark.parametrize(
    ("said", "name"),
    [("piñas", "pilas"), ("piña", "pila"), ("piñas", "pinzas"), ("caña", "caja"), ("bucket", "bullet")],
)
def test_another_consonant_makes_another_short_word(said: str, name: str) -> None:
    assert likeness(said, name) == 0


def test_a_slip_in_a_longer_word_is_forgiven() -> None:
    assert likeness("destornicador", "destornillador") > 0


def test_what_is_heard_is_told_from_what_is_only_spelt_alike() -> None:
    """ "bombiyas" sounds like "bombillas" and is spelt nearly like "bomba"."""
    bulb = fit(["bombiyas"], ["bombilla"], {"bombilla"})
    pump = fit(["bombiyas"], ["bomba", "bicicleta"], {"bomba"})

    assert bulb.sureness is Sureness.GOOD
    assert bulb.is_heard
    assert not pump.is_heard
