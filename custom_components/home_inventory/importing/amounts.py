"""Amounts and prices of programs that keep more digits than fit here."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, NamedTuple

from ..domain.quantities import QUANTITY_DIGITS, is_countable

if TYPE_CHECKING:
    from collections.abc import Mapping

_CENT: Final = Decimal("0.01")
_SMALLEST: Final = Decimal(1).scaleb(-QUANTITY_DIGITS)
_LARGEST: Final = Decimal(10) ** 15


class Fitted(NamedTuple):
    """A number as it is kept, and what it was if that differs; both as Python writes numbers."""

    text: str
    was: str = ""


def fit_amount(text: str, unit: str | None) -> Fitted:
    """Return an amount as it fits: what is counted is rounded up to a whole, for half a pack is still there.

    What is no number stays as it is, for the reader to refuse.
    """
    if (number := _number(text)) is None:
        return Fitted(text)
    step = Decimal(1) if is_countable(unit or None) else _SMALLEST
    return _fitted(number, number.quantize(step, ROUND_CEILING if step == 1 else ROUND_HALF_UP))


def fit_price(text: str) -> Fitted:
    """Return a price as it fits; parts of a cent are no price at all, but are told in `was`."""
    if (number := _number(text)) is None:
        return Fitted(text)
    fitted = _fitted(number, number.quantize(_CENT, ROUND_HALF_UP))
    return Fitted("", fitted.was) if fitted.was and fitted.text == "0" else fitted


def _number(text: str) -> Decimal | None:
    """Return a number that can be rounded."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < _LARGEST else None


def _fitted(number: Decimal, rounded: Decimal) -> Fitted:
    """Return both, without zeros at the end."""
    return Fitted(_plain(rounded), "" if number == rounded else _plain(number))


def _plain(number: Decimal) -> str:
    """Return a number without exponent and zeros at its end."""
    return format(number.normalize() + 0, "f")


_UNITS: Final[Mapping[str, str]] = {
    "g": "g, gr, gram, grams, gramm, gramme, grammes, grammo, grammi, gramo, gramos",
    "kg": "kg, kilo, kilogram, kilograms, kilogramm, kilogramme, kilogrammes, chilogrammo, chilogrammi, kilogramo, kilogramos",
    "mg": "mg, milligram, milligrams, milligramm, milligramme, milligrammo, miligramo",
    "ml": "ml, milliliter, millilitre, milliliters, millilitres, millilitro, millilitri, mililitro, mililitros",
    "cl": "cl, centiliter, centilitre, zentiliter, centilitro, centilitri, centilitros",
    "l": "l, liter, litre, liters, litres, litro, litri, litros",
    "m": "m, meter, metre, meters, metres, mètre, mètres, metro, metri, metros",
    "cm": "cm, centimeter, centimetre, zentimeter, centimètre, centimetro, centímetro",
    "mm": "mm, millimeter, millimetre, millimètre, millimetro, milímetro",
    "pack": "pack, packs, packung, packungen, paquet, paquets, paquete, paquetes, confezione, confezioni, pak, pakken",
    "box": "box, boxes, karton, kartons, schachtel, boîte, boîtes, caja, cajas, scatola, scatole, doos, dozen",
    "bottle": "bottle, bottles, flasche, flaschen, bouteille, bouteilles, botella, botellas, bottiglia, bottiglie, fles, flessen",
    "can": "can, cans, dose, dosen, canette, lata, latas, lattina, lattine, blik, blikken",
    "jar": "jar, jars, glas, gläser, glass, bocal, bocaux, tarro, tarros, vasetto, vasetti, pot, potten",
    "bag": "bag, bags, beutel, tüte, tüten, sac, sachet, bolsa, bolsas, sacchetto, sacchetti, zak, zakken",
    "roll": "roll, rolls, rolle, rollen, rouleau, rouleaux, rollo, rollos, rotolo, rotoli, rol",
    "tube": "tube, tubes, tuben, tubo, tubos, tubetto, tubetti",
    "": "piece, pieces, pcs, pcs., pc, pc., stück, stk, stk., pièce, pièces, pieza, piezas, pezzo, pezzi, stuk, stuks, unit, units",
}
_BY_NAME: Final = {name: unit for unit, names in _UNITS.items() for name in names.split(", ")}


def unit_of(name: str) -> str:
    """Return our unit for what a program or a person calls it, in six languages; nothing for pieces, its own name for what is not known."""
    known = _BY_NAME.get(name.strip().casefold())
    return name.strip() if known is None else known
