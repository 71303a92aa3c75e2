-- Whose outlets are, as the user says; and which table of owners that comes along claims were put together with.

CREATE TABLE owner (
    outlet TEXT PRIMARY KEY,    -- a domain or a name, as it was written
    owner TEXT                  -- none: it is nobody's but its own
) STRICT, WITHOUT ROWID;

CREATE TABLE owner_table (
    digest TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
