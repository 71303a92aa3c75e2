-- The searches that somebody keeps.

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,       -- a number once given is given to no other: feeds are known by it
    name TEXT NOT NULL,
    shelf TEXT NOT NULL,                        -- search, who, exchanges or events
    asked TEXT NOT NULL,                        -- as an address has it
    at TEXT NOT NULL,
    UNIQUE (shelf, asked)
) STRICT;
