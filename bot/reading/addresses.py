"""Which addresses the bot may connect to: public ones, and those the newsroom allows by name."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from queue import Empty, Queue

from bot.errors import AddressError, FetchError

Resolver = Callable[[str, int], list[str]]
"""From host name and port to IP addresses, as text."""

_PUBLIC_V6 = ip_network("2000::/3")
_CLOSED = tuple(
    ip_network(network)
    for network in (
        "192.0.0.0/24",  # protocol assignments; older Pythons call most of it global
        "192.88.99.0/24",  # 6to4 relays
        "2001::/23",  # protocol assignments, Teredo among them: they embed other addresses
        "2001:db8::/32",
        "2002::/16",  # 6to4: embeds an IPv4 address
        "3fff::/20",
    )
)
_RESOLVE_SECONDS = 5.0


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet.

    IPv6 forms that carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo) are not.
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        return False
    if isinstance(ip, IPv6Address) and ip not in _PUBLIC_V6:
        return False
    return not any(ip in network for network in _CLOSED if network.version == ip.version)


def is_allowed(host: str, port: int, allow_hosts: Iterable[str]) -> bool:
    """Whether the newsroom's settings name this host (`cms.internal:8080`; no port: 80, 443)."""
    bare = host.strip("[]").lower()
    names = {f"{bare}:{port}", f"[{bare}]:{port}"}
    if port in (80, 443):
        names |= {bare, f"[{bare}]"}
    return any(allowed.strip().lower() in names for allowed in allow_hosts)


def resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver, for at most five seconds.

    Raises:
        FetchError: if the name is not known, or nobody answers in time.
    """
    answers: Queue[list[str]] = Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            answers.put([])
        else:
            answers.put(list(dict.fromkeys(str(row[4][0]) for row in found)))

    threading.Thread(target=ask, daemon=True, name=f"resolve {host}").start()
    try:
        addresses = answers.get(timeout=_RESOLVE_SECONDS)
    except Empty:
        addresses = []
    if not addresses:
        raise FetchError(
            f"I cannot find a site called {host}.", "Check the link for a typing error."
        )
    return addresses


def public_addresses(host: str, port: int, resolver: Resolver = resolve) -> list[str]:
    """Resolve once, and give the addresses only if all of them are public.

    Raises:
        AddressError: if any of them is not.
        FetchError: if there is none.
    """
    literal = _literal(host)
    addresses = [literal] if literal else resolver(host, port)
    if not all(is_public(address) for address in addresses):
        raise AddressError(f"{host} is not on the public internet: I do not open inner addresses.")
    return addresses


def _literal(host: str) -> str:
    try:
        ip: IPv4Address | IPv6Address = ip_address(host.strip("[]"))
    except ValueError:
        return ""
    return str(ip)
