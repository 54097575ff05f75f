"""Asking everything of a set through the conversation API, and the table of what came of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from homeassistant.components import conversation
from homeassistant.core import Context

from .judge import Judge, Verdict

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .home import Household
    from .sets import Asked

_WRITES: Final = ("move", "add", "take", "lend", "return")
_LENT_BEFORE: Final = ("return", "lent", "borrower")
"""Before these are asked, the thing is lent to whom the answer has to name."""
UNKNOWN: Final = "handed"
"""The kind of the questions for what is not there: judged when it is known what is answered without us."""
LEAST_RIGHT: Final = 0.95
"""Which part of the questions has to be answered rightly, in every language."""
LEAST_HELD_OUT: Final = 0.7
"""The same for the questions that nothing is tuned on."""


@dataclass(slots=True)
class Score:
    """What became of the questions of one language."""

    language: str
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    by_kind: defaultdict[str, Counter[Verdict]] = field(default_factory=lambda: defaultdict(Counter))
    misheard: Counter[Verdict] = field(default_factory=Counter)
    not_ours: int = 0
    faults: list[str] = field(default_factory=list)
    """What was said and what was answered, for everything that was not right."""

    @property
    def right(self) -> float:
        """Return which part of the questions was answered rightly."""
        return self.verdicts[Verdict.RIGHT] / max(self.verdicts.total(), 1)

    def note(self, asked: Asked, verdict: Verdict, answer: str) -> None:
        """Count a question."""
        self.verdicts[verdict] += 1
        self.by_kind[asked.kind][verdict] += 1
        if asked.is_misheard:
            self.misheard[verdict] += 1
        if verdict is not Verdict.RIGHT:
            self.faults.append(f"{self.language} {verdict}: {' / '.join(asked.said)} [{asked.wanted}] -> {answer}")


async def async_say(
    hass: HomeAssistant, text: str, language: str, conversation_id: str | None = None
) -> tuple[str, str]:
    """Return what Assist answers, and the id of the conversation."""
    result = await conversation.async_converse(hass, text, conversation_id, Context(), language=language)
    speech = result.response.speech.get("plain", {}).get("speech", "")
    return str(speech), result.conversation_id or ""


async def async_ask(hass: HomeAssistant, household: Household, questions: list[Asked], score: Score) -> None:
    """Ask everything but what is not there; what is changed by it is taken back each time."""
    judge = Judge(household)
    start = await household.async_last_batch()
    for asked in questions:
        kind, wanted = asked.kind, asked.wanted
        if kind == UNKNOWN:
            continue
        if kind == "talk":
            kind, _, wanted = wanted.partition(" ")
        if kind in _LENT_BEFORE:
            await household.async_lend(*wanted.split())
        before_it, start = start, await household.async_last_batch()
        conversation_id: str | None = None
        before = await judge.async_snapshot(kind, wanted) if kind in _WRITES else Decimal(0)
        answer = ""
        for text in asked.said:
            answer, conversation_id = await async_say(hass, text, household.language, conversation_id)
        changed = await household.async_last_batch() != start
        verdict = await judge.async_judge(kind, wanted, answer, before, changed=changed)
        score.note(asked, verdict, answer)
        if await household.async_undo_since(before_it):
            start = await household.async_last_batch()


async def async_ask_others(
    hass: HomeAssistant, household: Household, sentences: list[str]
) -> dict[str, tuple[str, bool]]:
    """Return what is answered to what is not ours, and whether it has changed anything in the inventory."""
    answers = {}
    for text in sentences:
        start = await household.async_last_batch()
        answer, _ = await async_say(hass, text, household.language)
        answers[text] = answer, await household.async_last_batch() != start
    return answers


def judge_unknown(
    household: Household,
    questions: list[Asked],
    with_us: dict[str, tuple[str, bool]],
    without: dict[str, str],
    score: Score,
) -> None:
    """Count what became of the questions for what is not there."""
    judge = Judge(household)
    for asked in questions:
        text = asked.said[-1]
        answer, changed = with_us[text]
        score.note(asked, judge.judge_unknown(answer, without[text], changed=changed), answer)


def judge_others(with_us: dict[str, tuple[str, bool]], without: dict[str, str], score: Score) -> None:
    """Count what was hijacked: changed something, or is answered in any other way than without us."""
    for text, (answer, changed) in with_us.items():
        score.not_ours += 1
        if changed or answer != without[text]:
            score.by_kind["not ours"][Verdict.HIJACKED] += 1
            score.faults.append(f"{score.language} hijacked: {text} -> {answer} (without us: {without[text]})")


def report(score: Score, held_out: Score) -> dict[str, object]:
    """Return the figures of a language as JSON holds them."""
    return {
        "language": score.language,
        "questions": score.verdicts.total(),
        "right": score.verdicts[Verdict.RIGHT],
        "asked_back": score.verdicts[Verdict.ASKED],
        "wrong": score.verdicts[Verdict.WRONG],
        "misheard": score.misheard.total(),
        "misheard_right": score.misheard[Verdict.RIGHT],
        "not_ours": score.not_ours,
        "hijacked": score.by_kind["not ours"][Verdict.HIJACKED],
        "held_out": held_out.verdicts.total(),
        "held_out_right": held_out.verdicts[Verdict.RIGHT],
        "held_out_misheard": held_out.misheard.total(),
        "held_out_misheard_right": held_out.misheard[Verdict.RIGHT],
        "faults": [*score.faults, *(f"held out: {fault}" for fault in held_out.faults)],
    }
