-- What tracing keeps: of each article an imprint, of each two that were compared what ties them, and what people judged.

CREATE TABLE imprint (
    article INTEGER PRIMARY KEY REFERENCES article,
    precedence INTEGER NOT NULL,
    version INTEGER NOT NULL,
    keys BLOB NOT NULL,                         -- signed 64-bit numbers, little-endian, ascending
    packed BLOB NOT NULL                        -- read by tracing alone
) STRICT;

CREATE TABLE imprint_key (
    key INTEGER NOT NULL,
    precedence INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES imprint,
    PRIMARY KEY (key, precedence, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie (
    one INTEGER NOT NULL REFERENCES imprint,
    other INTEGER NOT NULL REFERENCES imprint,
    shared TEXT,                                -- JSON: the passages that answer each other
    likenesses TEXT,                            -- JSON: the assertions that are alike
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_other ON tie (other);

CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    record TEXT NOT NULL                        -- JSON
) STRICT;
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement
    BEGIN SELECT raise(ABORT, 'judgements are added, never changed'); END;
CREATE TRIGGER judgement_remains BEFORE DELETE ON judgement
    BEGIN SELECT raise(ABORT, 'judgements are added, never removed'); END;
