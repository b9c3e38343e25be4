-- For other programs that open a book: it is only appended to. Quorate itself holds to this
-- without triggers (it has them switched off, and its statements are checked as prepared).
CREATE TRIGGER log_is_not_updated BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'a book is only appended to'); END;
CREATE TRIGGER log_is_not_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'a book is only appended to'); END;
CREATE TRIGGER log_is_appended_at_its_end BEFORE INSERT ON log
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)
BEGIN SELECT RAISE(ABORT, 'a book is only appended to'); END;
CREATE TRIGGER blobs_are_not_updated BEFORE UPDATE ON blobs
BEGIN SELECT RAISE(ABORT, 'a book is only appended to'); END;
CREATE TRIGGER blobs_are_not_deleted BEFORE DELETE ON blobs
BEGIN SELECT RAISE(ABORT, 'a book is only appended to'); END;
