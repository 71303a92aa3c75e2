-- Looking people and outlets up.

CREATE INDEX voice_statement ON voice (statement, role);
CREATE INDEX article_outlet ON article (outlet, place);

-- The agencies that articles credit for their text.
CREATE TABLE credit (
    article INTEGER NOT NULL REFERENCES article,
    agency TEXT NOT NULL,
    PRIMARY KEY (article, agency)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO credit
    SELECT article.id, credited.value FROM article, json_each(unpacked(article.record), '$.article.credits') AS credited
    WHERE trim(credited.value) <> '';
