"""What faces can ask for. Each command is described once and offered as a websocket command, and some as an action too."""

from .attachments import ATTACHMENT_COMMANDS
from .base import Call, Command
from .categories import CATEGORY_COMMANDS
from .codes import CODE_COMMANDS
from .devices import DEVICE_COMMANDS
from .exports import EXPORT_COMMANDS
from .figures import FIGURE_COMMANDS
from .history import HISTORY_COMMANDS
from .imports import IMPORT_COMMANDS
from .item_sets import ITEM_SET_COMMANDS
from .items import ITEM_COMMANDS
from .label_sheets import LABEL_SHEET_COMMANDS
from .loans import LOAN_COMMANDS
from .locations import LOCATION_COMMANDS
from .networks import NETWORK_COMMANDS
from .reports import REPORT_COMMANDS
from .search import SEARCH_COMMANDS
from .sources import SOURCE_COMMANDS
from .store import STORE_COMMANDS
from .topology import TOPOLOGY_COMMANDS

COMMANDS: tuple[Command, ...] = (
    *ITEM_COMMANDS,
    *LOAN_COMMANDS,
    *ATTACHMENT_COMMANDS,
    *ITEM_SET_COMMANDS,
    *LOCATION_COMMANDS,
    *CODE_COMMANDS,
    *LABEL_SHEET_COMMANDS,
    *SEARCH_COMMANDS,
    *CATEGORY_COMMANDS,
    *HISTORY_COMMANDS,
    *STORE_COMMANDS,
    *DEVICE_COMMANDS,
    *NETWORK_COMMANDS,
    *TOPOLOGY_COMMANDS,
    *SOURCE_COMMANDS,
    *FIGURE_COMMANDS,
    *IMPORT_COMMANDS,
    *EXPORT_COMMANDS,
    *REPORT_COMMANDS,
)

__all__ = ["COMMANDS", "Call", "Command"]
