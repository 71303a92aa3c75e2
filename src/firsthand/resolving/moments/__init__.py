"""When: expressions of time, and the days they mean."""

from firsthand.resolving.moments.reading import moments

__all__ = ["moments"]
