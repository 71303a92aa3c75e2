-- On how many independent origins the claims rest that statements make; triggers keep this as claims are put together.

-- The statements in whose content a clause stands that makes or denies a claim; "length" is the clause's.
CREATE TABLE stated (
    clause INTEGER NOT NULL,
    statement INTEGER NOT NULL REFERENCES statement,
    length INTEGER NOT NULL,
    PRIMARY KEY (clause, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX stated_statement ON stated (statement, length);

-- Statements whose claim rests on two origins or more: few, so that a search looks them up at little cost.
CREATE TABLE backed (
    statement INTEGER PRIMARY KEY REFERENCES statement,
    origins INTEGER NOT NULL
) STRICT;
CREATE INDEX backed_origins ON backed (origins, statement);

-- Of several clauses the longest counts; one that denies a claim has none of its origins. A clause makes the claim that
-- is called as its group, and denies any other. 55 bits of a claim's place stand below its origins.
CREATE VIEW backing AS
    SELECT statement.place AS statement, (
        SELECT iif(clause.claim = clause."group", claim.place >> 55, 0)
        FROM stated JOIN clause ON clause.id = stated.clause JOIN claim ON claim.id = clause.claim
        WHERE stated.statement = statement.place ORDER BY stated.length DESC, clause."start" LIMIT 1
    ) AS origins
    FROM statement;

CREATE TRIGGER clause_claimed AFTER UPDATE OF "group", claim ON clause
    WHEN new.claim IS NOT old.claim OR new."group" IS NOT old."group"
    BEGIN
        INSERT OR IGNORE INTO stated
            SELECT new.id, statement.place, new."end" - new."start"
            FROM article JOIN statement ON statement.place BETWEEN article.place AND article.place + 65535,
            json_each(statement.record, '$.content') AS span
            WHERE article.id = new.article AND old.claim IS NULL AND new.claim IS NOT NULL
            AND span.value ->> 0 < new."end" AND new."start" < span.value ->> 1;
        DELETE FROM backed WHERE statement IN (SELECT statement FROM stated WHERE clause = new.id);
        INSERT INTO backed SELECT statement, origins FROM backing
            WHERE statement IN (SELECT statement FROM stated WHERE clause = new.id) AND origins > 1;
    END;
CREATE TRIGGER clause_dropped AFTER DELETE ON clause
    BEGIN
        DELETE FROM backed WHERE statement IN (SELECT statement FROM stated WHERE clause = old.id);
        DELETE FROM stated WHERE clause = old.id;
    END;
CREATE TRIGGER claim_backed AFTER INSERT ON claim
    BEGIN
        DELETE FROM backed WHERE statement IN
            (SELECT statement FROM clause JOIN stated ON stated.clause = clause.id WHERE clause.claim = new.id);
        INSERT INTO backed SELECT statement, origins FROM backing WHERE origins > 1 AND statement IN
            (SELECT statement FROM clause JOIN stated ON stated.clause = clause.id WHERE clause.claim = new.id);
    END;

INSERT OR IGNORE INTO stated
    SELECT clause.id, statement.place, clause."end" - clause."start"
    FROM clause JOIN article ON article.id = clause.article
    JOIN statement ON statement.place BETWEEN article.place AND article.place + 65535,
    json_each(statement.record, '$.content') AS span
    WHERE clause.claim IS NOT NULL AND span.value ->> 0 < clause."end" AND clause."start" < span.value ->> 1;
INSERT INTO backed SELECT statement, origins FROM backing
    WHERE statement IN (SELECT statement FROM stated) AND origins > 1;
