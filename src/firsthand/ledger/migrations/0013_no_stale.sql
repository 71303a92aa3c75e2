-- Claims that change are made together with the clauses that change them; none is left for later.

INSERT OR IGNORE INTO untraced
    SELECT article FROM clause WHERE "group" IN (SELECT claim FROM stale) OR id IN (SELECT claim FROM stale);
DROP TABLE stale;
