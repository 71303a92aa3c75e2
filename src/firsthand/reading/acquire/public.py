"""Nothing but the public internet: for askers who must not reach into the network that this machine stands in."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.request import getproxies, proxy_bypass

import httpx

from firsthand.errors import Unreachable
from firsthand.reading.acquire.web import SAVE_IT

Address = IPv4Address | IPv6Address
Resolve = Callable[[str], Sequence[str]]

TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that hold one of IPv4 in their last bits (RFC 6052)."""


class PublicOnly(httpx.BaseTransport):
    """Asks only hosts whose every address is public; raises Unreachable for others.

    A name is looked up once, and what was looked at is what is asked: a name that answers differently the next time
    (DNS rebinding) leads nowhere. Each hop of a redirect comes through here again. Where the environment names a proxy,
    the proxy connects, and what it lets through is its owner's to decide.
    """

    def __init__(self, transport: httpx.BaseTransport | None = None, resolve: Resolve | None = None) -> None:
        # A connection kept open for one host would be taken for another one at the same address.
        self._transport = transport or httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))
        self._resolve = resolve or addresses
        self._proxies: dict[str, httpx.BaseTransport] = {}

    def close(self) -> None:
        """Close what is open."""
        for transport in (self._transport, *self._proxies.values()):
            transport.close()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer of a public host."""
        host = request.url.raw_host.decode("ascii")
        proxy = _proxy(request.url)
        try:
            found = self._resolve(host)
        except (OSError, UnicodeError) as error:
            if proxy:
                return self._through(proxy).handle_request(request)
            raise httpx.ConnectError(f"no such host: {error}", request=request) from error
        if not found or not all(is_public(one) for one in found):
            problem = "it is an address of this machine or its own network, which the reading room does not ask"
            raise Unreachable(str(request.url), problem, SAVE_IT)
        if proxy:
            return self._through(proxy).handle_request(request)
        return self._asked(request, host, found)

    def _asked(self, request: httpx.Request, host: str, found: Sequence[str]) -> httpx.Response:
        """The answer from the first of the addresses that takes the connection."""
        for number, address in enumerate(found, 1):
            # The name goes along in the header Host and in the TLS handshake, so that certificates are checked by it.
            asked = httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )
            try:
                return self._transport.handle_request(asked)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if number == len(found):
                    raise
        raise AssertionError("unreachable")

    def _through(self, proxy: str) -> httpx.BaseTransport:
        return self._proxies.setdefault(proxy, httpx.HTTPTransport(proxy=proxy))


def addresses(host: str) -> Sequence[str]:
    """The addresses of a host, each once; raises OSError where it has none."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))


def is_public(written: str) -> bool:
    """Whether an address is one of the public internet, also where it hides one of IPv4 in itself."""
    try:
        address: Address = ip_address(written.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        hidden = address.ipv4_mapped or address.sixtofour
        if address in TRANSLATED:
            hidden = IPv4Address(int(address) & 0xFFFFFFFF)
        address = hidden or address
    return address.is_global and not address.is_multicast


def _proxy(url: httpx.URL) -> str | None:
    """The proxy that the environment names for an address."""
    proxy = getproxies().get(url.scheme)
    if not proxy or proxy_bypass(url.host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
