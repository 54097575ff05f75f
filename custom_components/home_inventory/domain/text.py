"""Comparing names the same way on every database."""

import unicodedata

PATH_SEPARATOR = " / "


def name_key(name: str) -> str:
    """Return the form in which two spellings of one name are equal.

    Case, accents and runs of white space do not count: "Öl-Kanne" and "ol-kanne" have the same key.
    """
    if name.isascii():  # most names are, and this is asked for at every change and every search
        return " ".join(name.lower().split())
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.casefold().split())


def path_keys(path: str) -> tuple[str, ...]:
    """Return the name keys of a path "Garage / Shelf 2", outermost first."""
    return tuple(key for part in path.split("/") if (key := name_key(part)))


def one_line(text: str) -> str:
    """Return a text on one line, without what can't be shown: control characters, halves of surrogate pairs."""
    line = " ".join(text.split())
    return line if line.isprintable() else " ".join("".join(letter for letter in line if letter.isprintable()).split())
