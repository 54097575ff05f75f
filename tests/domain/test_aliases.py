"""Other names of a thing."""

from __future__ import annotations

import pytest

from custom_components.home_inventory.domain.aliases import other_names


@pytest.mark.parametrize(
    ("name", "aliases", "kept"),
    [
        ("Bosch IXO", ("Akkuschrauber", "the blue thing"), ("Akkuschrauber", "the blue thing")),
        ("Öl-Kanne", ("ol-KANNE", "Kanne"), ("Kanne",)),
        ("Drill", (), ()),
    ],
)
def test_what_is_the_name_is_no_other_name(name: str, aliases: tuple[str, ...], kept: tuple[str, ...]) -> None:
    """However it is written."""
    assert other_names(name, aliases) == kept
