"""Questions that a household asks aloud."""

from __future__ import annotations

import logging

import pytest

from tests.outage import database_away

DRILL = "The cordless drill is in the red box on shelf 2 in the garage."
BATTERIES = "The AA batteries are in 2 places: 16 in the kitchen and 4 in the toolbox in the workshop."
BOHRER = "Die Akku-Bohrmaschine liegt in der roten Kiste in Regal 2 in der Garage."
BATTERIEN = "Die AA-Batterien liegen an 2 Orten: 16 Stück in der Küche und 4 Stück in der Werkzeugkiste im Keller."


async def test_where_something_is(say, english):
    expected = {
        "where is my drill": DRILL,
        "Where is the cordless drill?": DRILL,
        "where's our drill": DRILL,
        "where is my dril": DRILL,
        "where is the cordles drill": DRILL,
        "where is the makita": DRILL,
        "where is the cord less drill": DRILL,
        "where did I put the drill": DRILL,
        "where do we keep the drills": DRILL,
        "where are the batteries": BATTERIES,
        "where are our double a batteries": BATTERIES,
        "where are the scissors": "The scissors are in the kitchen.",
        "where is the passport": "The passport is in the inventory, but without a place.",
        "where is the flour": "You have no flour left. It is kept in the kitchen.",
        "where is the red box": "The red box is on shelf 2 in the garage.",
        "where is box seven": "Box 7 is on shelf 2 in the garage.",
        "where is my unicorn": "I could not find unicorn in the inventory.",
        "where are the bits": "The drill bits are in the toolbox in the workshop.",
    }
    assert {question: await say(question) for question in expected} == expected


async def test_a_thing_is_found_by_another_name_and_called_by_its_own(say, english):
    await english.given_item("IXO", location="Kitchen", aliases=["electric screwdriver", "the blue thing"])
    await english.given_item("Claw", location="Garage", aliases=["Hammer"])
    expected = {
        "where is the electric screwdriver": "The IXO is in the kitchen.",
        "where is the electric skrewdriver": "The IXO is in the kitchen.",
        "where is my screwdriver": "The IXO is in the kitchen.",
        "where is the blue thing": "The IXO is in the kitchen.",
        "where is the hammer": "The hammer is in the toolbox in the workshop.",
        "how many electric screwdrivers do we have": "You have 1 IXO, in the kitchen.",
        "move the electric screwdriver to the garage": "OK, the IXO is now in the garage.",
    }
    assert {question: await say(question) for question in expected} == expected


async def test_where_something_is_in_german(say, german):
    expected = {
        "wo ist die Bohrmaschine": BOHRER,
        "Wo liegt meine Akkubohrmaschine?": BOHRER,
        "wo ist die Bormaschine": BOHRER,
        "wo habe ich die Bohrmaschine hingelegt": BOHRER,
        "wo hab ich denn meine Bohrmaschine gelassen": BOHRER,
        "wo sind die Batterien": BATTERIEN,
        "wo ist das Mehl": "Mehl: nichts mehr da. Sonst liegt das in der Küche.",
        "wo ist die rote Kiste": "Die rote Kiste ist in Regal 2 in der Garage.",
        "wo ist mein Einhorn": "Einhorn habe ich im Inventar nicht gefunden.",
    }
    assert {question: await say(question, "de") for question in expected} == expected


async def test_what_is_in_a_place(say, english):
    expected = {
        "what is in the toolbox": "In the toolbox: 4 AA batteries, drill bits, hammer and 200 nails.",
        "what's in the tool box?": "In the toolbox: 4 AA batteries, drill bits, hammer and 200 nails.",
        "what is in box seven": "There is nothing in box 7.",
        "what is on shelf two": "On shelf 2: cordless drill.",
        "what's in the garage": "In the garage: cordless drill.",
        "what is stored in the red box in the garage": "In the red box: cordless drill.",
        "what do we have in the cellar": "In the cellar: 4 light bulbs.",
    }
    assert {question: await say(question) for question in expected} == expected


async def test_what_is_in_a_place_in_german(say, german):
    expected = {
        "was ist in der Werkzeugkiste": "In der Werkzeugkiste: 4 Stück AA-Batterien, Hammer und Zange.",
        "was ist alles in der Werkzeugkiste drin": "In der Werkzeugkiste: 4 Stück AA-Batterien, Hammer und Zange.",
        "was liegt auf Regal zwei": "In Regal 2: Akku-Bohrmaschine.",
        "was haben wir im Keller": "Im Keller: 4 Stück AA-Batterien, Hammer, 3 Packungen Schrauben und Zange.",
    }
    assert {question: await say(question, "de") for question in expected} == expected


async def test_how_many_there_are(say, english):
    expected = {
        "how many AA batteries do we have": "You have 20 AA batteries: 16 in the kitchen and 4 in the toolbox in the workshop.",
        "how many nails are left": "You have 200 nails, in the toolbox in the workshop.",
        "how many light bulbs do we have left?": "You have 4 light bulbs, in the cellar.",
        "how much flour is left": "You have no flour left. It is kept in the kitchen.",
        "do we have any hammers": "Yes, you have 1 hammer, in the toolbox in the workshop.",
        "do we have any flour left": "No, you have no flour left. It is kept in the kitchen.",
        "are there any nails left": "Yes, you have 200 nails, in the toolbox in the workshop.",
        "do we have scissors": "Yes, you have 1 scissors, in the kitchen.",
        "do we have any unicorns": "I could not find unicorns in the inventory.",
        "have we got any passports": "Yes, you have 1 passport.",
    }
    assert {question: await say(question) for question in expected} == expected


