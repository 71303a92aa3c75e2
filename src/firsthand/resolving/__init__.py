"""Who is meant: what the names, descriptions and pronouns of an article mean."""

from firsthand.resolving.actors import cast_of, with_actors

__all__ = ["cast_of", "with_actors"]
