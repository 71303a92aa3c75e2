"""Who and when: what names, descriptions, pronouns and expressions of time in an article mean."""

from firsthand.resolving.actors import cast_of, with_actors
from firsthand.resolving.moments import moments, with_moments

__all__ = ["cast_of", "moments", "with_actors", "with_moments"]
