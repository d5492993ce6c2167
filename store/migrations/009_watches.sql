-- Standing questions, and which articles they were told of.

CREATE TABLE watches (
  id INTEGER PRIMARY KEY,
  team TEXT NOT NULL,
  channel TEXT NOT NULL,
  words TEXT NOT NULL,
  user TEXT NOT NULL,
  created TEXT NOT NULL,
  UNIQUE (team, channel, words)
) STRICT;

CREATE TABLE watch_news (
  watch_id INTEGER NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  PRIMARY KEY (watch_id, url)
) STRICT, WITHOUT ROWID;
