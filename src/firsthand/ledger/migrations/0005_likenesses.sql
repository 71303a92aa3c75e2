-- Likenesses are written more shortly; those kept before are dropped, and what they tied is compared anew.

DELETE FROM tie;
DELETE FROM imprint_key;
DELETE FROM imprint;
