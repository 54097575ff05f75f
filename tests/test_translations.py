"""Every text is there, in every language, with the same gaps to fill in."""

from __future__ import annotations

import ast
import inspect
import json
import re
import textwrap
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from custom_components.home_inventory.commands import base
from custom_components.home_inventory.domain import (
    attachment_errors,
    complete_errors,
    complete_notes,
    device_errors,
    errors,
    export_errors,
    import_notes,
    imports,
    loan_errors,
    report_errors,
    scan_file_errors,
    source_errors,
    store_errors,
    sync_errors,
)
from custom_components.home_inventory.domain.matching import merging, presence
from custom_components.home_inventory.importing import errors as import_errors
from custom_components.home_inventory.sources.network import errors as network_errors
from custom_components.home_inventory.sources.scans import errors as scan_errors

FOLDER = Path(__file__).parents[1] / "custom_components/home_inventory"
OUR_ERRORS = (
    errors,
    store_errors,
    source_errors,
    device_errors,
    sync_errors,
    scan_file_errors,
    loan_errors,
    report_errors,
    attachment_errors,
    export_errors,
    complete_errors,
    complete_notes,
    imports,
    import_notes,
)
KINDS = {
    name: kind
    for module in (*OUR_ERRORS, network_errors, scan_errors, import_errors, merging, presence)
    for name, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, errors.InventoryError)
}
LANGUAGES = sorted(path.stem for path in (FOLDER / "translations").glob("*.json"))
"""The languages of which there is a file: all of them are held to the same rules."""
NEEDED = ("de", "en", "es", "fr", "it", "nl")
"""The languages of which there has to be a file."""
_CODE = re.compile(r"`[^`]*`")
_BROKEN_RULES = {
    "space at an end": re.compile(r"\A\s|\s\Z"),
    "two spaces": re.compile(r"[^\S\n]{2}"),
    "HTML": re.compile(r"</?[a-z][^>]*>", re.IGNORECASE),
    "address": re.compile(r"\b(?:https?://|www\.)", re.IGNORECASE),
    "quoted gap": re.compile(r"'[{}]"),
    "lone brace": re.compile(r"[{}]"),
}
"""What Home Assistant does not allow, or shows wrong: an apostrophe before a brace makes a gap into plain text."""


@cache
def _texts(language: str) -> dict[str, str]:
    """Return all texts of a language by their path."""
    return _flat(json.loads((FOLDER / f"translations/{language}.json").read_text(), object_pairs_hook=_without_doubles))


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs as a dictionary; of a key that is there twice, one text would be lost without a word."""
    tree = dict(pairs)
    assert len(tree) == len(pairs), f"a key is there twice: {[key for key, _ in pairs]}"
    return tree


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
    return sorted({kind.code for kind in [*KINDS.values(), base.NotLoadedError]})


def _broken_rules(text: str) -> list[str]:
    """Return the names of the rules that a text breaks."""
    plain = re.sub(r"{\w+}", "", text)
    return [name for name, rule in _BROKEN_RULES.items() if rule.search(plain if name == "lone brace" else text)]


@pytest.mark.parametrize("language", NEEDED)
def test_the_language_is_there(language: str) -> None:
    """Its file has not been lost."""
    assert language in LANGUAGES


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_keeps_the_rules(language: str) -> None:
    """Home Assistant can show it as it is written."""
    broken = {path: rules for path, text in _texts(language).items() if (rules := _broken_rules(text))}
    assert broken == {}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (" Item", "space at an end"),
        ("Item\n", "space at an end"),
        ("One  item", "two spaces"),
        ("An <b>item</b>", "HTML"),
        ("See https://example.org", "address"),
        ("The item '{item}'", "quoted gap"),
        ("The item {item", "lone brace"),
    ],
)
def test_a_broken_rule_is_found(text: str, rule: str) -> None:
    """The rules would find it."""
    assert _broken_rules(text) == [rule]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_files_and_tables_are_not_translated(language: str) -> None:
    """What stands between backticks is the same in every language."""
    english, texts = _texts("en"), _texts(language)
    differing = [path for path in texts if sorted(_CODE.findall(texts[path])) != sorted(_CODE.findall(english[path]))]
    assert differing == []


@cache
def _raised() -> list[tuple[str, set[str]]]:
    """Return each place where an error is made: its class, and the placeholders that it is given."""
    calls = [
        node
        for path in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS
    ]
    return [(call.func.id, _given(KINDS[call.func.id], call)) for call in calls]


def _given(kind: type[errors.InventoryError], call: ast.Call) -> set[str]:
    """Return the placeholders that an error is given; some kinds always have the same."""
    return _own_placeholders(kind) or {keyword.arg or "" for keyword in call.keywords}


def _own_placeholders(kind: type[errors.InventoryError]) -> set[str]:
    """Return the placeholders that a kind of error makes itself of what it is given."""
    for maker in kind.__mro__[: kind.__mro__.index(errors.InventoryError)]:
        if "__init__" in vars(maker):
            tree = ast.parse(textwrap.dedent(inspect.getsource(maker.__init__)))
            calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
            made = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "__init__"]
            return {keyword.arg or "" for call in made for keyword in call.keywords}
    return set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_fills_in_the_gaps_of_its_text(language: str) -> None:
    """Wherever it is raised; what is raised bare has no gaps."""
    texts = _texts(language)
    wanted = {name: _gaps(texts[f"exceptions.{kind.code}.message"]) for name, kind in KINDS.items()}
    sources = "\n".join(path.read_text() for path in FOLDER.rglob("*.py"))
    bare = set(re.findall(r"raise (\w+Error)(?: from \w+)?$", sources, re.MULTILINE))
    assert [(name, given) for name, given in _raised() if wanted[name] - given] == []
    assert {name: wanted[name] for name in bare & wanted.keys() if wanted[name]} == {}


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
