-- Views for outsiders: what a book says, in plain tables, for any SQLite tool. Quorate itself
-- never reads them. They lie outside the chain: a book opened for writing by a program whose
-- views differ from those in the file gets the program's.

-- entries: every entry, struck ones included. struck is 1 when a later entry of kind "struck"
-- names its number ({"from":a,"to":b}, both ends included).
CREATE VIEW entries AS
WITH strikes (at, first, last) AS MATERIALIZED (
  SELECT seq, json_extract(body, '$.from'), json_extract(body, '$.to')
  FROM log WHERE kind = 'struck'
)
SELECT
  seq,
  lower(hex(act)) AS act,
  part,
  happened,
  entered,
  kind,
  body,
  EXISTS (
    SELECT 1 FROM strikes
    WHERE strikes.at > log.seq AND log.seq BETWEEN strikes.first AND strikes.last
  ) AS struck
FROM log;

-- members: (to be filled)

-- meetings: (to be filled)

-- attendance: (to be filled)

-- motions: (to be filled)

-- votes: (to be filled)

-- decisions: (to be filled)

-- minutes: (to be filled)
