"""Which addresses may be asked, whatever way they are written in."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest

from flows.sources.reachable import checked, may_reach
from flows.sources.unanswered import Refused

PUBLIC = [
    "93.184.215.14", "1.1.1.1", "192.0.1.7", "172.32.0.1", "100.128.0.1",
    "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00:1450:4001::8a",
    "::ffff:93.184.215.14", "64:ff9b::5db8:d70e", "2002:5db8:d70e::1",
]  # fmt: skip
NOT_PUBLIC = {
    "this machine": "127.0.0.1",
    "this machine, elsewhere in its block": "127.8.8.8",
    "no address": "0.0.0.0",  # noqa: S104 - nothing listens there
    "a home network": "192.168.1.1",
    "a company's network": "10.20.30.40",
    "another": "172.31.255.255",
    "a carrier's network": "100.64.0.1",
    "a cloud's metadata": "169.254.169.254",
    "another cloud's": "100.100.100.200",
    "a third one's": "192.0.0.192",
    "a public address of a cloud for its own machines": "168.63.129.16",
    "multicast": "239.1.1.1",
    "reserved": "250.1.1.1",
    "everybody": "255.255.255.255",
    "documentation": "203.0.113.9",
    "this machine in IPv6": "::1",
    "no address in IPv6": "::",
    "link-local": "fe80::1",
    "link-local with its interface": "fe80::1%eth0",
    "unique local": "fd00:ec2::254",
    "site-local": "fec0::1",
    "multicast in IPv6": "ff02::1",
    "documentation in IPv6": "2001:db8::1",
    "newer documentation": "3fff::1",
    "Teredo": "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "mapped": "::ffff:127.0.0.1",
    "mapped metadata": "::ffff:169.254.169.254",
    "NAT64": "64:ff9b::7f00:1",
    "NAT64 of a network's own": "64:ff9b:1::7f00:1",
    "6to4": "2002:7f00:1::",
    "6to4 of a home network": "2002:c0a8:101::1",
    "ISATAP": "2606:2800::5efe:10.0.0.1",
    "ISATAP, other bit": "2606:2800::200:5efe:10.0.0.1",
    "IPv4-compatible": "::7f00:1",
}


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_may_be_asked(address: str) -> None:
    assert may_reach(ip_address(address), [])


@pytest.mark.parametrize("address", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_others_may_not(address: str) -> None:
    assert not may_reach(ip_address(address), [])


def test_a_network_that_is_allowed_may() -> None:
    allowed = [ip_network("10.1.0.0/16"), ip_network("fd00::/8")]
    asked = ["10.1.2.3", "10.2.2.3", "fd12::1", "::ffff:10.1.2.3", "::ffff:10.2.2.3"]
    assert [may_reach(ip_address(one), allowed) for one in asked] == [
        True,
        False,
        True,
        True,
        False,
    ]


def test_one_bad_address_condemns_the_name() -> None:
    with pytest.raises(Refused) as raised:
        checked("outlet.example", ["93.184.215.14", "10.0.0.7"], [])
    assert str(raised.value) == (
        "outlet.example is 10.0.0.7, which is no public address, so it is not asked"
        " (RECOUNT_ALLOW_NETWORKS=10.0.0.7/32 would allow it)"
    )
