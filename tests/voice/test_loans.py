"""Loans by voice: lending, taking back and who has what, in six languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from homeassistant.auth.models import User

    from tests.kit import InventoryTestKit

    from .conftest import Say

LEND = {
    "en": ("lend the drill to Anna", "I've lent my drill to Anna", "we lent the Drill to Anna"),
    "de": ("verleih den Drill an Anna", "ich habe den Drill an Anna verliehen", "leih die Drill an Anna"),
    "fr": ("prête le Drill à Anna", "j'ai prêté le Drill à Anna"),
    "es": ("presta el Drill a Anna", "le he prestado el Drill a Anna"),
    "nl": ("leen de Drill uit aan Anna", "ik heb de Drill aan Anna uitgeleend", "leen de Drill aan Anna uit"),
    "it": ("presta il Drill ad Anna", "ho prestato il Drill ad Anna"),
}
WHO = {
    "en": ("who has my drill", "who borrowed the drill", "who did I lend the drill to"),
    "de": ("wer hat meinen Drill", "wem habe ich den Drill geliehen"),
    "fr": ("qui a mon Drill", "à qui ai-je prêté le Drill"),
    "es": ("quién tiene mi Drill", "a quién he prestado el Drill"),
    "nl": ("wie heeft mijn Drill", "aan wie heb ik de Drill uitgeleend"),
    "it": ("chi ha il mio Drill", "a chi ho prestato il Drill"),
}
WHAT = {
    "en": ("what have I lent to Anna", "what did we lend to Anna", "what has Anna borrowed", "what have I lent out"),
    "de": ("was habe ich an Anna verliehen", "was hat sich Anna geliehen", "was haben wir verliehen"),
    "fr": ("qu'est-ce que j'ai prêté à Anna", "qu'ai-je prêté à Anna", "qu'est-ce que j'ai prêté"),
    "es": ("qué le he prestado a Anna", "qué tiene Anna prestado", "qué hemos prestado"),
    "nl": ("wat heb ik aan Anna uitgeleend", "wat heeft Anna van ons geleend", "wat hebben we uitgeleend"),
    "it": ("cosa ho prestato ad Anna", "che cosa ha Anna in prestito", "cosa abbiamo prestato"),
}
BACK = {
    "en": ("Anna has given back the drill", "Anna returned my drill", "I got the drill back from Anna"),
    "de": ("Anna hat den Drill zurückgegeben", "ich habe den Drill von Anna zurück"),
    "fr": ("Anna a rendu le Drill", "Anna m'a rendu le Drill"),
    "es": ("Anna ha devuelto el Drill", "Anna me ha devuelto el Drill"),
    "nl": ("Anna heeft de Drill teruggebracht", "ik heb de Drill terug van Anna"),
    "it": ("Anna ha restituito il Drill", "Anna mi ha ridato il Drill"),
}


def _all(sets: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in sets.items() for text in texts]


@pytest.fixture
async def lender(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a home with a drill and five chairs in the garage."""
    await kit.given_location("Garage")
    await kit.given_item("Drill", location="Garage")
    await kit.given_item("Chair", location="Garage", quantity=5)
    await kit.until_indexed()
    return kit


async def _loans(kit: InventoryTestKit, item: str = "Drill") -> list[tuple[str, float | None]]:
    return [(loan["borrower"], loan["quantity"]) for loan in (await kit.item(item))["loans"]]


