"""Reports: for the insurance, about warranties, stock, and devices with their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .. import completion
from ..command import argument, command, option
from ..errors import UsageError
from ..fetching import fetch, format_of
from ..filters import FILTERS

if TYPE_CHECKING:
    import typer

    from ..session import Session

_REPORTS: Final = ("insurance", "warranty", "stock", "devices")
_FORMATS: Final = ("pdf", "xlsx")
_RULES: Final = ("none", "straight_line")
_OWN: Final = {"report", "format", "location", "date", "days", "depreciation", "years", "residual", "category_years"}


def add_report(root: typer.Typer) -> None:
    """Offer `report` at the top."""

    @command(
        root,
        "report",
        argument("report", f"{', '.join(_REPORTS)}.", complete=completion.words(*_REPORTS)),
        argument("file", "Where to; its ending says the format. - or nothing is standard output.", required=False),
        option(
            "format",
            f"{', '.join(_FORMATS)}; pdf unless the file says otherwise.",
            complete=completion.words(*_FORMATS),
        ),
        option("date", "The day for which it tells values and warranties; today unless given."),
        option("days", "Warranties that end within so many days are named.", kind=int),
        option("depreciation", f"How things lose value: {', '.join(_RULES)}.", complete=completion.words(*_RULES)),
        option("years", "After how many years they have lost it.", kind=int),
        option("residual", "What is left then, in percent."),
        option("category_years", "Years of a category, as Tools=5.", many=True, metavar="CATEGORY=YEARS"),
        option("query", "Only what fits these words."),
        *FILTERS,
        rich_help_panel="In and out",
    )
    def report(session: Session, given: dict[str, Any]) -> None:
        """Make a report as PDF or XLSX."""
        file = given.pop("file", None)
        order = {name: value for name, value in given.items() if name in _OWN}
        order["format"] = order.get("format") or format_of(file, _FORMATS)
        if "category_years" in order:
            order["category_years"] = _years(order["category_years"])
        if narrowed := {name: value for name, value in given.items() if name not in _OWN}:
            order["filter"] = narrowed
        if session.settings.language:
            order["language"] = session.settings.language
        fetch(session, session.ask("report/make", is_long=True, **order), file, is_text=False)


def _years(said: list[str]) -> dict[str, int]:
    """Return years by category. Raises UsageError for what says none."""
    years: dict[str, int] = {}
    for each in said:
        category, _, number = each.rpartition("=")
        if not category or not number.strip().isdecimal():
            raise UsageError(f"--category-years takes CATEGORY=YEARS, not {each}.")
        years[category] = int(number)
    return years
