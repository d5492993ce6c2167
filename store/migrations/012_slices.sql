-- What was said, and the sentence around it, stand in the article already: they are slices of its
-- text. Kept is only what is no slice, since it was said in several parts. docs/archive.md says more.

DROP VIEW statements;
DROP TRIGGER attributions_added;
DROP TRIGGER attributions_removed;
DROP TRIGGER attributions_changed;
DROP TRIGGER attributions_speaker_changed;
DROP TABLE attributions_fts_words;
DROP TABLE attributions_fts;

ALTER TABLE attributions ADD COLUMN stitched TEXT;
ALTER TABLE attributions ADD COLUMN stitched_around TEXT;
UPDATE attributions SET stitched = text, stitched_around = around
WHERE json_array_length(content) != 1;
ALTER TABLE attributions DROP COLUMN text;
ALTER TABLE attributions DROP COLUMN around;

-- Around are three slices: before what was said and its source, between them and behind them. The
-- full-text index takes no view with table functions, json_each among them.
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
      sentence_start, sentence_end, speaker_name, speaker_role, labels,
      content ->> '$[0][0]' AS said,
      content ->> '$[0][1]' AS said_end,
      coalesce(source_start, content ->> '$[0][1]') AS source,
      coalesce(source_end, content ->> '$[0][1]') AS source_end
    FROM attributions JOIN articles ON articles.id = attributions.article_id
  )
);

CREATE VIRTUAL TABLE attributions_fts USING fts5 (
  text, around, speaker_name, speaker_role, labels,
  content="attribution_words", content_rowid="id",
  tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
SELECT attribution_words.* FROM attributions CROSS JOIN attribution_words USING (id)
WHERE shown ORDER BY id;
CREATE VIRTUAL TABLE attributions_fts_words USING fts5vocab (attributions_fts, row);

-- The words leave the index while their row and its article are still as they were.
CREATE TRIGGER articles_leave BEFORE DELETE ON articles BEGIN
  DELETE FROM attributions WHERE article_id = old.id;
END;

CREATE TRIGGER attributions_leave BEFORE DELETE ON attributions WHEN old.shown BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT 'delete', * FROM attribution_words WHERE id = old.id;
END;

CREATE TRIGGER attributions_added AFTER INSERT ON attributions WHEN new.shown BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM attribution_words WHERE id = new.id;
END;

CREATE TRIGGER attributions_change
BEFORE UPDATE OF shown, speaker_id, speaker_kind, speaker_name, speaker_role, labels ON attributions
WHEN old.shown BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT 'delete', * FROM attribution_words WHERE id = old.id;
END;

CREATE TRIGGER attributions_changed
AFTER UPDATE OF shown, speaker_id, speaker_kind, speaker_name, speaker_role, labels ON attributions
WHEN old.speaker_id IS new.speaker_id AND old.speaker_kind IS new.speaker_kind BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM attribution_words WHERE id = new.id AND new.shown;
END;

CREATE TRIGGER attributions_speaker_changed
AFTER UPDATE OF speaker_id, speaker_kind ON attributions
WHEN old.speaker_id IS NOT new.speaker_id OR old.speaker_kind IS NOT new.speaker_kind BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM attribution_words WHERE id = new.id AND new.shown;
  UPDATE attributions SET labels = (
    SELECT labels FROM attribution_labels WHERE attribution_labels.id = new.id
  ) WHERE id = new.id;
END;

CREATE VIEW statements AS
SELECT
  attributions.id,
  attribution_words.text,
  attributions.kind,
  attributions.speaker_name AS speaker,
  attributions.speaker_role AS role,
  attributions.dated,
  substr(articles.text, attributions.sentence_start + 1,
    attributions.sentence_end - attributions.sentence_start) AS sentence,
  articles.headline,
  articles.publisher,
  articles.published,
  articles.url,
  attributions.speaker_id,
  attributions.speaker_sure,
  attributions.via ->> 'name' AS via,
  attributions.article_id
FROM attributions
JOIN articles ON articles.id = attributions.article_id
JOIN attribution_words ON attribution_words.id = attributions.id
WHERE attributions.shown;
