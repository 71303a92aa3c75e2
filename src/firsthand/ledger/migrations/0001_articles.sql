-- Articles and what was found in them.
--
-- A "place" is a number that sorts as readers want to see things: the day of publication, then the order of filing,
-- then the order in the article (ledger/places.py). Being the rowid of tables and word indexes alike, it lets the
-- newest matches of a common word be found without looking at the others.

CREATE TABLE page (
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    charset TEXT,
    size INTEGER NOT NULL,
    content BLOB NOT NULL                       -- zlib
) STRICT;

CREATE TABLE outlet (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,                   -- the domain, else the name in small letters
    name TEXT,
    domain TEXT
) STRICT;

CREATE TABLE name (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,                   -- in small letters, spaces made one
    name TEXT NOT NULL
) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY,                     -- the order of filing
    place INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,                  -- Article.id
    title TEXT,
    outlet INTEGER REFERENCES outlet,
    published TEXT,
    url TEXT,
    language TEXT,
    filed TEXT NOT NULL,
    page INTEGER REFERENCES page,
    earlier INTEGER REFERENCES article,         -- what stood at the same address before
    text BLOB NOT NULL,                         -- zlib of UTF-8
    record BLOB NOT NULL                        -- zlib of JSON: the findings without text and the rows below
) STRICT;
CREATE INDEX article_url ON article (url, id) WHERE url IS NOT NULL;

-- Every content that was filed, also when it differed from an article already there in nothing but its boilerplate.
CREATE TABLE seen (
    content BLOB PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article
) STRICT, WITHOUT ROWID;

-- What sites gave with pages, so that they can be asked whether a page changed.
CREATE TABLE visit (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
    place INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article,
    speaker INTEGER REFERENCES name,            -- the origin
    form TEXT NOT NULL,
    act TEXT,
    certainty TEXT,
    polarity TEXT,
    said TEXT,                                  -- when, ISO 8601
    confidence REAL NOT NULL,
    record TEXT NOT NULL                        -- JSON
) STRICT;

CREATE TABLE voice (
    name INTEGER NOT NULL REFERENCES name,
    statement INTEGER NOT NULL REFERENCES statement,
    role TEXT NOT NULL,                         -- origin, relay or denier
    shown INTEGER NOT NULL REFERENCES name,     -- the name by which the statement calls it; "name" may be an alias
    PRIMARY KEY (name, statement, role, shown)
) STRICT, WITHOUT ROWID;

CREATE TABLE exchange (
    place INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article,
    giver INTEGER REFERENCES name,
    receiver INTEGER REFERENCES name,
    status TEXT NOT NULL,
    happened TEXT,
    confidence REAL NOT NULL,
    record TEXT NOT NULL
) STRICT;

CREATE TABLE event (
    place INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    happened TEXT,
    confidence REAL NOT NULL,
    record TEXT NOT NULL
) STRICT;

-- Word indexes; their rowid is the place. "facets" holds made-up words such as o17 for the outlet with the id 17.
CREATE VIRTUAL TABLE article_words USING fts5(
    title, text, facets,
    content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_words USING fts5(
    words, speaker, facets,
    content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE exchange_words USING fts5(
    giver, receiver, item, facets,
    content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE event_words USING fts5(
    participant, facets,
    content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE name_words USING fts5(
    name,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
