-- How often what pages show beside an article, or of claims, has changed: a page that was made since is still right.

CREATE TABLE turn (
    what TEXT PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO turn VALUES ('claims', 0), ('written', 0);

CREATE TRIGGER reply_written AFTER INSERT ON reply
    BEGIN UPDATE turn SET number = number + 1 WHERE what = 'written'; END;
CREATE TRIGGER reply_changed AFTER UPDATE ON reply
    BEGIN UPDATE turn SET number = number + 1 WHERE what = 'written'; END;
CREATE TRIGGER reply_deleted AFTER DELETE ON reply
    BEGIN UPDATE turn SET number = number + 1 WHERE what = 'written'; END;
CREATE TRIGGER note_written AFTER INSERT ON note
    BEGIN UPDATE turn SET number = number + 1 WHERE what = 'written'; END;
CREATE TRIGGER note_changed AFTER UPDATE ON note
    BEGIN UPDATE turn SET number = number + 1 WHERE what = 'written'; END;
CREATE TRIGGER note_deleted AFTER DELETE ON note
    BEGIN UPDATE turn SET number = number + 1 WHERE what = 'written'; END;
CREATE TRIGGER judgement_written AFTER INSERT ON judgement
    BEGIN UPDATE turn SET number = number + 1 WHERE what = 'claims'; END;
CREATE TRIGGER claim_put AFTER INSERT ON claim
    BEGIN UPDATE turn SET number = number + 1 WHERE what = 'claims'; END;
CREATE TRIGGER claim_dropped AFTER DELETE ON claim
    BEGIN UPDATE turn SET number = number + 1 WHERE what = 'claims'; END;
CREATE TRIGGER copy_put AFTER INSERT ON copy
    BEGIN UPDATE turn SET number = number + 1 WHERE what = 'claims'; END;
