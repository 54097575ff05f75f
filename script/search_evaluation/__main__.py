"""Ask every question of every set in a real Home Assistant, and print how good the answers are as tables in Markdown."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.real.hass_config import REPOSITORY, copy_integration, write_configuration
from tests.real.hass_process import NEWEST, HassProcess

from .household import Household
from .noise import CLEAN, VARIANTS, variant
from .sets import QuestionSet, home_depot_set, own_names, own_set, reference_sets
from .tables import Asked, tables

if TYPE_CHECKING:
    from collections.abc import Collection

PAGE = REPOSITORY / "docs" / "search.md"


def main() -> None:
    """Measure, print, and write the page if asked to."""
    arguments = _arguments()
    sets = _sets(arguments)
    if not sets:
        sys.exit("There is no set of this name.")
    asked = asyncio.run(_ask(sets, arguments.variants))
    text = f"Measured {datetime.now(UTC):%Y-%m-%d}.\n\n{tables(asked)}"
    sys.stdout.write(text)
    if arguments.write:
        _write(arguments.write, text)


def _arguments() -> argparse.Namespace:
    """Return what is to be measured."""
    parser = argparse.ArgumentParser(prog="script/evaluate_search", description=__doc__)
    parser.add_argument("--sets", nargs="+", metavar="NAME", help="only these, of all there are; the default is all")
    parser.add_argument("--reference", type=Path, metavar="FOLDER", help="also the household_*.txt of this folder")
    parser.add_argument("--home-depot", type=Path, metavar="FILE", help="also Home Depot's train.csv")
    parser.add_argument("--variants", nargs="+", choices=VARIANTS, default=VARIANTS)
    parser.add_argument("--write", nargs="?", const="figures", metavar="SECTION", help="put the tables into the page")
    return parser.parse_args()


def _sets(arguments: argparse.Namespace) -> list[QuestionSet]:
    """Return the sets that are asked for, the biggest last."""
    sets = [own_set(name) for name in own_names()]
    if arguments.reference:
        sets += reference_sets(arguments.reference)
    if arguments.home_depot:
        sets.append(home_depot_set(arguments.home_depot))
    return [asked for asked in sets if not arguments.sets or asked.name in arguments.sets]


async def _ask(sets: Collection[QuestionSet], variants: Collection[str]) -> list[Asked]:
    """Start Home Assistant and ask everything."""
    with tempfile.TemporaryDirectory(prefix="home-inventory-search-") as folder:
        config = Path(folder)
        copy_integration(config, frontend=False)
        hass = HassProcess(config, NEWEST)
        write_configuration(config, hass.port)
        try:
            client = await hass.start()
            await client.set_up("home_inventory", name="Home", places_from_areas=False)
            (entry,) = await client.call("config_entries/get", domain="home_inventory")
            household = Household(client, entry["entry_id"])
            return [await _ask_set(household, asked, variants) for asked in sets]
        finally:
            await hass.kill()


async def _ask_set(household: Household, asked: QuestionSet, variants: Collection[str]) -> Asked:
    """Ask the questions of one set, one after the other."""
    sys.stderr.write(f"{asked.name}: {len(asked.things)} things, {len(asked.questions)} questions ...\n")
    await household.fill(asked)
    await household.ask(asked.questions[0])  # the first search of a process pays for warming up
    answers = {}
    for name in dict.fromkeys((CLEAN, *variants)):
        answers[name] = [(question, await household.ask(question)) for question in variant(asked, name)]
    return Asked(asked.name, len(asked.things), answers)


def _write(section: str, text: str) -> None:
    """Put the tables between the markers of a section of the page."""
    begin, end = f"<!-- {section} -->", f"<!-- /{section} -->"
    before, found, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    if not found:
        sys.exit(f"{PAGE.name} has no section {begin}.")
    PAGE.write_text(f"{before}{begin}\n\n{text}\n{end}{rest.partition(end)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
