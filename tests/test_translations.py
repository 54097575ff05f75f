"""Every text is there, in every language, with the same gaps to fill in."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from typing import Any

import pytest

from custom_components.home_inventory.commands import base
from custom_components.home_inventory.domain import errors

FOLDER = Path(__file__).parents[1] / "custom_components/home_inventory"
LANGUAGES = sorted(path.stem for path in (FOLDER / "translations").glob("*.json"))


def _texts(language: str) -> dict[str, str]:
    """Return all texts of a language by their path."""
    return _flat(json.loads((FOLDER / f"translations/{language}.json").read_text()))


def _flat(tree: dict[str, Any], before: str = "") -> dict[str, str]:
    """Return the leaves of a tree by their path."""
    flat: dict[str, str] = {}
    for key, value in tree.items():
        flat |= _flat(value, f"{before}{key}.") if isinstance(value, dict) else {f"{before}{key}": value}
    return flat


def _gaps(text: str) -> set[str]:
    """Return the placeholders of a text."""
    return set(re.findall(r"{(\w+)}", text))


def _codes() -> list[str]:
    """Return the codes of all errors that a user can see."""
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.InventoryError)]
    return sorted({kind.code for kind in [*kinds, base.NotLoadedError]})


def test_german_is_there() -> None:
    """The languages that voice speaks are those of the texts."""
    assert {"de", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text(language: str) -> None:
    """No text is missing, none is left over."""
    assert _texts(language).keys() == _texts("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_the_same_gaps(language: str) -> None:
    """A translated text has the placeholders of the English one."""
    english, texts = _texts("en"), _texts(language)
    differing = [path for path, text in texts.items() if _gaps(text) != _gaps(english[path])]
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    """Every text says something."""
    assert [path for path, text in _texts(language).items() if not text.strip()] == []


@pytest.mark.parametrize("code", _codes())
def test_every_error_has_a_text(code: str) -> None:
    """A code that the domain raises is translated."""
    assert f"exceptions.{code}.message" in _texts("en")


def test_no_error_text_is_left_over() -> None:
    """A text without an error would be dead."""
    raised = set(_codes())
    known = {path.split(".")[1] for path in _texts("en") if path.startswith("exceptions.")}
    glue = "\n".join(path.read_text() for path in FOLDER.glob("*.py"))
    assert {key for key in known - raised if f'translation_key="{key}"' not in glue} == set()
