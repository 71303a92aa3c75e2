-- What readers reply and what the owner notes. Of a claim, "part" is its id, and "article" one of those that tell it.

CREATE TABLE reply (
    id INTEGER PRIMARY KEY AUTOINCREMENT,       -- a number once given is given to no other
    about TEXT NOT NULL,                        -- article, statement or claim
    article TEXT NOT NULL,                      -- Article.id
    part TEXT NOT NULL,
    words TEXT NOT NULL,                        -- what was replied to, as it stood then
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    written TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'approved', 'refused')),
    decided TEXT
) STRICT;
CREATE INDEX reply_article ON reply (article, state);
CREATE INDEX reply_part ON reply (part, state) WHERE about = 'claim';
CREATE INDEX reply_state ON reply (state, id);

-- How to reach who replied. Nothing that shows or gives a ledger may read it: SQLite itself refuses them.
CREATE TABLE reply_address (
    reply INTEGER PRIMARY KEY REFERENCES reply,
    address TEXT NOT NULL
) STRICT;

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    about TEXT NOT NULL,
    article TEXT NOT NULL,
    part TEXT NOT NULL,
    words TEXT NOT NULL,
    text TEXT NOT NULL,
    written TEXT NOT NULL,
    changed TEXT,
    published TEXT
) STRICT;
CREATE INDEX note_article ON note (article);
CREATE INDEX note_part ON note (part) WHERE about = 'claim';
