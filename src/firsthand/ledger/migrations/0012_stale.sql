-- Claims that are to be made anew, or dropped: clauses have come to them or left them since they were put together.

CREATE TABLE stale (
    claim INTEGER PRIMARY KEY
) STRICT;
