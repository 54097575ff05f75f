"""Whatever is entered, nobody sees a stack trace and nothing is half done."""

from __future__ import annotations

import json
import logging
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.exceptions import ServiceValidationError

from custom_components.home_inventory.commands import COMMANDS, Command
from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.domain.fields import ITEM_DETAILS, Text

from .bad_values import HOSTILE, cases
from .commands.sourced import SourcedHome
from .domain.matching_kit import lan
from .kit import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .kit import InventoryTestKit

TRANSLATIONS = Path(__file__).parents[1] / "custom_components" / DOMAIN / "translations"
TEXTS = [json.loads((TRANSLATIONS / f"{language}.json").read_text())["exceptions"] for language in ("en", "de")]
VALID: dict[str, dict[str, Any]] = {
    "item/list": {},
    "search": {},
    "item/get": {"item": "Drill"},
    "item/add": {"name": "Saw"},
    "item/update": {"item": "Drill"},
    "item/move": {"item": "Drill", "to": "Garage"},
    "item/adjust": {"item": "Drill", "by": 1},
    "item/lend": {"item": "Drill", "borrower": "Anna"},
    "item/return": {"item": "Drill"},
    "borrower/list": {},
    "attachment/add": {"item": "Drill", "url": "https://example.com/manual"},
    "attachment/attach": {"item": "Drill", "url": "https://example.com/warranty"},
    "attachment/update": {},
    "attachment/remove": {},
    "item/remove": {"item": "Drill"},
    "item/restore": {"item": "Old drill"},
    "code/find": {"text": "Drill"},
    "code/qr": {"code": "BXKQ"},
    "label_sheet/layouts": {},
    "label_sheet/preview": {"items": ["Drill"]},
    "label_sheet/print": {"items": ["Drill"]},
    "report/make": {"report": "insurance"},
    "item/similar": {"item": "Drill"},
    "items/move": {"wanted": {}, "to": "Home"},
    "items/update": {"wanted": {}, "fields": {"vendor": "Shop"}},
    "items/remove": {"wanted": {"location": "Garage"}},
    "items/restore": {"wanted": {"archived": True, "unplaced": True}},
    "location/list": {},
    "location/get": {"location": "Garage"},
    "location/add": {"name": "Attic"},
    "location/update": {"location": "Garage"},
    "location/move": {"location": "Garage"},
    "location/add_slots": {"location": "Box", "count": 2},
    "location/remove": {"location": "Garage"},
    "location/restore": {"location": "Old shed"},
    "category/list": {},
    "category/add": {"name": "Gifts"},
    "category/update": {"category": "Tools"},
    "category/merge": {"category": "Gifts", "into": "Tools"},
    "category/remove": {"category": "Unused"},
    "change/list": {},
    "change/people": {},
    "change/undo": {},
    "info": {},
    "store/info": {},
    "store/snapshot": {},
    "device/list": {},
    "device/get": {"device": "Lamp"},
    "device/update": {"device": "Lamp"},
    "device/adopt": {"device": "Lamp"},
    "device/unlink": {"device": "Lamp"},
    "device/merge": {"keep": "Lamp", "gone": "Plug"},
    "device/split": {},
    "device/split_off": {"device": "Lamp", "identities": [{"kind": "hostname", "value": "lamp-host", "scope": ""}]},
    "device/refuse": {"first": "Lamp", "second": "TV"},
    "device/remove": {"device": "TV"},
    "device/restore": {"device": "Old lamp"},
    "device/suggestions": {},
    "device/conflicts": {},
    "device/overview": {},
    "device/types": {},
    "topology/get": {},
    "site/figures": {},
    "network/list": {},
    "network/addresses": {"source": "192.168.1.0/24"},
    "source/list": {},
    "source/sync": {"source": "hass"},
    "source/runs": {},
    "source/diff": {},
    "source/inspect_scan": {"content": "192.168.1.5 dev eth0 lladdr 00:17:88:00:00:09 REACHABLE"},
    "import/preview": {"content": "Name\nSaw\n"},
    "import/apply": {"content": "Name\nSaw\n"},
    "export/columns": {},
    "export/make": {},
    "export/schedule": {},
    "export/run_schedule": {},
    "export/set_schedule": {},
    "source/import_scan": {"content": "192.168.1.5 dev eth0 lladdr 00:17:88:00:00:09 REACHABLE"},
}
"""What needs the id of a batch, a run or an attachment gets it from the household."""
TOPICS: dict[str, list[Command]] = defaultdict(list)
"""The commands about the same: a household for each command would take longer than asking it."""
for each in COMMANDS:
    TOPICS[each.name.partition("/")[0]].append(each)
