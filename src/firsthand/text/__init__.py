"""Tools on strings with offsets: what several rooms need to know of a text before any of them interprets it."""
