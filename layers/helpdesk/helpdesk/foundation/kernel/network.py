"""Addresses on the internet: whose they are, and which are public: calling others must reach nothing of ours."""

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

PORT: Final = 443

# The only part of IPv6 that is routed, without forms that carry an address of IPv4 or that are for no host: protocol
# assignments with Teredo, examples, 6to4. Mapped addresses, NAT64, site-local and the like are outside of it.
_ROUTED: Final = ip_network("2000::/3")
_NOT_HOSTS: Final = tuple(map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
# What older versions of `ipaddress` take for public: protocol assignments, and relays of 6to4.
_NOT_PUBLIC: Final = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24")))

_OF_ONE_CUSTOMER: Final = 64  # bits that are alike

# Names that mean this machine, or something in the network it stands in.
_INSIDE: Final = ("arpa", "home", "internal", "intranet", "lan", "local", "localdomain", "localhost")

_WRITTEN: Final = re.compile(r"[!-~]{1,2000}")
_NAME: Final = re.compile(r"(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*\.?")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")


class Target(Struct, frozen=True, kw_only=True):
    """Where a plain https address leads."""

    host: str
    path: str


def target(url: str) -> Target | None:
    """None for what is no plain https address: of another scheme or port, with a password, or malformed."""
    if not _WRITTEN.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme != "https" or "@" in parts.netloc or port not in {None, PORT} or not _is_host(host):
        return None
    return Target(host=host, path=f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}")


def _is_host(host: str) -> bool:
    if ":" in host:
        return "%" not in host and _address(host) is not None
    return _NAME.fullmatch(host) is not None


def may_be_public(host: str) -> bool:
    """Whether nothing speaks against it before it is looked up. Numbers are addresses, however they are written."""
    name = host.removesuffix(".")
    last = name.rpartition(".")[2]
    if ":" in name or _NUMBER.fullmatch(last):
        return is_public(name)
    return "." in name and last not in _INSIDE


def is_public(address: str) -> bool:
    """Whether it is the address of a host that everybody reaches; False for what is no address."""
    found = _address(address.partition("%")[0])
    if found is None or not found.is_global or found.is_multicast:
        return False
    if isinstance(found, IPv4Address):
        return not any(found in network for network in _NOT_PUBLIC)
    return found in _ROUTED and not any(found in network for network in _NOT_HOSTS)


def subscriber(address: str) -> str:
    """Who stands behind a caller's address: of IPv6 a customer gets a whole /64, and may call from any part of it."""
    found = _address(address.partition("%")[0])
    if not isinstance(found, IPv6Address):
        return address
    return str(found.ipv4_mapped or IPv6Network((int(found), _OF_ONE_CUSTOMER), strict=False))


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