TEXT_FIELDS = [
    name for name, reader in ITEM_DETAILS.items() if isinstance(reader, Text) and name not in ("unit", "currency")
]


@pytest.fixture
async def household(kit: InventoryTestKit, tmp_path: Path) -> InventoryTestKit:
    """Return a household in which every valid call works."""
    kit.hass.config.allowlist_external_dirs = {str(tmp_path)}
    await kit.ws("export/set_schedule", every="day", folder=str(tmp_path))
    for place in ("Garage", "Old shed"):
        await kit.given_location(place)
    await kit.given_location("Box", kind="box")
    await kit.ws("location/remove", location="Old shed")
    for item in ("Drill", "Old drill"):
        await kit.given_item(item, categories=["Tools"])
    await kit.ws("item/remove", item="Old drill")
    await kit.ws("category/add", name="Unused")
    VALID.update(await given_devices(SourcedHome(kit)))
    attached = await kit.ws("attachment/add", item="Drill", url="https://example.com/parts")
    VALID.update({f"attachment/{verb}": {"attachment": attached["attachment"]} for verb in ("update", "remove")})
    await kit.ws("category/add", name="Last of all")
    return kit


async def given_devices(home: SourcedHome) -> dict[str, dict[str, Any]]:
    """Add devices; return the examples that name a batch or runs."""
    names = ("Lamp", "Plug", "TV", "Old lamp", "Twin")
    seen = [
        lan(f"00:17:88:00:00:1{place}", host=f"{name.lower()}-host", name=name, site="")
        for place, name in enumerate(names)
    ]
    first, second = await home.bring(*seen), await home.bring(*seen)
    await home.kit.ws("device/remove", device="Old lamp")
    merged = await home.kit.ws("device/merge", keep="TV", gone="Twin")
    runs = [result.run.id for result in (first, second) if result.run is not None]
    return {
        "device/split": {"batch": merged["batch"]},
        "source/diff": dict(zip(("first", "second"), runs, strict=True)),
    }


@pytest.fixture
def logged() -> Iterator[list[logging.LogRecord]]:
    """Return what is logged as an error or with a stack trace."""
    records: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = records.append  # type: ignore[method-assign]
    handler.addFilter(lambda record: record.levelno >= logging.ERROR or bool(record.exc_info))
    logging.getLogger().addHandler(handler)
    yield records
    logging.getLogger().removeHandler(handler)


async def over_the_websocket(kit: InventoryTestKit, command: Command, values: dict[str, Any]) -> str | None:
    """Return what is wrong with the answer to a bad call."""
    try:
        await kit.ws(command.name, **values)
    except CommandError as err:
        return complaint(values, err.error.get("translation_key"), err.placeholders)
    return f"accepted: {str(values)[:200]}"


async def as_an_action(kit: InventoryTestKit, command: Command, values: dict[str, Any]) -> str | None:
    """Return what is wrong with the answer to a bad call."""
    try:
        await kit.action(command.action or "", values=values)
    except ServiceValidationError as err:
        return complaint(values, err.translation_key, err.translation_placeholders or {})
    return f"accepted: {ascii(values)[:200]}"


