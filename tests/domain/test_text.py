"""Names are compared the same way on every database."""

import pytest

from custom_components.home_inventory.domain.text import name_key, path_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Öl-Kanne", "ol-kanne"),
        ("CAFÉ", "cafe"),
        ("Straße", "STRASSE"),
        ("  AA   battery ", "aa battery"),
        ("ﬁle", "file"),
        ("Ünï\tcode", "uni code"),
    ],
)
def test_two_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    """Case, accents and white space do not count."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Drill", "Drill 2"), ("Shelf-2", "Shelf 2"), ("日本", "日木")])
def test_different_names_stay_different(one: str, other: str) -> None:
    """Everything else does count."""
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("Garage / Shelf 2", ("garage", "shelf 2")),
        ("Garage/Shelf 2/", ("garage", "shelf 2")),
        ("/", ()),
        ("Garage", ("garage",)),
        (" // Box 7", ("box 7",)),
    ],
)
def test_a_path_is_split_into_the_keys_of_its_names(path: str, keys: tuple[str, ...]) -> None:
    """Empty names are left out."""
    assert path_keys(path) == keys
