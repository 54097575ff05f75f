"""What a person sees: tables as wide as the terminal, or one line for each row when something else reads them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rich.console import Console, RenderableType
    from rich.table import Table

_PIPED_WIDTH: Final = 4000
"""Letters: whoever reads a pipe wants a row in a line, and no part of it left out."""
_KEPT: Final = "\n\t"
_HIDDEN: Final = {
    *range(0x20),
    *range(0x7F, 0xA0),
    0x61C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
}
"""Signs that steer a terminal or turn the direction of writing: names come from anywhere, also from files and networks."""
_CLEAN: Final = dict.fromkeys(_HIDDEN - {ord(sign) for sign in _KEPT}, "�")


def console(*, stderr: bool = False) -> Console:
    """Return where to write; colours only for a terminal that wants them (NO_COLOR)."""
    from rich.console import Console  # noqa: PLC0415 - takes a while, and scripts see none of it

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else _PIPED_WIDTH
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)


def show(*parts: RenderableType) -> None:
    """Write something for people; lines have no blanks at their end where something else reads them."""
    from rich.text import Text  # noqa: PLC0415

    out = console()
    for part in parts:
        shown = Text(part) if isinstance(part, str) else part
        if out.is_terminal:
            out.print(shown)
            continue
        with out.capture() as captured:
            out.print(shown)
        sys.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def tell(text: str) -> None:
    """Say something beside the answer: on standard error."""
    from rich.text import Text  # noqa: PLC0415

    console(stderr=True).print(Text(plain(text)), soft_wrap=True)


def show_json(answer: Any, *, line: bool = False) -> None:
    """Write an answer as it is, as one document, or in one line."""
    text = json.dumps(answer, ensure_ascii=False, indent=None if line else 2)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def plain(value: object) -> str:
    """Return a value as text that does nothing to a terminal."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(plain(each) for each in value)
    return str(value).translate(_CLEAN)


def in_line(value: object) -> str:
    """Return a value as one line."""
    return " ".join(plain(value).split())


def table(
    rows: Iterable[Mapping[str, Any]], columns: Mapping[str, Callable[[Any], object]], right: Sequence[str] = ()
) -> Table:
    """Return a table: what stands in each column is read from a row; `right` are those with numbers."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in columns:
        made.add_column(Text(name), justify="right" if name in right else "left", overflow="fold")
    for row in rows:
        made.add_row(*(Text(in_line(read(row))) for read in columns.values()))
    return made


def details(pairs: Iterable[tuple[str, object]]) -> Table:
    """Return what is known about one thing, line by line; what is not known is left out."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    made.add_column(style="bold", no_wrap=True)
    made.add_column(overflow="fold")
    for name, value in pairs:
        if value not in (None, "", [], {}, ()):
            made.add_row(Text(name), Text(plain(value)))
    return made


def money(amount: float | None, currency: str | None) -> str:
    """Return an amount of money."""
    return "" if amount is None else f"{amount:,.2f} {currency or ''}".strip()


def amount(quantity: float | None, unit: str | None = None) -> str:
    """Return a quantity with its unit."""
    return "" if quantity is None else f"{plain(quantity)} {unit or ''}".strip()


def moment(value: str | None) -> str:
    """Return a moment in the time of this machine, to the minute."""
    from datetime import datetime  # noqa: PLC0415 - most commands show no moments

    return "" if not value else f"{datetime.fromisoformat(value).astimezone():%Y-%m-%d %H:%M}"
