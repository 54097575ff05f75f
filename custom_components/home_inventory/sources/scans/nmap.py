"""Nmap's XML (`nmap -oX`, xmloutputversion 1.04 and 1.05, https://nmap.org/book/nmap-dtd.html)."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from ...domain.addresses import parse_network
from ...domain.errors import InventoryError
from ...domain.observations import Note, NoteKind, Origin, Presence
from .errors import ScanFormatError, ScanUnreadableError, ScanUnsafeError
from .hosts import Host, Reading, Reason, clean
from .times import parse_time

if TYPE_CHECKING:
    from datetime import tzinfo

_LOCAL_ANSWERS: Final = frozenset({"arp-response", "localhost-response"})
_PARTIAL: Final = ("--exclude", "--excludefile", "--host-timeout", "-iL", "-iR", "--resume")
"""Options with which the addresses of a network are not all asked to the end."""


def read_nmap(text: str, _zone: tzinfo = UTC) -> Reading:
    """Return the hosts that were up. A file that is cut off gives those before the cut.

    Raises ScanUnsafeError for entities and references to other documents, ScanFormatError for other XML,
    ScanUnreadableError if it is damaged before its first host.
    """
    run = _Run()
    try:
        # Told here, the encoding is not asked of the file: its text has been decoded already.
        run.parser.Parse(text.encode("utf-8", "replace"), True)  # noqa: FBT003 - expat takes it by place only
    except expat.ExpatError as error:
        if not run.reading.hosts:
            raise (ScanUnreadableError("nmap", error.lineno) if run.is_nmap else ScanFormatError()) from None
        run.reading.complain(error.lineno, Reason.CUT_OFF)
        run.succeeded = False
    run.finish()
    return run.reading


class _Run:
    """An Nmap run, element by element."""

    def __init__(self) -> None:
        self.reading = Reading()
        self.is_nmap = False
        self.succeeded = False
        self._arguments: list[str] = []
        self._answers: set[str] = set()
        self._host: Host | None = None
        self._down = 0
        self.parser = expat.ParserCreate("utf-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._unsafe
        self.parser.ExternalEntityRefHandler = self._unsafe

    def finish(self) -> None:
        """Name the networks that were looked through, if the run says so and could tell.

        Only answers to ARP tell: a device that answers no ping is there all the same.
        """
        if self._down:
            self.reading.notes.append(Note(NoteKind.DOWN, self._down))
        if not self.succeeded or not self._answers or self._answers - _LOCAL_ANSWERS:
            return
        if not any(argument.startswith(_PARTIAL) for argument in self._arguments):
            self.reading.networks = tuple(filter(None, map(_network, self._arguments)))

    def _doctype(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        """Take the bare `<!DOCTYPE nmaprun>` that Nmap writes, nothing else."""
        if system or public or has_subset:
            raise ScanUnsafeError
        if name != "nmaprun":
            raise ScanFormatError

    @staticmethod
    def _unsafe(*_declaration: object) -> int:
        """Refuse entities of every kind before any is expanded."""
        raise ScanUnsafeError

    def _start(self, tag: str, values: dict[str, str]) -> None:
        """Take one element."""
        if not self.is_nmap:
            if tag != "nmaprun":
                raise ScanFormatError
            self.is_nmap = True
            self._arguments = values.get("args", "").split()
        elif tag == "host":
            self._host = Host(line=self.parser.CurrentLineNumber)
            self._host.seen_at = parse_time(values.get("endtime") or values.get("starttime"), UTC)
        elif tag == "finished":
            self.succeeded = values.get("exit") == "success"
        elif self._host is not None:
            self._part(self._host, tag, values)

    def _part(self, host: Host, tag: str, values: dict[str, str]) -> None:
        """Take an element inside a host."""
        if tag == "status":
            host.presence = Presence.SEEN if values.get("state") == "up" else Presence.ABSENT
            if host.presence is Presence.SEEN:
                self._answers.add(values.get("reason", ""))
        elif tag == "address" and values.get("addrtype") == "mac":
            host.mac = self.reading.mac_of(host.line, values.get("addr"))
            host.vendor = clean(values.get("vendor"))
        elif tag == "address" and (address := self.reading.ip_of(host.line, values.get("addr"))):
            host.ips.append(address)
        elif tag == "hostname":
            host.add_name(values.get("name"), Origin.PTR if values.get("type") == "PTR" else Origin.SCAN)

    def _end(self, tag: str) -> None:
        """Keep a host when it is complete: half a host at the end of a file is none."""
        host = self._host
        if tag != "host" or host is None:
            return
        self._host = None
        if host.presence is Presence.ABSENT:
            # With -v Nmap lists every address that nobody answered for.
            self._down += 1
        elif host.mac or host.ips:
            self.reading.add(host)
        else:
            self.reading.complain(host.line, Reason.NO_ADDRESS)


def _network(argument: str) -> str | None:
    """Return a target of a run if it is a whole network, as "192.168.1.0/24"."""
    try:
        return str(parse_network(argument)) if "/" in argument else None
    except InventoryError:
        return None
