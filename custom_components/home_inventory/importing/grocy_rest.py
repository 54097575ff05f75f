"""What Grocy keeps besides products: batteries and equipment, which are things, and lists, which are told of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.import_notes import NotCarriedNote
from ..domain.imports import Remark
from .grocy_products import captions, telling, userfields_of
from .markup import plain
from .records import by_id, id_of, is_yes, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .grocy_products import Told
    from .records import Record

_THINGS: Final = {"batteries": "Batteries", "equipment": "Equipment"}
_LISTS: Final = {"recipes": "recipe", "chores": "chore", "tasks": "task"}


def other_rows(lists: Mapping[str, list[Record]]) -> Iterator[tuple[dict[str, str], Told]]:
    """Give batteries and equipment as rows, each with what has to be told of it."""
    for entity, category in _THINGS.items():
        names = captions(lists, entity)
        for thing_id, thing in by_id(lists.get(entity, [])).items():
            manual = text_of(thing.get("instruction_manual_file_name"))
            interval = text_of(thing.get("charge_interval_days"))
            yield (
                {
                    "name": text_of(thing.get("name")),
                    "reference": f"{entity}/{thing_id}",
                    "description": plain(text_of(thing.get("description"))),
                    "group": category,
                    "amount": "1",
                    "used_in": text_of(thing.get("used_in")),
                    "charge_interval_days": interval if interval.strip("0") else "",
                    "archived": "true" if "active" in thing and not is_yes(thing["active"]) else "",
                    **userfields_of(thing, names),
                },
                telling([f"manual {manual}"] if manual else []),
            )


def remarks_of_the_rest(lists: Mapping[str, list[Record]], first: int) -> list[Remark]:
    """Return what there is no place for: entries of shopping lists without product, recipes, chores and tasks."""
    known = by_id(lists["products"])
    told: list[tuple[str, str]] = [
        (plain(text_of(entry.get("note"))) or text_of(entry.get("amount")), "on a shopping list")
        for entry in lists.get("shopping_list", [])
        if id_of(entry.get("product_id")) not in known
    ]
    for entity, word in _LISTS.items():
        told += [
            (text_of(each.get("name")), word)
            for each in lists.get(entity, [])
            if entity != "recipes"
            or text_of(each.get("type")) in ("", "normal")  # plans for days are recipes there, too
        ]
    return [
        Remark.of(number, " ".join(name.split()), NotCarriedNote(word))
        for number, (name, word) in enumerate(told, first)
    ]
