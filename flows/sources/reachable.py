"""Which addresses of the network may be asked: public ones, and those that the operator allows.

Whoever can put a link into a feed must not be able to have this machine ask its own services, its
neighbours, or the address from which a cloud machine reads its keys.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from flows.sources.unanswered import Refused

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolve = Callable[[str, int], Sequence[str]]
"""The addresses that a name and port have now, as text."""

# IANA's registry of special-purpose IPv4 addresses (RFC 6890 and its updates, as of 2025), without
# its three blocks that are reachable from everywhere; multicast (RFC 5771); and the one public
# address under which a cloud (Azure) answers its own machines. Kept here since the standard
# library's list changes from one version of Python to the next.
_NOT_PUBLIC_4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32",
        "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
        "240.0.0.0/4",
    )
)  # fmt: skip

# All that is handed out to the public so far lies in the first block (IANA's IPv6 address space
# registry); the others are parts of it for protocols and documentation.
_PUBLIC_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = (
    IPv6Network("2001::/23"),
    IPv6Network("2001:db8::/32"),
    IPv6Network("3fff::/20"),
)

# Blocks whose addresses stand for an IPv4 address, and the bit at which that begins, from the
# right: mapped and compatible (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056).
_EMBEDDING = (
    (IPv6Network("::ffff:0:0/96"), 0),
    (IPv6Network("64:ff9b::/96"), 0),
    (IPv6Network("2002::/16"), 80),
)
# ISATAP (RFC 5214): the last 64 bits begin so, but for one bit, and end in an IPv4 address.
_ISATAP = 0x5EFE
_ISATAP_MASK = 0xFDFFFFFF


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of ``host`` by the machine's own resolver, in its order.

    Raises:
        socket.gaierror: the name is not known, or there is no network.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[4][0]) for place in found))


def checked(host: str, addresses: Sequence[str], allowed: Sequence[Network]) -> list[str]:
    """The addresses, all of which may be asked.

    One that may not condemns the name: an honest one has no reason to mix them.

    Raises:
        Refused: one of them may not; the message says which and what would allow it.
    """
    for written in addresses:
        address = ip_address(written)
        if not may_reach(address, allowed):
            which = str(address) if host == written else f"{host} is {address}, which"
            raise Refused(
                f"{which} is no public address, so it is not asked"
                f" (RECOUNT_ALLOW_NETWORKS={ip_network(without_zone(address))} would allow it)"
            )
    return list(addresses)


def without_zone(address: Address) -> str:
    """An address without the name of an interface (``fe80::1%eth0``)."""
    return str(address).partition("%")[0]


def may_reach(address: Address, allowed: Sequence[Network]) -> bool:
    """Whether ``address``, and every address that it stands for, is public or allowed."""
    if any(address in network for network in allowed if network.version == address.version):
        return True
    if isinstance(address, IPv4Address):
        return not any(address in block for block in _NOT_PUBLIC_4)
    for block, shift in _EMBEDDING:
        if address in block:
            return may_reach(IPv4Address((int(address) >> shift) & 0xFFFFFFFF), allowed)
    if address not in _PUBLIC_6 or any(address in block for block in _NOT_PUBLIC_6):
        return False
    if (int(address) >> 32) & _ISATAP_MASK == _ISATAP:
        return may_reach(IPv4Address(int(address) & 0xFFFFFFFF), allowed)
    return True
