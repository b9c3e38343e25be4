-- A book: one association's meetings as a log of facts. Readable with any SQLite tool; every
-- entry is sealed to the one before, so an edit by hand is found when the book is next opened.

-- seq       number, from 1 without gaps
-- act       the command that wrote it (16 bytes); part: place within it, from 0
-- happened  when it happened; entered: when it was typed (RFC 3339)
-- kind      what sort of fact; body: the fact, as JSON
-- prev      seal of the entry before; for the first: SHA-256 of "quorate-genesis-v1" and a zero byte
-- hash      SHA-256 of "quorate-entry-v1" and a zero byte, prev, seq (8 bytes), act, part (4 bytes),
--           then happened, entered, kind, body, each after its length (8 bytes); big-endian
CREATE TABLE log (
  seq      INTEGER PRIMARY KEY CHECK (seq > 0),
  act      BLOB    NOT NULL CHECK (length(act) = 16),
  part     INTEGER NOT NULL CHECK (part >= 0),
  happened TEXT    NOT NULL,
  entered  TEXT    NOT NULL,
  kind     TEXT    NOT NULL,
  body     TEXT    NOT NULL CHECK (json_valid(body)),
  prev     BLOB    NOT NULL CHECK (length(prev) = 32),
  hash     BLOB    NOT NULL CHECK (length(hash) = 32),
  UNIQUE (act, part)
) STRICT;

-- Attachments by content; an entry names one in its body as "blob":"…hex of sha256…".
CREATE TABLE blobs (
  sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
  bytes  BLOB NOT NULL
) STRICT;

-- Cards: who speaks for a unit, outside the chain, so that a card can be removed on request. An entry
-- names one in its body as "digest":"…hex…": SHA-256 of "quorate-card-v1" and a zero byte, salt, body.
CREATE TABLE cards (
  digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
  salt   BLOB NOT NULL CHECK (length(salt) = 32),
  body   TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
