-- Likenesses are written more shortly and imprints as numbers; what was kept before is dropped, and made anew with the
-- next article that is added.

DELETE FROM untraced;
DELETE FROM claim_words;
DELETE FROM claim;
DELETE FROM likeness;
DELETE FROM clause;
DELETE FROM copied;
DELETE FROM copy;
DELETE FROM house;
DELETE FROM tie;
DELETE FROM imprint_key;
DELETE FROM imprint;
