"""Which hosts may be reached: no address that points into the local network, in whatever form it is written."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator

from parsers.errors import InputError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
# Prefixes whose last 32 bits are an IPv4 address: translated (NAT64, its local form), compatible (as ::127.0.0.1).
CARRIERS = tuple(map(ipaddress.ip_network, (TRANSLATED, "64:ff9b:1::/48", "::/96", "::ffff:0:0:0/96")))


def public_addresses(host: str, port: int) -> list[str]:
    """The network addresses of ``host``; InputError if any of them is private, local or otherwise not public.

    The system's own resolver reads the name, so that 127.1, 0x7f000001, 2130706433 and 0177.0.0.1 are what they are for a connection.
    """
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise InputError(f"the host {host!r} is not known ({error}); check the address and the network") from error
    for address in found:
        if not is_public(ipaddress.ip_address(address.split("%")[0])):
            raise InputError(f"{host!r} is in a private network ({address}); --allow-private permits that")
    return list(dict.fromkeys(found))


def is_local(host: str) -> bool:
    """Whether a host needs no look-up to be known as one that must not be reached: written as a number, or as this machine."""
    try:
        return not all(
            is_public(ipaddress.ip_address(entry[4][0])) for entry in socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)
        )
    except (OSError, UnicodeError, ValueError):
        return host == "localhost" or host.endswith(".localhost")


def is_public(address: Address) -> bool:
    """Whether an address, and each one that is hidden in it, is one of the open network."""
    shown = () if address in TRANSLATED else (address,)  # a network without IPv4 reaches all of it through this prefix
    return all(_is_open(one) for one in (*shown, *_hidden(address)))


def _is_open(address: Address) -> bool:
    is_site_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or is_site_local)


def _hidden(address: Address) -> Iterator[Address]:
    if isinstance(address, ipaddress.IPv6Address):
        yield from filter(None, (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())))
        if any(address in carrier for carrier in CARRIERS):
            yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
