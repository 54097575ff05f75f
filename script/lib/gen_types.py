"""Turns the typed dictionaries of shapes.py into TypeScript interfaces."""

import json
import sys
import types
import typing
from enum import StrEnum
from pathlib import Path
from typing import Any

from custom_components.home_inventory.shapes import SHAPES

TARGET = Path(__file__).parents[2] / "frontend/src/data/types.gen.ts"
HEAD = "// Written by script/gen_types from custom_components/home_inventory/shapes.py: change that, not this.\n"
PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", types.NoneType: "null", Any: "unknown"}


def main() -> int:
    """Write the file, or compare it."""
    text = HEAD + "".join(_enums()) + "".join(_interface(shape) for shape in SHAPES)
    if "--check" not in sys.argv:
        TARGET.write_text(text)
    elif TARGET.read_text() != text:
        sys.stderr.write(f"{TARGET.name} is out of date: run script/gen_types\n")
        return 1
    return 0


def _enums() -> list[str]:
    """Return the words of each enumeration that a shape uses, as a list and as a type."""
    used = {kind for shape in SHAPES for hint in typing.get_type_hints(shape).values() for kind in _enums_in(hint)}
    texts = []
    for kind in sorted(used, key=lambda kind: kind.__name__):
        words = "".join(f'  "{word}",\n' for word in kind)
        constant = _constant(kind.__name__)
        texts.append(f"\nexport const {constant} = [\n{words}] as const;\n")
        texts.append(f"export type {kind.__name__} = (typeof {constant})[number];\n")
    return texts


def _enums_in(hint: Any) -> set[type[StrEnum]]:
    """Return the enumerations in a type."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {hint}
    return {kind for part in typing.get_args(hint) for kind in _enums_in(part)}


def _constant(name: str) -> str:
    """Return LOCATION_KINDS for LocationKind."""
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in name).strip("_").upper() + "S"


def _interface(shape: type) -> str:
    """Return one interface; a shape that extends another repeats nothing of it."""
    bases = [base for base in types.get_original_bases(shape) if base in SHAPES]
    inherited = {name for base in bases for name in typing.get_type_hints(base)}
    hints = {name: hint for name, hint in typing.get_type_hints(shape).items() if name not in inherited}
    extends = f" extends {', '.join(base.__name__ for base in bases)}" if bases else ""
    optional: frozenset[str] = getattr(shape, "__optional_keys__", frozenset())
    lines = "".join(f"  {name}{'?' * (name in optional)}: {_type(hint)};\n" for name, hint in hints.items())
    return f"\n/** {shape.__doc__} */\nexport interface {shape.__name__}{extends} {{\n{lines}}}\n"


def _type(hint: Any) -> str:
    """Return a type in TypeScript."""
    if hint in PLAIN:
        return PLAIN[hint]
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return " | ".join(_type(part) for part in parts)
    if origin is typing.Literal:
        return " | ".join(json.dumps(part) for part in parts)
    if origin is list:
        entry = _type(parts[0])
        return f"({entry})[]" if "|" in entry else f"{entry}[]"
    if origin is dict:
        return f"Record<string, {_type(parts[1])}>"
    return str(hint.__name__)


if __name__ == "__main__":
    sys.exit(main())
