"""How often one address may write: kept in memory alone, and forgotten when it no longer counts."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from threading import Lock

MOST, SECONDS = 5, 600.0
"""So many writings of one address in so long a time: a person who answers several statements is not stopped."""
MOST_ADDRESSES = 10_000
"""So many are remembered, those heard from last."""


class Pace:
    """Counts writings by address; `clock` tells seconds and never runs back."""

    def __init__(self, most: int = MOST, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, address: str) -> float:
        """Seconds until the address may write again; 0 where it may now, which is counted."""
        with self._lock:
            now, home = self._clock(), _home(address)
            times = self._seen.setdefault(home, deque())
            self._seen.move_to_end(home)
            while times and times[0] <= now - self._seconds:
                times.popleft()
            self._forget(now)
            if len(times) >= self._most:
                return times[0] + self._seconds - now
            times.append(now)
            return 0.0

    def _forget(self, now: float) -> None:
        while len(self._seen) > 1:
            oldest, times = next(iter(self._seen.items()))
            if len(self._seen) <= MOST_ADDRESSES and times and times[-1] > now - self._seconds:
                return
            del self._seen[oldest]


def _home(address: str) -> str:
    """The network that is one household's: of IPv6 the first half, since the rest is theirs to choose (RFC 6177)."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or int(found) >> 64)
