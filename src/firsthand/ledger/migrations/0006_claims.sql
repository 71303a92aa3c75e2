-- What tracing derives: kept until something in it changes, and made anew from what migration 2 keeps.
--
-- Clauses, groups and claims are called by 48-bit numbers, the ids that people see without their "c".

CREATE TABLE untraced (
    article INTEGER PRIMARY KEY REFERENCES article  -- its clauses are still to be put together with others
) STRICT;

CREATE TABLE clause (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    negated INTEGER NOT NULL,
    "group" INTEGER,                                -- the clauses it says the same as; none where it is alike to no other
    claim INTEGER                                   -- the claim that it makes or denies
) STRICT;
CREATE INDEX clause_article ON clause (article);
CREATE INDEX clause_group ON clause ("group") WHERE "group" IS NOT NULL;
CREATE INDEX clause_claim ON clause (claim) WHERE claim IS NOT NULL;

-- What holds of two clauses, in both directions: the program's view, or a person's where there is one.
CREATE TABLE likeness (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    place INTEGER PRIMARY KEY,                      -- origins, then the day it was first said, then the id
    id INTEGER NOT NULL UNIQUE,
    members INTEGER NOT NULL,
    record BLOB NOT NULL                            -- zlib of JSON
) STRICT;

CREATE TABLE copy (
    id INTEGER PRIMARY KEY,
    codes TEXT NOT NULL,                            -- JSON: short names of the agencies credited
    record TEXT NOT NULL                            -- JSON
) STRICT;
CREATE TABLE copied (
    article INTEGER PRIMARY KEY REFERENCES article,
    copy INTEGER NOT NULL REFERENCES copy
) STRICT;
CREATE INDEX copied_copy ON copied (copy);

-- How the outlets of traced articles call themselves; of several names that of the article with the last id is used.
CREATE TABLE house (
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (key, name)
) STRICT, WITHOUT ROWID;

-- Claims that are made in several places; the rowid is the place. "facets" holds s3 for three origins.
CREATE VIRTUAL TABLE claim_words USING fts5(
    words, facets,
    content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER imprint_untraced AFTER INSERT ON imprint
    BEGIN INSERT OR IGNORE INTO untraced VALUES (new.article); END;
CREATE TRIGGER judgement_untraced AFTER INSERT ON judgement
    BEGIN
        INSERT OR IGNORE INTO untraced SELECT article FROM imprint JOIN article ON article.id = imprint.article
        WHERE article.name IN (new.record ->> '$.one.article', new.record ->> '$.other.article');
    END;
INSERT INTO untraced SELECT article FROM imprint;
