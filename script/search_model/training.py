"""Learns the table: the sum of a text's rows shall point where the teacher's vector of the whole text points."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from torch.nn import functional
from wordfreq import word_frequency

from .mistakes import mistyped
from .table import Table
from .teacher import lessons
from .wordpieces import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .corpus import Corpus
    from .table import Vectors

DIMENSIONS: Final = 128
_SEED: Final = 7
_BATCH: Final = 1024
_PAIRS: Final = 512
"""Pairs that go with each batch."""
_RATE: Final = 3e-3
_TEMPERATURE: Final = 0.07
_RELATIONS: Final = 0.15
_CLOSENESS: Final = 0.05
"""What the relations within a batch, and the pairs, weigh against the texts themselves."""
_MISTYPED: Final = 0.25
_IN_PIECES: Final = 0.15
"""The parts of texts that get a mistake, and whose words are cut into pieces although they are known."""
_FREQUENT: Final = 1e-3
"""Words of this share of all words begin with half the length of rare ones."""
_PIECE: Final = 1e-5
"""The share that a piece within a word counts as at least."""
_REPORT: Final = 100


def train(corpus: Corpus, answers: Vectors, rounds: float) -> Table:
    """Return a table that saw each text so many times.

    `answers` are the teacher's vectors of `lessons(corpus)`, shape [texts, 384]; texts that it has not
    answered yet are left out.
    """
    # One thread gives the same sums every time, and is no slower for batches this small.
    torch.set_num_threads(1)
    axes = _axes(answers)
    # Sparse: a batch touches one row in ten, and the others cost most of the time otherwise.
    start = _start(corpus, answers @ axes)
    student = torch.nn.EmbeddingBag.from_pretrained(start, freeze=False, mode="sum", sparse=True)
    course = _Course(corpus, answers, axes)
    steps = int(rounds * len(course) / _BATCH)
    optimizer = torch.optim.SparseAdam(list(student.parameters()), lr=_RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps, pct_start=0.05)
    began, mean = time.monotonic(), 0.0
    for step, batch in zip(range(steps), course, strict=False):
        loss = batch.loss(student)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        mean += (loss.item() - mean) / min(step + 1, _REPORT)
        if step % _REPORT == 0:
            print(f"train: step {step} of {steps}, loss {mean:.4f}, {time.monotonic() - began:.0f} s", flush=True)
    vectors = student.weight.detach().numpy().astype(np.float32)
    return Table(names=tuple(corpus.names), pieces=corpus.pieces, vectors=vectors)


class _Batch:
    """Some texts with the teacher's vectors, and some pairs, as rows of the table."""

    def __init__(self, rows: list[list[int]], answers: Vectors, axes: Vectors, pairs: list[list[list[int]]]) -> None:
        self._rows = rows
        self._answers = torch.from_numpy(answers)
        self._targets = functional.normalize(torch.from_numpy(answers @ axes), dim=1)
        self._pairs = pairs

    def loss(self, student: torch.nn.EmbeddingBag) -> torch.Tensor:
        """Return how far the student is from the teacher."""
        said = _said(student, self._rows)
        own = (1 - (said * self._targets).sum(1)).mean()
        # All of the teacher's dimensions count here: what is close to what survives fewer of them.
        relations = functional.kl_div(
            _likeness(said).log_softmax(1), _likeness(self._answers).softmax(1), reduction="batchmean"
        )
        left, right = (_said(student, side) for side in self._pairs)
        closeness = functional.cross_entropy(left @ right.T / _TEMPERATURE, torch.arange(len(left)))
        return own + _RELATIONS * relations + _CLOSENESS * closeness


class _Course:
    """The lessons in ever new order, with mistakes."""

    def __init__(self, corpus: Corpus, answers: Vectors, axes: Vectors) -> None:
        # Not secret, but the same every time.
        self._dice = random.Random(_SEED)  # noqa: S311
        self._answers = answers
        self._axes = axes
        self._pairs = corpus.pairs
        self._tokenizer = Tokenizer(corpus.names, corpus.pieces)
        self._texts = lessons(corpus)[: len(answers)]
        self._numbers = [number for number in range(len(self._texts)) if _is_lesson(corpus, number)]

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[_Batch]:
        while True:
            self._dice.shuffle(self._numbers)
            for start in range(0, len(self._numbers) - _BATCH + 1, _BATCH):
                yield self._batch(self._numbers[start : start + _BATCH])

    def _batch(self, numbers: list[int]) -> _Batch:
        pairs = self._dice.sample(self._pairs, _PAIRS)
        sides = [[self._tokenizer.rows(text) for text in side] for side in zip(*pairs, strict=True)]
        rows = [self._rows(self._texts[number]) for number in numbers]
        return _Batch(rows, self._answers[numbers], self._axes, sides)

    def _rows(self, text: str) -> list[int]:
        chance = self._dice.random()
        if chance < _MISTYPED:
            return self._tokenizer.rows(mistyped(text, self._dice))
        if chance < _MISTYPED + _IN_PIECES:
            return self._tokenizer.pieces(text)
        return self._tokenizer.rows(text)


def _is_lesson(corpus: Corpus, number: int) -> bool:
    """Whether a lesson is a text: a piece from within a word, or of two letters, means nothing alone."""
    name = corpus.names[number] if number < corpus.pieces else "text"
    return not name.startswith("##") and len(name) > len("of")


def _axes(answers: Vectors) -> Vectors:
    """Return the directions in which the teacher's vectors differ most, shape [384, DIMENSIONS]."""
    centred = answers - answers.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    return np.ascontiguousarray(axes[:, ::-1][:, :DIMENSIONS])


def _start(corpus: Corpus, answers: Vectors) -> torch.Tensor:
    """Return where the rows begin: at the teacher's vectors of their names, frequent words shorter."""
    rows = answers[: len(corpus.names)]
    rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    shares = np.array([word_frequency(name.removeprefix("##"), "en") for name in corpus.names], np.float32)
    inside = np.array([name.startswith("##") for name in corpus.names])
    shares[inside] = np.maximum(shares[inside], _PIECE)
    return torch.from_numpy(rows * (_FREQUENT / (_FREQUENT + shares))[:, None])


def _said(student: torch.nn.EmbeddingBag, texts: Sequence[Sequence[int]]) -> torch.Tensor:
    """Return the student's unit vectors of texts; zeros for one without rows."""
    starts = np.cumsum([0, *(len(rows) for rows in texts[:-1])])
    rows = torch.tensor([row for text in texts for row in text], dtype=torch.long)
    return functional.normalize(student(rows, torch.from_numpy(starts)), dim=1)


def _likeness(vectors: torch.Tensor) -> torch.Tensor:
    """Return how alike the texts of a batch are, each but with itself, ready for a softmax."""
    return (vectors @ vectors.T / _TEMPERATURE).fill_diagonal_(-1e4)
