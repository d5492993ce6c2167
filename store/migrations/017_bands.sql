-- Sixteen bands of two numbers find what 42 of three did. They are read from the signature itself.

DROP TABLE story_bands;

-- No reference to articles: it would need an index as large as the table. Rows of an article that
-- is gone lead nowhere, since its signature went with it; `store.deleting` takes them out.
CREATE TABLE story_bands (
  band BLOB NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;

INSERT INTO story_bands
WITH RECURSIVE places (place) AS (VALUES (0) UNION ALL SELECT place + 1 FROM places WHERE place < 15)
SELECT DISTINCT substr(signature, 2 + 4 * place, 4), article_id FROM signatures, places
ORDER BY 1, 2;

-- Nobody asks these for a rank, so how many words a name or headline has is not kept.
DROP TABLE aliases_fts_words;
DROP TABLE articles_fts;
DROP TABLE aliases_fts;
DROP TABLE roles_fts;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
  headline, content="articles", content_rowid="id", columnsize=0,
  tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE aliases_fts USING fts5 (
  alias, content="aliases", content_rowid="id", columnsize=0,
  tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE roles_fts USING fts5 (
  role, content="roles", content_rowid="id", columnsize=0,
  tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
INSERT INTO aliases_fts (aliases_fts) VALUES ('rebuild');
INSERT INTO roles_fts (roles_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE aliases_fts_words USING fts5vocab (aliases_fts, row);
