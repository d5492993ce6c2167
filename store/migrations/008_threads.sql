-- The last question of a thread or a direct message, so that the next one can refine it, and an
-- index by which the publishers are found without reading all articles.

CREATE TABLE threads (
  team TEXT NOT NULL,
  channel TEXT NOT NULL,
  thread_ts TEXT NOT NULL,
  asked TEXT NOT NULL,
  begun INTEGER NOT NULL CHECK (begun IN (0, 1)),
  reading TEXT NOT NULL CHECK (json_valid(reading)),
  shown INTEGER NOT NULL,
  PRIMARY KEY (team, channel, thread_ts)
) STRICT, WITHOUT ROWID;

CREATE INDEX threads_asked ON threads (asked);
CREATE INDEX articles_publisher ON articles (publisher);

-- The words of names and of what was said (these as stems): what a slip may have been meant for.
CREATE VIRTUAL TABLE aliases_fts_words USING fts5vocab (aliases_fts, row);
CREATE VIRTUAL TABLE attributions_fts_words USING fts5vocab (attributions_fts, row);