async def test_how_many_there_are_in_german(say, german):
    expected = {
        "wie viele AA-Batterien haben wir noch": "AA-Batterien: 20 Stück. 16 Stück in der Küche und 4 Stück in der Werkzeugkiste im Keller.",
        "wieviele Zangen haben wir": "Zange: 1 Stück, in der Werkzeugkiste im Keller.",
        "wie viel Mehl ist noch da": "Mehl: nichts mehr da. Sonst liegt das in der Küche.",
        "haben wir noch Schrauben": "Ja. Schrauben: 3 Packungen, im Keller.",
        "haben wir noch Mehl": "Nein, Mehl: nichts mehr da. Sonst liegt das in der Küche.",
        "sind noch Schrauben da": "Ja. Schrauben: 3 Packungen, im Keller.",
        "haben wir Einhörner": "Einhörner habe ich im Inventar nicht gefunden.",
    }
    assert {question: await say(question, "de") for question in expected} == expected


async def test_a_spelled_code_finds_its_item(say, english):
    code = (await english.item("Hammer"))["code"]
    assert await say(f"where is {' '.join(code)}") == "The hammer is in the toolbox in the workshop."


async def test_a_word_that_happens_to_be_a_code_is_no_code(say, english):
    code = (await english.item("Hammer"))["code"]
    assert "hammer" not in await say(f"where is {code.lower()}")


async def test_several_things_of_a_kind_are_all_told(say, english):
    await english.given_item("Hammer drill", location="Cellar")
    assert await say("where is my drill") == f"{DRILL} The hammer drill is in the cellar."


async def test_more_than_three_of_a_kind_are_only_counted(say, english):
    _ = [await english.given_item(f"{kind} rope", location="Cellar") for kind in ("Red", "Blue", "Long", "Old", "New")]
    assert (await say("where is the rope")).endswith("I know 2 more.")


async def test_kinds_of_a_thing_are_counted_one_by_one(say, english):
    await english.given_item("AAA battery", location="Kitchen", quantity=10)
    assert await say("how many batteries do we have") == "You have 20 AA batteries and 10 AAA batteries."


async def test_a_full_place_names_only_some_of_what_is_in_it(say, english):
    _ = [await english.given_item(f"Part {number}", location="Box 7") for number in range(20)]
    answer = await say("what is in box 7")
    assert answer.endswith("and 14 more.")
    assert answer.count("part") == 6


async def test_a_thing_in_a_slot_is_told_with_its_number(say, english):
    await english.given_location("Fuse box", parent="Cellar", kind="box", capacity=8)
    await english.given_location("3", parent="Fuse box", kind="slot")
    await english.given_item("Fuse", location="Fuse box / 3")
    assert await say("where is the fuse") == "The fuse is in slot 3 in the fuse box in the cellar."
    assert await say("what is in slot three in the fuse box") == "In slot 3: fuse."


async def test_the_house_is_named_when_there_are_two(say, english):
    await english.given_location("Cabin", parent=None, kind="site")
    await english.given_location("Porch", parent="Cabin")
    await english.given_item("Sledge", location="Porch")
    assert await say("where is the sledge") == "The sledge is in the porch in the cabin."


async def test_a_place_whose_name_is_heard_wrong_is_found(say, english):
    assert "cellar" not in await say("what is in the seller")
    assert await say("what is in the celler") == "In the cellar: 4 light bulbs."


async def test_two_places_of_one_name_are_both_named(say, english):
    await english.given_location("Shelf 2", parent="Cellar")
    answer = "There are several places of that name: shelf 2 in the garage or shelf 2 in the cellar. Which one?"
    assert await say("what is on shelf 2") == answer
    assert await say("what is on shelf two in the garage") == "On shelf 2: cordless drill."


async def test_archived_things_are_not_told(say, english):
    await english.ws("item/remove", item="Hammer")
    assert await say("where is my hammer") == "I could not find hammer in the inventory."


@pytest.mark.parametrize(
    ("language", "answer"), [("de-CH", "Der Hammer liegt"), ("en-GB", "The hammer is"), ("pt", "The hammer is")]
)
async def test_the_answer_is_in_the_language_of_the_request(say, english, language, answer):
    assert answer in await say("where is the hammer", language)


async def test_a_german_sentence_is_answered_in_german_when_the_language_is_unknown(say, german):
    assert await say("wo ist die Zange", "*") == "Die Zange liegt in der Werkzeugkiste im Keller."


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("en", "where is my drill", "I can't reach the inventory at the moment."),
        ("de", "Wo ist der Hammer?", "Ich komme gerade nicht an das Inventar."),
    ],
)
async def test_a_database_that_is_away_is_said_in_plain_words(say, hass, english, language, question, answer, caplog):
    with database_away(hass):
        said = await say(question, language=language)
    assert said.startswith(answer)
    assert not [record for record in caplog.records if record.exc_info and record.levelno > logging.DEBUG]
