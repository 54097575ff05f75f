"""Hears what Assist passes on, and answers what is ours."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ..actors import async_actor
from ..domain.actor import Source
from ..domain.errors import InventoryError
from . import assist, devices, loans, questions, upkeep
from .book import Book
from .heard import understand
from .language import Kind
from .memory import Memory
from .reply import Reply, Turn
from .resolve import Finder
from .speech import Speech
from .talk import Talks
from .words import strip_name, take_quantity

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hassil.recognize import RecognizeResult
    from homeassistant.components.conversation import ConversationInput
    from homeassistant.core import HomeAssistant

    from ..inventory import Inventory
    from .heard import Heard
    from .talk import Talk

type Speaker = tuple[str | None, str | None]
type Ask = Callable[[Finder, Heard], Awaitable[Reply]]

_QUESTIONS: Final[dict[Kind, Ask]] = {
    Kind.FIND: questions.async_find,
    Kind.CONTENTS: questions.async_list_contents,
    Kind.COUNT: questions.async_count,
    Kind.HAVE: questions.async_count,
    Kind.WARRANTY: upkeep.async_warranty,
    Kind.COVERED: upkeep.async_warranty,
    Kind.STATUS: devices.async_status,
    Kind.LAST: upkeep.async_last_place,
    Kind.LOW: upkeep.async_low,
    Kind.WHO: loans.async_who,
    Kind.LENT: loans.async_lent,
}
_CONTINUING: Final = (Kind.FOLLOW, Kind.PICK)
_ABOUT_THINGS: Final = (Kind.FIND, Kind.LAST, Kind.WHO, Kind.HAVE, Kind.COUNT, Kind.STATUS)
_WITH_PLACE: Final = (Kind.MOVE, Kind.PUT, Kind.ADD)


class Listener:
    """Listens for one inventory."""

    def __init__(self, hass: HomeAssistant, inventory: Inventory) -> None:
        """Take the inventory."""
        self._hass = hass
        self._inventory = inventory
        self._memories: defaultdict[Speaker, Memory] = defaultdict(Memory)
        self._talks = Talks()
        self.book = Book(inventory)

    async def async_hear(self, user_input: ConversationInput, result: RecognizeResult) -> str | None:
        """Return the answer; None when the household has a sentence of its own for this."""
        if await assist.async_is_claimed(self._hass, user_input, result.intent.name):
            return None
        heard = understand(user_input, result)
        talk = self._talks.get(assist.conversation_id(user_input))
        try:
            if heard.kind is Kind.FOLLOW:
                heard = talk.follow_up(heard.item) or heard
            elif heard.kind is Kind.PICK:
                heard = talk.answered(heard) or heard
            reply = await self._async_reply(heard, user_input, talk)
            return await self._async_take_turns(heard, reply, user_input, talk)
        except InventoryError as err:
            return Speech(self._inventory, heard.answer_in).error(err)

    async def _async_take_turns(
        self, heard: Heard, reply: Reply, user_input: ConversationInput, talk: Talk
    ) -> str | None:
        """Let those answer who come before us; answer ourselves if none does."""
        if reply.turn is Turn.FIRST and reply.speak is not None:
            return await self._async_speak(heard, reply, user_input, talk)
        if (answer := await assist.async_ask_home(self._hass, user_input)) is not None:
            return answer
        if heard.kind in _ABOUT_THINGS and self._may_be_tracked(heard):
            return await assist.async_ask_agent(self._hass, user_input) or await assist.async_default_answer(
                self._hass, user_input
            )
        if reply.turn is Turn.LAST:
            if (answer := await assist.async_ask_agent(self._hass, user_input)) is not None:
                return answer
            if self._may_mean_entity(heard):
                answer = await assist.async_default_answer(self._hass, user_input, only_if_understood=True)
                if answer is not None:
                    return answer
        return await self._async_speak(heard, reply, user_input, talk)

    async def _async_speak(self, heard: Heard, reply: Reply, user_input: ConversationInput, talk: Talk) -> str | None:
        """Give our answer, and keep in mind what it was about."""
        if reply.speak is None:
            return await assist.async_default_answer(self._hass, user_input)
        answer = await reply.speak()
        self._talks.note(assist.conversation_id(user_input), heard, reply.asks, talk.picks)
        return answer

    def _may_be_tracked(self, heard: Heard) -> bool:
        """Return whether what is asked for has the name of a person, a tracked device or an area."""
        names = (heard.item, strip_name(heard.item, heard.language))
        return any(assist.is_tracked(self._hass, name) for name in names)

    def _may_mean_entity(self, heard: Heard) -> bool:
        """Return whether a request that we don't fully understand may be about a cover or light: "move the blinds to 50"."""
        names = (take_quantity(item, heard.language)[1] for item, _ in heard.ways)
        return any(assist.is_exposed(self._hass, name) for name in names)

    async def _async_reply(self, heard: Heard, user_input: ConversationInput, talk: Talk) -> Reply:
        """Return what we would answer."""
        finder = Finder(inventory=self._inventory, book=self.book, near=self._near(user_input), picks=talk.picks)
        if (ask := _QUESTIONS.get(heard.kind)) is not None:
            return await ask(finder, heard)
        if heard.kind in _CONTINUING or (heard.kind in _WITH_PLACE and not heard.ways):
            return Reply(Turn.LAST, None)
        requests = loans.Lendings(
            finder=finder,
            heard=heard,
            actor=await async_actor(self._hass, user_input.context, Source.VOICE),
            memory=self._memories[user_input.context.user_id, user_input.satellite_id or user_input.device_id],
        )
        return await self._async_request(requests, heard.kind)

    async def _async_request(self, requests: loans.Lendings, kind: Kind) -> Reply:
        """Return what we would do."""
        doing = {
            Kind.UNDO: requests.async_undo,
            Kind.LEND: requests.async_lend,
            Kind.RETURNED: requests.async_return,
            Kind.TAKE: requests.async_take,
            Kind.EMPTY: requests.async_take,
            Kind.MOVE: requests.async_move,
            Kind.ADD: requests.async_add,
        }
        if kind is Kind.PUT:
            kind = Kind.ADD if requests.has_number() else Kind.MOVE
        return await doing[kind]()

    def _near(self, user_input: ConversationInput) -> frozenset[str]:
        """Return the ids of the places that belong to the area in which somebody speaks."""
        if (area_id := assist.area_of(self._hass, user_input)) is None:
            return frozenset()
        places = self._inventory.locations
        return frozenset().union(*(places.inside(place.id) for place in places.in_use() if place.area_id == area_id))
