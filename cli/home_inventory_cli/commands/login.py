"""Keeping where Home Assistant is and the token for it."""

from __future__ import annotations

import getpass
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..command import command
from ..errors import UsageError
from ..output import tell
from ..session import Session
from ..settings import clean_token, clean_url, config_file, save

if TYPE_CHECKING:
    import typer

    from ..settings import Settings


def add_login(root: typer.Typer) -> None:
    """Offer `login` and `logout` at the top."""

    @command(root, "login", rich_help_panel="Connection")
    def login(session: Session, given: dict[str, Any]) -> None:  # noqa: ARG001 - takes the shared options alone
        """Keep the address and a token, after having tried them."""
        settings = _asked(session.settings)
        trial = Session(settings, as_json=session.as_json)
        try:
            answer = trial.ask("info")
        finally:
            trial.close()
        path = config_file()
        save(path, settings)
        session.answer(answer, lambda found: [f"Signed in to {found['name']} at {settings.url}."])
        tell(f"Kept in {path}, which only you may read.")

    @command(root, "logout", rich_help_panel="Connection")
    def logout(session: Session, given: dict[str, Any]) -> None:  # noqa: ARG001 - takes the shared options alone
        """Forget the address and the token."""
        config_file().unlink(missing_ok=True)
        tell("Forgotten. The token itself is good until you delete it in your profile in Home Assistant.")


def _asked(settings: Settings) -> Settings:
    """Return the settings with what a person has typed. Raises UsageError where nobody can be asked."""
    if settings.url is None:
        settings = replace(settings, url=clean_url(_ask("Address of Home Assistant")))
    if settings.token is None:
        if not sys.stdin.isatty():
            raise UsageError("Give the token with --token-file FILE, --token-file - or HOME_INVENTORY_TOKEN.")
        settings = replace(settings, token=clean_token(getpass.getpass("Long-lived token (is not shown): ")))
    return settings


def _ask(question: str) -> str:
    """Ask a person."""
    if not sys.stdin.isatty():
        raise UsageError("Give the address with --url.")
    sys.stderr.write(f"{question}: ")
    sys.stderr.flush()
    return sys.stdin.readline()
