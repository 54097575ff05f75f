"""The noisy variants of a set: the same questions as fingers or a microphone spoil them, the same ones at every run."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .sets import NOISY_BY_THEMSELVES, Question, QuestionSet
from .speech import misheard
from .typos import with_typos

if TYPE_CHECKING:
    from collections.abc import Iterator

CLEAN: Final = "clean"
VARIANTS: Final = (CLEAN, "typo1", "typo2", "speech")


def variant(asked: QuestionSet, name: str) -> tuple[Question, ...]:
    """Return the questions of a variant: all of them when clean, else those that can be spoilt so."""
    return asked.questions if name == CLEAN else tuple(_spoilt(asked, name))


def _spoilt(asked: QuestionSet, name: str) -> Iterator[Question]:
    """Yield the questions with their noise."""
    for question in asked.questions:
        if question.kind in NOISY_BY_THEMSELVES:
            continue
        # English questions in a foreign household are typed on the household's keyboard, but sound as English does.
        language = "en" if question.kind == "x" and name == "speech" else asked.language
        chance = random.Random(f"{asked.language} {name} {question.text}")  # noqa: S311 - made-up noise needs no cryptography
        if name == "speech":
            text = misheard(question.text, language, chance)
        else:
            text = with_typos(question.text, int(name.removeprefix("typo")), language, chance)
        if text:
            yield replace(question, text=text)
