"""Run by script/build_search_model, which says how."""

from __future__ import annotations

import argparse
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from . import corpus, evaluation, shipping, table
from .dictionaries import dictionary
from .glossary import glossary
from .inputs import LANGUAGES, open_inputs

if TYPE_CHECKING:
    from collections.abc import Callable

    from .inputs import Inputs

ROOT: Final = Path(__file__).parents[2]
ASSETS: Final = ROOT / "custom_components/home_inventory/search/assets"
WORK: Final = ROOT / ".cache/search-model"


STAGES: Final = ("corpus", "teach", "train", "ship")


class Builder:
    """The stages, each of which leaves its outcome in the work folder for the next."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._work: Path = options.work

    @cached_property
    def _inputs(self) -> Inputs:
        return open_inputs(self._options.inputs, self._work)

    def corpus(self) -> None:
        """Write the texts that are learned from."""
        from .teacher import vocabulary  # noqa: PLC0415 - PyTorch takes its time to start

        made = corpus.make_corpus(self._inputs, vocabulary())
        made.save(self._work / "corpus.json")
        print(f"corpus: {len(made.names)} rows, {len(made.texts)} texts, {len(made.pairs)} pairs")

    def teach(self) -> None:
        """Write the teacher's vectors of them: half an hour or more, and goes on where it was stopped."""
        from .teacher import ask, lessons  # noqa: PLC0415

        ask(lessons(corpus.load(self._work / "corpus.json")), self._work / "answers")

    def train(self) -> None:
        """Write the table."""
        from .teacher import answers  # noqa: PLC0415
        from .training import train  # noqa: PLC0415

        learned = train(corpus.load(self._work / "corpus.json"), answers(self._work / "answers"), self._options.rounds)
        learned.save(self._work / "table.npz")

    def ship(self) -> None:
        """Write the asset."""
        made = table.load(self._options.table or self._work / "table.npz")
        ASSETS.mkdir(exist_ok=True)
        shipping.write_table(made, ASSETS / "embeddings.npz")
        shipping.write_json(glossary(self._inputs, made), ASSETS / "glossary.json.gz")
        for language in LANGUAGES:
            if language != "en" and self._inputs.has(language):
                content = dictionary(self._inputs, made, language)
                shipping.write_json(content, ASSETS / f"dictionary_{language}.json.gz")
        size = sum(path.stat().st_size for path in ASSETS.iterdir())
        print(f"ship: {len(made.names)} rows, {size / 1e6:.1f} MB in {ASSETS.relative_to(ROOT)}")

    def evaluate(self) -> None:
        """Print how well the vectors of the asset alone find things in the households of a folder."""
        evaluation.report(ASSETS, self._options.households)


def main() -> None:
    """Run the stages that are asked for, in their order."""
    parser = argparse.ArgumentParser(prog="script/build_search_model", description="Make the asset of search.")
    parser.add_argument("stages", nargs="*", default=STAGES, metavar="STAGE")
    parser.add_argument("--inputs", type=Path, help="folder or archive (docs/search-model.md)")
    parser.add_argument("--work", type=Path, default=WORK, help="where the stages keep their outcomes")
    parser.add_argument("--table", type=Path, help="ship this table instead of the trained one")
    parser.add_argument("--rounds", type=float, default=20, help="how often training sees each text")
    parser.add_argument("--households", type=Path, help="folder with household_*.txt, for the stage evaluate")
    options = parser.parse_args()
    if options.inputs is None and options.stages != ["evaluate"]:
        parser.error("--inputs is missing: docs/search-model.md says what they are and where they come from")
    options.work.mkdir(parents=True, exist_ok=True)
    builder = Builder(options)
    stages: dict[str, Callable[[], None]] = {name: getattr(builder, name) for name in (*STAGES, "evaluate")}
    for name in options.stages:
        if name not in stages:
            parser.error(f"there is no stage {name}: {', '.join(stages)}")
        stages[name]()


if __name__ == "__main__":
    main()
