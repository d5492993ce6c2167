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

-- That somebody is a person is asked of no label.
DROP VIEW attribution_words;
CREATE VIEW attribution_words AS
SELECT
  id,
  coalesce(stitched, substr(whole, said + 1, said_end - said)) AS text,
  coalesce(
    stitched_around,
    substr(whole, sentence_start + 1, max(min(said, source) - sentence_start, 0))
      || ' ' || substr(whole, first_end + 1, max(max(said, source) - first_end, 0))
      || ' ' || substr(whole, last_end + 1, max(sentence_end - last_end, 0))
  ) AS around,
  speaker_name, speaker_role, labels
FROM (
  SELECT
    *,
    max(sentence_start, iif(said <= source, said_end, source_end)) AS first_end,
    max(sentence_start, said_end, source_end) AS last_end
  FROM (
    SELECT
      attributions.id, articles.text AS whole, stitched, stitched_around,
      sentence_start, sentence_end, speaker_name, speaker_role,
      'o' || outlet_id
        || coalesce(' s' || speaker_id, '')
        || coalesce(' ' || nullif(speaker_kind, 'person'), '')
        || coalesce((
          SELECT group_concat(' ' || substr(how, 1, 2) || entity_id, '')
          FROM mentions WHERE attribution_id = attributions.id
        ), '') AS labels,
      content ->> '$[0][0]' AS said,
      content ->> '$[0][1]' AS said_end,
      coalesce(source_start, content ->> '$[0][1]') AS source,
      coalesce(source_end, content ->> '$[0][1]') AS source_end
    FROM attributions JOIN articles ON articles.id = attributions.article_id
  )
);

INSERT INTO attributions_fts (attributions_fts) VALUES ('rebuild');

-- Words are compared within a story only: four bytes of their hash tell them apart.
UPDATE attributions SET words = words >> 32;
