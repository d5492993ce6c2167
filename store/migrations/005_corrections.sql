-- What people correct. An article's rows hold what is right now; what the program had found there
-- stays beside it, as JSON, so that a correction can be undone.

CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL,
  text TEXT NOT NULL,
  nth INTEGER NOT NULL,
  of_name TEXT,
  everywhere INTEGER NOT NULL CHECK (everywhere IN (0, 1)),
  speaker_name TEXT,
  speaker_role TEXT,
  speaker_kind TEXT CHECK (speaker_kind IN ('person', 'organisation', 'anonymous')),
  said_on TEXT,
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  merge_id INTEGER REFERENCES merges (id) ON DELETE SET NULL,
  note TEXT NOT NULL,
  by_name TEXT NOT NULL,
  user TEXT NOT NULL,
  team TEXT NOT NULL,
  channel TEXT NOT NULL,
  made TEXT NOT NULL,
  undone TEXT,
  undone_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX corrections_merge ON corrections (merge_id) WHERE merge_id IS NOT NULL;
CREATE INDEX corrections_url ON corrections (url);

-- Nothing stays of an article that is deleted in all its versions.
CREATE TRIGGER corrections_removed AFTER DELETE ON articles BEGIN
  DELETE FROM corrections
  WHERE url = old.url AND NOT EXISTS (SELECT 1 FROM articles WHERE url = old.url);
END;

ALTER TABLE attributions ADD COLUMN corrected_by TEXT NOT NULL DEFAULT '';
ALTER TABLE attributions ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
ALTER TABLE attributions ADD COLUMN machine TEXT CHECK (machine IS NULL OR json_valid(machine));
CREATE INDEX attributions_corrected ON attributions (dated) WHERE machine IS NOT NULL;
ALTER TABLE claims ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
ALTER TABLE claims ADD COLUMN machine TEXT CHECK (machine IS NULL OR json_valid(machine));
