-- What a backfill has done already, so that it can be stopped and go on; what it brought is no news.

CREATE TABLE backfills (
  item TEXT PRIMARY KEY,
  article_id INTEGER REFERENCES articles (id) ON DELETE CASCADE,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX backfills_article ON backfills (article_id) WHERE article_id IS NOT NULL;

ALTER TABLE articles ADD COLUMN backfilled INTEGER NOT NULL DEFAULT 0 CHECK (backfilled IN (0, 1));
