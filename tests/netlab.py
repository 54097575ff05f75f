"""A network of real hosts inside this machine: one namespace each, on a bridge that leads nowhere.

It is Linux that answers here, not an imitation: its ARP, its neighbour cache with all its habits.
Needs root and the program "ip" (iproute2); `why_impossible` says what is missing.

    with netlab(60) as lab:
        found = lab.run(scan_something, as_plain_user=True)
        assert found == lab.truth()
"""

# ruff: noqa: S603, S607 - it starts one program, with what it made up itself

from __future__ import annotations

import ctypes
import os
import random
import shutil
import socket
import struct
import subprocess
import threading
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from ipaddress import IPv4Network
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NETWORK = IPv4Network("192.168.68.0/24")
ROUTER_MAC = "f0:9f:c2:00:00:01"
OWN_MAC = "02:00:00:00:00:02"
# First octets of makers that are at many homes, two made-up ones and three of makers with small blocks.
PREFIXES = (
    "b827eb", "240ac4", "a4cf12", "001788", "000e58", "f09fc2", "3c5ab4", "fca667",
    "001132", "2c6a6f1", "70b3d5121", "8c1f64003", "da", "0242", "18c04d", "005056",
)  # fmt: skip
_RUNS = count()


def why_impossible() -> str | None:
    """Return what keeps this machine from having such a network; None if nothing does."""
    if os.geteuid() != 0:
        return "namespaces need root"
    if shutil.which("ip") is None:
        return 'the program "ip" (iproute2) is missing'
    probe = f"hi{os.getpid()}-probe"
    tried = subprocess.run(["ip", "netns", "add", probe], capture_output=True, text=True, check=False)
    subprocess.run(["ip", "netns", "del", probe], capture_output=True, check=False)
    return tried.stderr.strip() or None


@dataclass
class Host:
    namespace: str
    address: str
    mac: str
    is_plugged_in: bool = True


@dataclass
class Lab:
    prefix: str
    network: IPv4Network
    hosts: list[Host] = field(default_factory=list)
    """Without the router."""
    spare: list[str] = field(default_factory=list)
    """Addresses that nobody has."""
    cables: Iterator[int] = field(default_factory=count)

    @property
    def router(self) -> str:
        return str(self.network[1])

    @property
    def own(self) -> str:
        """The address of the machine that scans."""
        return str(self.network[2])

    def truth(self) -> dict[str, set[str]]:
        """Return which hardware addresses are at which address, router included, the scanning machine not."""
        found: dict[str, set[str]] = {self.router: {ROUTER_MAC}}
        for host in self.hosts:
            if host.is_plugged_in:
                found.setdefault(host.address, set()).add(host.mac)
        return found

    def run[T](self, work: Callable[[], T], *, as_plain_user: bool = False) -> T:
        """Return what work returns on the scanning machine; threads that it starts are there, too."""
        return self._run_in(f"{self.prefix}-ha", work, as_plain_user=as_plain_user)

    def doubt_after(self, milliseconds: int) -> None:
        """Make the scanning machine's kernel doubt its neighbours sooner than after half a minute."""
        setting = Path("/proc/sys/net/ipv4/neigh/lan0/base_reachable_time_ms")
        # In the namespace of the thread that asks; "self" would be that of the whole process.
        self.run(lambda: setting.write_text(str(milliseconds)))

    def add(self, address: str, mac: str) -> Host:
        """Plug in another host, also at an address that somebody has already."""
        host = Host(f"{self.prefix}-h{next(self.cables)}", address, mac)
        self._wire(host.namespace, address, mac)
        self.hosts.append(host)
        return host

    def unplug(self, host: Host) -> None:
        _ip(host.namespace, "link set eth0 down")
        host.is_plugged_in = False

    def cut_off_router(self) -> None:
        _ip(f"{self.prefix}-gw", "link set eth0 down")

    def move(self, host: Host, address: str) -> None:
        _ip(
            host.namespace,
            "addr flush dev eth0 scope global",
            f"addr add {address}/{self.network.prefixlen} dev eth0 brd +",
        )
        host.address = address

    def change_mac(self, host: Host, mac: str) -> None:
        _ip(host.namespace, f"link set eth0 address {mac}")
        host.mac = mac

    @contextmanager
    def names(self, names: dict[str, str]) -> Iterator[None]:
        """Let the router tell the names of addresses, as long as it lasts."""
        over = threading.Event()
        work = partial(_tell_names, self.router, names, over)
        thread = threading.Thread(target=self._run_in, args=(f"{self.prefix}-gw", work))
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def _wire(self, namespace: str, address: str, mac: str, interface: str = "eth0") -> None:
        port, switch = namespace.rpartition("-")[2], f"{self.prefix}-sw"
        _ip(
            None,
            f"netns add {namespace}",
            f"link add {port} netns {switch} type veth peer name {interface} address {mac} netns {namespace}",
        )
        _ip(switch, f"link set {port} master br0 up")
        _ip(
            namespace,
            "link set lo up",
            f"link set {interface} up",
            f"addr add {address}/{self.network.prefixlen} dev {interface} brd +",
        )

    @staticmethod
    def _run_in[T](namespace: str, work: Callable[[], T], *, as_plain_user: bool = False) -> T:
        done: Future[T] = Future()

        def enter() -> None:
            try:
                with Path(f"/run/netns/{namespace}").open() as place:
                    os.setns(place.fileno(), os.CLONE_NEWNET)
                if as_plain_user:
                    _give_up_all_rights()
                done.set_result(work())
            except BaseException as error:  # noqa: BLE001 - it is raised where it was asked for
                done.set_exception(error)

        thread = threading.Thread(target=enter)
        thread.start()
        thread.join()
        return done.result()


