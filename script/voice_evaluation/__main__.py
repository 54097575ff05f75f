"""Print the table of the figures in a folder: python -m script.voice_evaluation FOLDER [--faults]."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .sets import LANGUAGES


def main(folder: Path, *, with_faults: bool) -> None:
    """Print one line for each language, then what was not right if that is asked for."""
    files = [folder / f"{language}.json" for language in LANGUAGES]
    reports = [json.loads(path.read_text()) for path in files if path.exists()]
    print(
        "| language | questions | right | asked back | wrong | misheard, right | not ours | hijacked | held out, right |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for each in reports:
        right = f"{each['right']} ({each['right'] / each['questions']:.1%})"
        cells = (each["language"], each["questions"], right, each["asked_back"], each["wrong"], _part(each, "misheard"))
        more = (each["not_ours"], each["hijacked"], _part(each, "held_out"))
        print("|", " | ".join(str(cell) for cell in (*cells, *more)), "|")
    if with_faults:
        print("\n".join(fault for each in reports for fault in each["faults"]))


def _part(figures: dict[str, int], name: str) -> str:
    """Return how many of some questions were answered rightly."""
    right, asked = figures[f"{name}_right"], figures[name]
    return f"{right} of {asked} ({right / asked:.1%})"


if __name__ == "__main__":
    main(Path(sys.argv[1]), with_faults="--faults" in sys.argv)