def complaint(values: dict[str, Any], key: str | None, placeholders: dict[str, str]) -> str | None:
    """Return what keeps an error from being shown in every language."""
    texts = [language.get(key, {}).get("message") for language in TEXTS]
    if not all(texts):
        return f"{key} is not translated: {ascii(values)[:200]}"
    missing = {name for text in texts for name in re.findall(r"{(\w+)}", text)} - placeholders.keys()
    too_long = [name for name, value in placeholders.items() if len(value) > 1000]
    return f"{key} lacks {missing}, too long {too_long}: {ascii(values)[:200]}" if missing or too_long else None


def test_every_command_has_an_example() -> None:
    """A new command belongs into the list above."""
    assert VALID.keys() == {command.name for command in COMMANDS}


async def test_the_examples_work(household: InventoryTestKit) -> None:
    """So that what is refused below is refused for what was made wrong."""
    answers = {name: await household.ws(name, **values) for name, values in VALID.items()}

    assert all(answers.values())


@pytest.mark.parametrize("topic", TOPICS)
async def test_bad_input_over_the_websocket_is_refused(
    household: InventoryTestKit, topic: str, logged: list[logging.LogRecord]
) -> None:
    """With an error that can be shown, without a stack trace, and nothing is changed."""
    before = await household.tables("sync_runs")  # the registry is looked at by itself meanwhile

    complaints = [
        (command.name, await over_the_websocket(household, command, values))
        for command in TOPICS[topic]
        for values in cases(command, VALID[command.name], is_json=True)
    ]

    assert [(name, text) for name, text in complaints if text] == []
    assert [record.getMessage() for record in logged] == []
    assert await household.tables("sync_runs") == before


@pytest.mark.parametrize("topic", TOPICS)
async def test_bad_input_to_an_action_is_refused(
    household: InventoryTestKit, topic: str, logged: list[logging.LogRecord]
) -> None:
    """Also what no JSON can hold, but a template or a script can."""
    before = await household.tables("sync_runs")

    complaints = [
        (command.action, await as_an_action(household, command, values))
        for command in TOPICS[topic]
        if command.action
        for values in cases(command, VALID[command.name], is_json=False)
    ]

    assert [(name, text) for name, text in complaints if text] == []
    assert [record.getMessage() for record in logged] == []
    assert await household.tables("sync_runs") == before


@pytest.mark.parametrize("text", HOSTILE)
async def test_odd_text_is_kept_as_it_is(kit: InventoryTestKit, text: str, logged: list[logging.LogRecord]) -> None:
    """It is only text: in names, notes, categories and custom fields, and it is found by them."""
    values = dict.fromkeys(TEXT_FIELDS, text)
    aliases = [f"{text} 2"]
    item = await kit.given_item(
        text, **values, aliases=aliases, barcodes=[text], custom={text: text}, categories=[f"x{text}"]
    )
    place = await kit.given_location(text, description=text)
    await kit.ws("item/move", item=item, to=place)

    known = await kit.item(text)

    assert {name: known[name] for name in values} == values
    assert (known["name"], known["aliases"], known["barcodes"], known["custom"]) == (
        text,
        aliases,
        [text],
        {text: text},
    )
    assert (await kit.location(place))["description"] == text
    assert known["locations"][0]["path"] == f"Home / {text}"
    assert (await kit.ws("change/list", item=text))["total"] == 2
    assert logged == []


async def test_everything_at_its_limit_fits(kit: InventoryTestKit) -> None:
    """The longest values that are allowed, in letters of four bytes."""
    values = {name: "🔩" * ITEM_DETAILS[name].limit for name in TEXT_FIELDS}  # type: ignore[attr-defined]
    values |= {"unit": "🔩" * 32, "vendor_url": "https://" + "x" * 2040}
    custom = {f"{number:03}" + "🔩" * 97: "🔩" * 1000 for number in range(50)}
    barcodes = [f"{number:02}" + "🔩" * 62 for number in range(20)]

    item = await kit.given_item("🔩" * 255, **values, custom=custom, barcodes=barcodes, quantity=1_000_000_000)

    known = await kit.item(item)
    assert {name: known[name] for name in values} == values
    assert (known["custom"], known["barcodes"], known["quantity"]) == (custom, barcodes, 1_000_000_000)
