"""The forms of sources, filled in as the front end does: over HTTP, with every text that is shown looked up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

import pytest
from homeassistant.setup import async_setup_component

from custom_components.home_inventory.const import DOMAIN

if TYPE_CHECKING:
    from aiohttp.test_utils import TestClient
    from homeassistant.config_entries import ConfigSubentry
    from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

    from .kit import InventoryTestKit

type Answer = dict[str, Any]
_TEXTS: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "custom_components/home_inventory/translations/en.json").read_text()
)
_OWN_ABORTS: Final = {"reconfigure_successful"}
"""Home Assistant has the text."""


class Forms:
    """Somebody who fills in forms about sources of one kind, or the form of a repair."""

    def __init__(self, kit: InventoryTestKit, client: TestClient[Any, Any], kind: str) -> None:
        """Take the household and a client that is signed in as its administrator."""
        self._kit = kit
        self._client = client
        self._kind = kind
        self.last: Answer = {}

    @classmethod
    async def open(cls, kit: InventoryTestKit, clients: ClientSessionGenerator, kind: str) -> Self:
        """Return somebody in front of Home Assistant's settings."""
        for component in ("config", "repairs"):
            assert await async_setup_component(kit.hass, component, {})
        return cls(kit, await clients(), kind)

    async def start(self, source: ConfigSubentry | None = None) -> Answer:
        """Open the form of something new, or of a source that is there already."""
        asked: dict[str, Any] = {"handler": [self._kit.entry.entry_id, self._kind]}
        if source is not None:
            asked["subentry_id"] = source.subentry_id
        return await self._post("/api/config/config_entries/subentries/flow", asked)

    async def send(self, **values: Any) -> Answer:
        """Send the form that was shown last."""
        return await self._post(f"/api/config/config_entries/subentries/flow/{self.last['flow_id']}", values)

    async def fix(self, issue_id: str) -> Answer:
        """Open the form of a repair."""
        return await self._post("/api/repairs/issues/fix", {"handler": DOMAIN, "issue_id": issue_id})

    async def send_fix(self, **values: Any) -> Answer:
        """Send the form of a repair that was shown last."""
        return await self._post(f"/api/repairs/issues/fix/{self.last['flow_id']}", values)

    async def _post(self, path: str, body: dict[str, Any]) -> Answer:
        response = await self._client.post(path, json=body)
        assert response.status == 200, await response.text()
        self.last = await response.json()
        is_fix = path.startswith("/api/repairs")
        _look_up(self.last, _TEXTS["issues"]["homeseer_login"]["fix_flow"] if is_fix else self._texts)
        await self._kit.hass.async_block_till_done(wait_background_tasks=False)
        return self.last

    @property
    def _texts(self) -> dict[str, Any]:
        return _TEXTS["config_subentries"][self._kind]

    @property
    def sources(self) -> list[ConfigSubentry]:
        """Return the sources of this kind that there are."""
        return [one for one in self._kit.entry.subentries.values() if one.subentry_type == self._kind]


def _look_up(answer: Answer, texts: dict[str, Any]) -> None:
    """Make sure that everything has a text in the right place."""
    if answer["type"] == "abort":
        assert answer["reason"] in texts["abort"] or answer["reason"] in _OWN_ABORTS
    for error in (answer.get("errors") or {}).values():
        assert texts["error"][error]
    if answer["type"] == "form":
        step = texts["step"][answer["step_id"]]
        assert step["title"]
        for field in answer["data_schema"]:
            assert step["sections" if "schema" in field else "data"][field["name"]]


def suggested(answer: Answer) -> dict[str, Any]:
    """Return what a form is filled in with, sections included."""
    return _suggested(answer["data_schema"])


def _suggested(fields: list[dict[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields:
        if "schema" in field:
            values[field["name"]] = _suggested(field["schema"])
        elif "suggested_value" in (field.get("description") or {}):
            values[field["name"]] = field["description"]["suggested_value"]
    return values


def fields(answer: Answer) -> list[str]:
    """Return the names of all fields of a form, those of its sections with the section's name."""
    return [
        name
        for field in answer["data_schema"]
        for name in (
            [f"{field['name']}/{inner['name']}" for inner in field["schema"]] if "schema" in field else [field["name"]]
        )
    ]


def options(answer: Answer, name: str) -> dict[str, str]:
    """Return what can be chosen in a field, of a section too: labels by value."""
    for field in answer["data_schema"]:
        for one in field.get("schema", [field]):
            if one["name"] == name:
                return {option["value"]: option["label"] for option in one["selector"]["select"]["options"]}
    pytest.fail(f"there is no field {name}")