@contextmanager
def netlab(hosts: int, *, network: IPv4Network = NETWORK, seed: int = 1) -> Iterator[Lab]:
    """Build a network with a router, the scanning machine and so many hosts; it is gone afterwards."""
    chance = random.Random(seed)  # noqa: S311 - the same network each time
    free = [str(address) for address in network.hosts()][2:]
    chance.shuffle(free)
    lab = Lab(f"hi{os.getpid()}x{next(_RUNS)}", network)
    try:
        switch = f"{lab.prefix}-sw"
        _ip(None, f"netns add {switch}")
        _ip(switch, "link add br0 type bridge mcast_snooping 0 forward_delay 0", "link set br0 up")
        lab._wire(f"{lab.prefix}-gw", lab.router, ROUTER_MAC)
        lab._wire(f"{lab.prefix}-ha", lab.own, OWN_MAC, "lan0")
        _ip(f"{lab.prefix}-ha", f"route add default via {lab.router}")
        for number in range(hosts):
            lab.add(free[number], _mac(chance, PREFIXES[number % len(PREFIXES)]))
        lab.spare = free[hosts:]
        yield lab
    finally:
        listed = subprocess.run(["ip", "netns", "list"], capture_output=True, text=True, check=True).stdout
        ours = [line.split()[0] for line in listed.splitlines() if line.startswith(f"{lab.prefix}-")]
        _ip(None, *(f"netns del {namespace}" for namespace in ours))


def _tell_names(own: str, names: dict[str, str], over: threading.Event) -> None:
    """Answer questions for the names of addresses (RFC 1035); what has none does not exist."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.settimeout(0.1)
        server.bind((own, 53))
        while not over.is_set():
            with suppress(TimeoutError):
                packet, client = server.recvfrom(512)
                server.sendto(name_answer(packet, names), client)


def name_answer(packet: bytes, names: dict[str, str]) -> bytes:
    """Return the answer to the question for the name of an IPv4 address; the owner is written as "see there"."""
    octets, place = [], 12
    while packet[place]:
        octets.append(packet[place + 1 : place + 1 + packet[place]].decode())
        place += 1 + packet[place]
    name = names.get(".".join(reversed(octets[:4])))
    if name is None:
        return packet[:2] + struct.pack("!5H", 0x8183, 1, 0, 0, 0) + packet[12:]
    told = b"".join(bytes([len(label.encode())]) + label.encode() for label in name.split(".")) + b"\0"
    record = struct.pack("!HHHIH", 0xC00C, 12, 1, 60, len(told)) + told
    return packet[:2] + struct.pack("!5H", 0x8180, 1, 1, 0, 0) + packet[12:] + record


def _mac(chance: random.Random, prefix: str) -> str:
    digits = prefix + "".join(chance.choice("0123456789abcdef") for _ in range(12 - len(prefix)))
    return ":".join(digits[place : place + 2] for place in range(0, 12, 2))


def _ip(namespace: str | None, *lines: str) -> None:
    """Do several things with the program "ip", in a namespace or outside."""
    where = [] if namespace is None else ["-n", namespace]
    subprocess.run(
        ["ip", *where, "-batch", "-"], input="\n".join(lines) + "\n", text=True, capture_output=True, check=True
    )


def _give_up_all_rights() -> None:
    """Take every capability from the calling thread only (capset(2), version 3), as if it were a plain user's."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    nothing = (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).capset(header, nothing) != 0:
        raise OSError(ctypes.get_errno(), "capset")
