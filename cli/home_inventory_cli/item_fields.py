"""What may be said about an item, as options of `items add` and `items update`."""

from __future__ import annotations

from typing import Any, Final

from . import completion
from .command import flag, option
from .errors import UsageError

DETAILS: Final = (
    option("description", "In a sentence."),
    option("unit", "What it is measured in, as kg; pieces unless given."),
    option("aliases", "One more name that it goes by.", "--alias", many=True),
    option(
        "categories",
        "Category as a path, as “Tools / Saws”; made if it is not there.",
        "--category",
        "-c",
        many=True,
        complete=completion.categories,
    ),
    option("labels", "Label of Home Assistant.", "--label", many=True),
    option("manufacturer", "Maker."),
    option("model", "Model."),
    option("serial_number", "Serial number.", "--serial-number", "--serial"),
    option("barcodes", "Barcode.", "--barcode", many=True),
    option("purchase_date", "When it was bought, as 2026-11-22."),
    option("purchase_price", "What one has cost.", "--purchase-price", "--price"),
    option("currency", "Currency of the price, as EUR."),
    option("vendor", "Where it was bought."),
    option("vendor_url", "Its page there."),
    option("warranty_until", "Last day of the warranty."),
    flag("lifetime_warranty", "Warranty for life.", opposite="--no-lifetime-warranty"),
    option("warranty_notes", "What there is to say about the warranty."),
    option("minimum_quantity", "Low in stock below this.", "--minimum-quantity", "--minimum"),
    option("notes", "Notes."),
    option("custom", "A field of your own, as Watts=40; Watts= takes it away.", many=True, metavar="NAME=VALUE"),
)
DIFFERENT: Final = (option("clear", "Field to be emptied, as notes.", many=True),)


def with_custom(given: dict[str, Any], known: dict[str, Any]) -> None:
    """Put fields of one's own beside those that are known. Raises UsageError for one without a name."""
    if "custom" not in given:
        return
    fields = dict(known)
    for said in given["custom"]:
        name, equals, value = said.partition("=")
        if not name.strip() or not equals:
            raise UsageError(f"--custom takes NAME=VALUE, not {said}.")
        fields[name.strip()] = value
    given["custom"] = {name: value for name, value in fields.items() if value != ""}


def without(given: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that are to be emptied, as the inventory wants to hear it. Raises UsageError for one that is set as well."""
    names = [name.replace("-", "_") for name in given.pop("clear", ())]
    if both := [name for name in names if name in given]:
        raise UsageError(f"{both[0]} can't be set and cleared at once.")
    if wrong := {"item", "version"}.intersection(names):
        raise UsageError(f"There is no field {min(wrong)} to be cleared.")
    return dict.fromkeys(names)
