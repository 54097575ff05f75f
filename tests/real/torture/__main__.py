"""Round after round, a line for each, and a table at the end. Usage: script/torture --help."""

import argparse
import asyncio
import secrets
import sys
import tempfile
import time
from collections import Counter
from itertools import cycle
from pathlib import Path
from random import Random

from ..hass_process import NEWEST, OLDEST
from . import big, damage
from .big import BigRound
from .home import Home
from .rounds import Result, Round

_ROUNDS_PER_HOME = 10
"""A home grows with each round; after that many another one begins."""


def main() -> None:
    """Play all rounds; exit with 1 if anything was lost, doubled or left in disorder."""
    parser = argparse.ArgumentParser(prog="script/torture", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--kind", choices=("all", "big", "kill", *damage.WAYS, *big.KINDS), default="all")
    parser.add_argument("--when", choices=("rest", "running", "both"), default="both")
    parser.add_argument("--database", choices=("sqlite",), default="sqlite")
    parser.add_argument("--version", choices=(OLDEST.name, NEWEST.name), default=NEWEST.name)
    parser.add_argument("--seed", type=int, default=None, help="of the first round; each further one has the next")
    parser.add_argument("--keep", type=Path, default=None, help="keep the homes in this folder")
    arguments = parser.parse_args()
    if arguments.keep is not None:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        results = asyncio.run(_play(arguments, arguments.keep))
    else:
        with tempfile.TemporaryDirectory(prefix="home-inventory-torture-") as folder:
            results = asyncio.run(_play(arguments, Path(folder)))
    _summarise(results)
    sys.exit(0 if all(result.is_good for result in results) else 1)


async def _play(arguments: argparse.Namespace, folder: Path) -> list[Result]:
    """Play all rounds."""
    seed = secrets.randbelow(1_000_000) if arguments.seed is None else arguments.seed
    _say(f"seed {seed}")
    version = next(version for version in (OLDEST, NEWEST) if version.name == arguments.version)
    first = Home(folder / "first", version)
    is_big = arguments.kind in ("big", *big.KINDS)
    await (first.begin() if is_big else first.found())
    await first.process.stop()
    results: list[Result] = []
    home: Home | None = None
    try:
        for number, (kind, when) in zip(range(arguments.rounds), cycle(_plan(arguments)), strict=False):
            if home is None or _is_over(number, kind, is_good=results[-1].is_good):
                if home is not None:
                    await home.process.kill()
                home = first.copy_to(folder / f"home-{number}")
                await home.start()
            result = await _round(home, kind, when, seed + number)
            results.append(result)
            _show(number, result)
    finally:
        if home is not None:
            await home.process.kill()
    return results


async def _round(home: Home, kind: str, when: str, seed: int) -> Result:
    """Play one round."""
    if kind in big.KINDS:
        return await BigRound(home, kind, seed).run()
    return await Round(home, kind, when, seed).run()


def _is_over(number: int, kind: str, *, is_good: bool) -> bool:
    """Return whether another home is needed: only one that nobody uses yet can be restored."""
    return number % _ROUNDS_PER_HOME == 0 or kind == "restore" or not is_good


def _plan(arguments: argparse.Namespace) -> list[tuple[str, str]]:
    """Return the kinds of rounds, in a mixed order."""
    whens = ("rest", "running") if arguments.when == "both" else (arguments.when,)
    if arguments.kind in ("kill", *big.KINDS):
        return [(arguments.kind, "running")]
    if arguments.kind == "big":
        return [(kind, "running") for kind in big.KINDS]
    ways = damage.WAYS if arguments.kind == "all" else (arguments.kind,)
    plan = [(way, when) for way in ways for when in whens]
    if arguments.kind == "all":
        plan += [("kill", "running")] * len(plan)
        Random(0).shuffle(plan)  # noqa: S311
    return plan


def _show(number: int, result: Result) -> None:
    recovered = "" if result.recovered_in is None else f", well after {result.recovered_in:.1f} s"
    done = ", ".join(f"{kind} {times}" for kind, times in result.recoveries.items())
    _say(
        f"{number + 1:4} {'ok  ' if result.is_good else 'FAIL'} seed {result.seed} {result.kind:8} {result.when:7} "
        f"{result.acknowledged:5} acknowledged, {result.errors} refused, {result.done}{recovered}"
        f" [{done}] {result.seconds:.1f} s"
    )
    for name in ("lost", "doubled", "differences", "problems"):
        for line in getattr(result, name)[:5]:
            _say(f"       {name}: {line[:3000]}")


def _summarise(results: list[Result]) -> None:
    """Print a row for each kind of round."""
    head = ("kind", "when", "rounds", "acknowledged", "lost", "doubled", "in disorder", "refused", "p50", "max")
    _say(f"\n| {' | '.join(head)} | recoveries |\n|{'---|' * (len(head) + 1)}")
    for kind, when in sorted({(result.kind, result.when) for result in results}):
        _say(_row(kind, when, [result for result in results if (result.kind, result.when) == (kind, when)]))
    _say(_row("all", "", results))


def _row(kind: str, when: str, results: list[Result]) -> str:
    waits = sorted(result.recovered_in for result in results if result.recovered_in is not None)
    recoveries = sum((result.recoveries for result in results), Counter[str]())
    disorder = sum(bool(result.differences or result.problems) for result in results)
    cells = (
        kind,
        when,
        len(results),
        sum(result.acknowledged for result in results),
        sum(len(result.lost) for result in results),
        sum(len(result.doubled) for result in results),
        disorder,
        sum(result.errors for result in results),
        f"{waits[len(waits) // 2]:.1f} s" if waits else "",
        f"{waits[-1]:.1f} s" if waits else "",
        ", ".join(f"{name} {times}" for name, times in sorted(recoveries.items())),
    )
    return f"| {' | '.join(map(str, cells))} |"


def _say(text: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S ') if not text.startswith(('|', chr(10))) else ''}{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
