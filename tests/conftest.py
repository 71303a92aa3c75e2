"""What all tests share."""

from hypothesis import settings

# The first call of a test may load a model; time is measured in benchmarks, never asserted here.
settings.register_profile("firsthand", deadline=None)
settings.load_profile("firsthand")