@pytest.mark.parametrize(("language", "text"), _all(LEND))
async def test_a_thing_is_lent(lender: InventoryTestKit, say: Say, language: str, text: str) -> None:
    """The answer names both."""
    answer = await say(text, language)
    assert await _loans(lender) == [("Anna", None)], answer
    assert "Anna" in answer
    assert "drill" in answer.lower()


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "lend the drill to Anna until 5 March 2040", "5 March 2040"),
        ("de", "verleih den Drill bis zum 5. März 2040 an Anna", "5. März 2040"),
        ("nl", "leen de Drill uit aan Anna tot 5 maart 2040", "5 maart 2040"),
    ],
)
async def test_a_thing_is_lent_until_a_day(
    lender: InventoryTestKit, say: Say, language: str, text: str, day: str
) -> None:
    """Which is no part of the name of whoever gets it."""
    answer = await say(text, language)

    loans = (await lender.item("Drill"))["loans"]
    assert [(loan["borrower"], loan["due_on"]) for loan in loans] == [("Anna", "2040-03-05")], answer
    assert day in answer


@pytest.mark.parametrize(("language", "text"), _all(WHO))
async def test_whoever_has_it_is_named(lender: InventoryTestKit, say: Say, language: str, text: str) -> None:
    """With the day."""
    await lender.ws("item/lend", item="Drill", borrower="Anna", lent_on="2026-03-05")
    answer = await say(text, language)
    assert "Anna" in answer
    assert "2026" in answer


@pytest.mark.parametrize(("language", "text"), _all(WHAT))
async def test_what_somebody_has_is_told(lender: InventoryTestKit, say: Say, language: str, text: str) -> None:
    """And nothing else."""
    await lender.ws("item/lend", item="Drill", borrower="Anna")
    answer = await say(text, language)
    assert "drill" in answer.lower()
    assert "Anna" in answer
    assert "chair" not in answer.lower()


@pytest.mark.parametrize(("language", "text"), _all(BACK))
async def test_what_is_back_is_lent_no_more(lender: InventoryTestKit, say: Say, language: str, text: str) -> None:
    """Whoever says it."""
    await lender.ws("item/lend", item="Drill", borrower="Anna")
    answer = await say(text, language)
    assert await _loans(lender) == [], answer
    assert "drill" in answer.lower()


async def test_some_of_several_are_lent_and_returned(lender: InventoryTestKit, say: Say) -> None:
    """And who has how many is told."""
    answers = [await say(text) for text in ("lend two chairs to Anna", "I lent one chair to Ben", "who has the chairs")]
    back = await say("Ana has returned one chair")

    assert answers == [
        "OK, 2 chairs lent to Anna.",
        "OK, 1 chair lent to Ben.",
        "Of the chair: 2 with Anna and 1 with Ben.",
    ]
    assert back == "OK, 1 chair back."
    assert await _loans(lender, "Chair") == [("Anna", 1), ("Ben", 1)]


async def test_lending_can_be_taken_back(lender: InventoryTestKit, say: Say) -> None:
    """By voice, too."""
    await say("lend the drill to Anna")
    await say("undo that")
    assert await _loans(lender) == []


async def test_what_cannot_be_says_why(lender: InventoryTestKit, say: Say) -> None:
    """And changes nothing."""
    await say("lend the drill to the neighbours")
    answers = [
        await say("lend the drill to Ben"),
        await say("Ben has returned the drill"),
        await say("Ben has returned a chair"),
        await say("what have I lent to Zoe"),
    ]
    assert answers == [
        "All of the Drill is lent already, to Neighbours.",
        "Ben does not have the Drill. It is lent to Neighbours.",
        "The Chair is not lent to anybody.",
        "Nothing is lent to Zoe.",
    ]
    assert await _loans(lender) == [("Neighbours", None)]


async def test_a_reader_lends_nothing(lender: InventoryTestKit, say: Say, hass_read_only_user: User) -> None:
    """But is told who has it."""
    answer = await say("lend the drill to Anna", user=hass_read_only_user)
    assert answer == "You may look things up, but not change anything in the inventory."
    assert await _loans(lender) == []


async def test_what_comes_back_by_itself_is_for_others(lender: InventoryTestKit, say: Say) -> None:
    """People and the weather are no things."""
    answers = [await say(text) for text in ("Anna is back from school", "the sun has returned to us", "who has won")]
    assert not any("drill" in answer.lower() or "chair" in answer.lower() for answer in answers)
