"""What the websocket and the transfer of files have in common: which certificates are believed, and how failures are said."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .errors import UnreachableError, UsageError

if TYPE_CHECKING:
    from .settings import Settings


def address_of(settings: Settings) -> str:
    """Return where Home Assistant is. Raises UsageError if nobody has said it."""
    if settings.url is None:
        raise UsageError(
            "Where is Home Assistant? Run `inv login`, or set HOME_INVENTORY_URL and HOME_INVENTORY_TOKEN."
        )
    return settings.url


def token_of(settings: Settings) -> str:
    """Return the token. Raises UsageError if there is none."""
    if settings.token is None:
        raise UsageError(f"There is no token for {settings.url}: run `inv login`, or set HOME_INVENTORY_TOKEN.")
    return settings.token


def certificates(settings: Settings) -> ssl.SSLContext | None:
    """Return which certificates are believed; None when none are needed. Raises UsageError for a file that holds none."""
    if urlsplit(address_of(settings)).scheme != "https":
        return None
    context = ssl.create_default_context()
    if settings.insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    elif settings.ca:
        try:
            context.load_verify_locations(settings.ca)
        except OSError as err:
            raise UsageError(f"{settings.ca} holds no certificates: {err}.") from None
    return context


def unreachable(settings: Settings, err: BaseException) -> UnreachableError:
    """Return what to say when the connection did not come about or broke."""
    where = settings.url
    if isinstance(err, ssl.SSLCertVerificationError):
        return UnreachableError(
            f"The certificate of {where} is not trusted ({err.verify_message}). "
            "Name the file of its authority with --ca, or believe any with --insecure."
        )
    if isinstance(err, TimeoutError):
        return UnreachableError(f"{where} did not answer in time. Give it longer with --timeout.")
    if isinstance(err, ssl.SSLError):
        return UnreachableError(f"{where} does not speak TLS: is it http:// instead of https://?")
    return UnreachableError(f"{where} can't be reached: {str(err) or type(err).__name__}.")
