-- What becomes of articles in a language that is not read, and whether somebody asked for a link.

ALTER TABLE channels ADD COLUMN other_languages TEXT NOT NULL DEFAULT 'tell'
  CHECK (other_languages IN ('tell', 'leave'));
ALTER TABLE shares ADD COLUMN asked INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1));
