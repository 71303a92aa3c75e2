"""Who publishes an article, where nothing but its address or the user tells."""

from __future__ import annotations

from urllib.parse import urlsplit

from firsthand.model import Outlet


def domain_of(url: str | None) -> str | None:
    """The host of an address without its leading "www."; None where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def outlet_of(name: str | None, url: str | None, domain: str | None = None, owner: str | None = None) -> Outlet | None:
    """The outlet with the name, domain and owner given, the domain of the address standing in for its own."""
    domain = domain or domain_of(url)
    return Outlet(name or None, domain, owner or None) if name or domain else None
