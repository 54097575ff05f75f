"""How what sources have seen becomes devices: matching, who may say what, presence, conflicts, merging.

Pure rules on plain data: they read no clock and no store.
"""

from .alerts import Alert, AlertKind, Changes, new_devices, standing, transitions
from .conflicts import Claim, certain_conflicts, probable_conflicts
from .differences import Difference, diff
from .expiry import EXPIRE_AFTER, expired
from .facts import clear, settle, weigh
from .merging import CannotMergeError, Merge, merge, split
from .planning import apply_plan, count, device_of, make_plan
from .presence import ImplausibleHarvestError, absence, check_plausible, gaps_between, status_of
from .run import Gap, Pair, Run, State, pair_of

__all__ = [
    "EXPIRE_AFTER",
    "Alert",
    "AlertKind",
    "CannotMergeError",
    "Changes",
    "Claim",
    "Difference",
    "Gap",
    "ImplausibleHarvestError",
    "Merge",
    "Pair",
    "Run",
    "State",
    "absence",
    "apply_plan",
    "certain_conflicts",
    "check_plausible",
    "clear",
    "count",
    "device_of",
    "diff",
    "expired",
    "gaps_between",
    "make_plan",
    "merge",
    "new_devices",
    "pair_of",
    "probable_conflicts",
    "settle",
    "split",
    "standing",
    "status_of",
    "transitions",
    "weigh",
]
