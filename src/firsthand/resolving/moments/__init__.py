"""When: expressions of time, and the days they mean."""

from firsthand.resolving.moments.reading import moments
from firsthand.resolving.moments.saying import with_moments

__all__ = ["moments", "with_moments"]
