"""What can be done is documented, described in the editor, and the same everywhere."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from homeassistant.helpers import service

from custom_components.home_inventory.commands import COMMANDS, Command
from custom_components.home_inventory.domain import (
    attachment_errors,
    complete_errors,
    device_errors,
    errors,
    imports,
    loan_errors,
    report_errors,
    scan_file_errors,
    source_errors,
    sync_errors,
)
from custom_components.home_inventory.domain.matching import merging, presence
from custom_components.home_inventory.importing import errors as import_errors
from custom_components.home_inventory.sources.network import errors as network_errors
from custom_components.home_inventory.sources.scans import errors as scan_errors

FOLDER = Path(__file__).parents[1] / "custom_components/home_inventory"
PAGES = Path(__file__).parents[1] / "docs"
OUR_ERRORS = (
    errors,
    source_errors,
    device_errors,
    sync_errors,
    scan_file_errors,
    loan_errors,
    report_errors,
    attachment_errors,
    complete_errors,
    imports,
)
KINDS = [
    kind
    for module in (*OUR_ERRORS, network_errors, scan_errors, import_errors, merging, presence)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, errors.InventoryError)
]
ACTIONS = [command for command in COMMANDS if command.action]
DESCRIPTIONS: dict[str, Any] = yaml.safe_load((FOLDER / "services.yaml").read_text())
TEXTS: dict[str, Any] = json.loads((FOLDER / "translations/en.json").read_text())["services"]
ICONS: dict[str, Any] = json.loads((FOLDER / "icons.json").read_text())["services"]
NOT_IN_THE_EDITOR = {"best_before", "lot", "version"}
"""Lots are written by the panel and by scripts; the editor stays short until they have a page of their own. Versions are for programs."""


def _name(command: Command) -> str:
    return command.name


def _fields(description: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an action, those of its sections included."""
    fields: dict[str, Any] = {}
    for name, field in description["fields"].items():
        fields |= field.get("fields", {name: field})
    return fields


@pytest.mark.parametrize("command", COMMANDS, ids=_name)
def test_every_command_is_documented(command: Command) -> None:
    """The page about the interface names each command, by its verb where nouns share a line."""
    page = (PAGES / "api.md").read_text()
    noun, _, verb = command.name.partition("/")
    assert f"`{command.name}`" in page or (f"`{noun}/" in page and f"`{verb}`" in page)


@pytest.mark.parametrize("command", ACTIONS, ids=_name)
def test_every_action_is_documented(command: Command) -> None:
    """Both the page about the interface and the user guide name it."""
    assert f"`{command.action}`" in (PAGES / "api.md").read_text()
    assert f"`{command.action}`" in (PAGES / "user-guide.md").read_text()


def _row(name: str) -> str:
    """Return the line of the page about the interface that tells what a command or an action takes."""
    noun, _, verb = name.partition("/")
    lines = [line for line in (PAGES / "api.md").read_text().splitlines() if line.startswith("| `")]
    own = [line for line in lines if line.startswith(f"| `{name}`")]
    shared = [line for line in lines if line.startswith(f"| `{noun}/") and f"`{verb}`" in line.split("|")[1]]
    return (own or shared)[0]


def _documented(name: str, adding: str) -> set[str]:
    """Return the words of a line; "any of these" is what adding takes."""
    row = _row(name)
    return set(re.findall(r"[a-z_]+", row + _row(adding) * ("any of" in row)))


@pytest.mark.parametrize("command", COMMANDS, ids=_name)
def test_every_field_is_documented(command: Command) -> None:
    """Of websocket commands and of actions, and the required ones have their star."""
    row = _row(command.name)
    assert set(command.fields) <= _documented(command.name, "item/add")
    assert [name for name in command.required if f"{name}*" not in row] == []
    assert command.action is None or set(command.fields) <= _documented(command.action, "add_item")


@pytest.mark.parametrize("command", ACTIONS, ids=_name)
def test_the_editor_offers_the_fields_that_the_action_takes(command: Command) -> None:
    """No field is missing, none is invented, and the required ones are marked."""
    fields = _fields(DESCRIPTIONS[command.action or ""])
    assert set(fields) == set(command.fields) - NOT_IN_THE_EDITOR
    assert {name for name, field in fields.items() if field.get("required")} == set(command.required)


@pytest.mark.parametrize("command", ACTIONS, ids=_name)
def test_every_field_has_a_name_and_a_description(command: Command) -> None:
    """The editor shows words, not keys; every action has an icon."""
    texts = TEXTS[command.action or ""]
    assert texts["name"]
    assert texts["description"]
    assert set(texts["fields"]) == set(_fields(DESCRIPTIONS[command.action or ""]))
    assert all(text["name"] and text["description"] for text in texts["fields"].values())
    assert command.action in ICONS


def test_home_assistant_understands_the_descriptions() -> None:
    """Home Assistant's own schema takes services.yaml, and nothing is described that is not there."""
    service._SERVICES_SCHEMA(DESCRIPTIONS)
    assert set(DESCRIPTIONS) == set(TEXTS) == set(ICONS) == {command.action for command in ACTIONS}


@pytest.mark.parametrize("code", sorted({kind.code for kind in KINDS} - {"schema_newer"}))
def test_every_error_is_documented(code: str) -> None:
    """The page about the interface says when it comes."""
    assert f"`{code}`" in (PAGES / "api.md").read_text()


@pytest.mark.parametrize("page", [PAGES.parent / "README.md", *sorted(PAGES.glob("*.md"))], ids=lambda page: page.name)
def test_every_picture_is_there(page: Path) -> None:
    """As `script/pictures` takes them."""
    named = re.findall(r'(?:!\[[^\]]*\]\(|<img src=")([^)"]+)', page.read_text())
    assert [picture for picture in named if not (page.parent / picture).is_file()] == []
