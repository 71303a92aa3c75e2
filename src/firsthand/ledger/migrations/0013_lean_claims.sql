-- Claims are put together at less cost: what ties articles tells what holds of their clauses, claims that change are made
-- with the clauses that change them, and what statements a clause stands in is noted once, when it becomes known.

INSERT OR IGNORE INTO untraced
    SELECT article FROM clause WHERE "group" IN (SELECT claim FROM stale) OR id IN (SELECT claim FROM stale);
DROP TABLE stale;

-- Only what keeps claims apart, and what people judged, which outweighs all else.
DELETE FROM likeness WHERE verdict NOT IN ('near', 'denies') AND score <> 100;

DROP TRIGGER clause_claimed;
-- The claim that a clause comes to is put anew, and tells the statements of all its clauses then.
CREATE TRIGGER clause_claimed AFTER UPDATE OF claim ON clause
    WHEN old.claim IS NOT NULL AND new.claim IS NOT old.claim
    BEGIN
        DELETE FROM backed WHERE statement IN (SELECT statement FROM stated WHERE clause = new.id);
        INSERT INTO backed SELECT statement, origins FROM backing
            WHERE statement IN (SELECT statement FROM stated WHERE clause = new.id) AND origins > 1;
    END;
INSERT OR IGNORE INTO stated
    SELECT clause.id, statement.place, clause."end" - clause."start"
    FROM clause JOIN article ON article.id = clause.article
    JOIN statement ON statement.place BETWEEN article.place AND article.place + 65535,
    json_each(statement.record, '$.content') AS span
    WHERE clause.claim IS NULL AND span.value ->> 0 < clause."end" AND clause."start" < span.value ->> 1;
