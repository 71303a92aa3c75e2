-- The keys of articles that were compared last are read from their imprints; many together move to imprint_key, in its
-- order: they lie all over it, and one article's alone would have as many pages written as it has keys.

CREATE TABLE fresh (
    number INTEGER PRIMARY KEY AUTOINCREMENT,   -- a number once given is given to no other
    article INTEGER NOT NULL REFERENCES imprint
) STRICT;
