-- What a channel wants of the bot; a channel without a row has the defaults.

CREATE TABLE channels (
  team TEXT NOT NULL,
  channel TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('on', 'mentioned', 'silent')),
  bots INTEGER NOT NULL CHECK (bots IN (0, 1)),
  skipped TEXT NOT NULL CHECK (json_valid(skipped)),
  paused TEXT NOT NULL CHECK (json_valid(paused)),
  changed_by TEXT NOT NULL,
  changed TEXT NOT NULL,
  PRIMARY KEY (team, channel)
) STRICT, WITHOUT ROWID;
