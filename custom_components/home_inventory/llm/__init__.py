"""Tools for agents that are language models: the same abilities as the voice sentences, also over MCP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.components.llm import LLMTools
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.llm import LLM_API_ASSIST

from ..const import DOMAIN
from .changing import AddItemTool, AdjustStockTool, MoveItemTool, UndoTool
from .looking import FindItemTool, GetItemTool, ListLocationTool

if TYPE_CHECKING:
    from homeassistant.helpers.llm import LLMContext

    from .tool import InventoryTool

_PROMPT: Final = (
    f"The home inventory knows the household's belongings and where they are. Use {DOMAIN}__find_item for questions about "
    f"where something is, how much there is or whether there is any, {DOMAIN}__get_item for warranty, price and other "
    f"details, and {DOMAIN}__list_location for what is in a room, on a shelf or in a box. Never guess a place."
)
TOOLS: Final[tuple[InventoryTool, ...]] = (
    FindItemTool(),
    GetItemTool(),
    ListLocationTool(),
    AddItemTool(),
    AdjustStockTool(),
    MoveItemTool(),
    UndoTool(),
)
"""What a model can do; whatever they answer has passed `answers.shorten`."""


@callback
def async_get_tools(hass: HomeAssistant, llm_context: LLMContext, api_id: str) -> LLMTools | None:
    """Return the tools of the household's inventory, if it is set up."""
    if api_id != LLM_API_ASSIST or not hass.config_entries.async_loaded_entries(DOMAIN):
        return None
    return LLMTools(tools=list(TOOLS), prompt=_PROMPT)
