-- What was said, and the sentence around it, stand in the article already: they are slices of its
-- text. Kept is only what is no slice, since it was said in several parts. What a statement is, as
-- words of the full-text index, follows from the other tables. docs/archive.md says more.

DROP VIEW statements;
DROP TRIGGER attributions_added;
DROP TRIGGER attributions_removed;
DROP TRIGGER attributions_changed;
DROP TRIGGER attributions_speaker_changed;
DROP TRIGGER mentions_added;
DROP TRIGGER mentions_changed;
DROP TRIGGER mentions_removed;
DROP VIEW attribution_labels;
DROP TABLE attributions_fts_words;
DROP TABLE attributions_fts;

ALTER TABLE attributions ADD COLUMN stitched TEXT;
ALTER TABLE attributions ADD COLUMN stitched_around TEXT;
UPDATE attributions SET stitched = text, stitched_around = around
WHERE json_array_length(content) != 1;
ALTER TABLE attributions DROP COLUMN text;
ALTER TABLE attributions DROP COLUMN around;
ALTER TABLE attributions DROP COLUMN labels;

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
      sentence_start, sentence_end, speaker_name, speaker_role,
      'o' || outlet_id
        || coalesce(' s' || speaker_id, '')
        || coalesce(' ' || speaker_kind, '')
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

CREATE VIEW indexed_words AS
SELECT attribution_words.* FROM attributions JOIN attribution_words USING (id) WHERE shown;

CREATE VIRTUAL TABLE attributions_fts USING fts5 (
  text, around, speaker_name, speaker_role, labels,
  content="indexed_words", content_rowid="id",
  tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
SELECT * FROM indexed_words ORDER BY id;
CREATE VIRTUAL TABLE attributions_fts_words USING fts5vocab (attributions_fts, row);

-- What changes leaves the index while all is still as it was, and comes back as it is then.
CREATE TRIGGER articles_leave BEFORE DELETE ON articles BEGIN
  DELETE FROM attributions WHERE article_id = old.id;
END;

CREATE TRIGGER attributions_leave BEFORE DELETE ON attributions BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT 'delete', * FROM indexed_words WHERE id = old.id;
END;

CREATE TRIGGER attributions_added AFTER INSERT ON attributions BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM indexed_words WHERE id = new.id;
END;

CREATE TRIGGER attributions_change
BEFORE UPDATE OF shown, speaker_id, speaker_kind, speaker_name, speaker_role ON attributions BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT 'delete', * FROM indexed_words WHERE id = old.id;
END;

CREATE TRIGGER attributions_changed
AFTER UPDATE OF shown, speaker_id, speaker_kind, speaker_name, speaker_role ON attributions BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM indexed_words WHERE id = new.id;
END;

CREATE TRIGGER mentions_add BEFORE INSERT ON mentions WHEN NOT EXISTS (
  SELECT 1 FROM mentions
  WHERE entity_id = new.entity_id AND attribution_id = new.attribution_id
) BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT 'delete', * FROM indexed_words WHERE id = new.attribution_id;
END;

CREATE TRIGGER mentions_added AFTER INSERT ON mentions BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM indexed_words WHERE id = new.attribution_id;
END;

CREATE TRIGGER mentions_change BEFORE UPDATE ON mentions BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT 'delete', * FROM indexed_words WHERE id IN (old.attribution_id, new.attribution_id);
END;

CREATE TRIGGER mentions_changed AFTER UPDATE ON mentions BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM indexed_words WHERE id IN (old.attribution_id, new.attribution_id);
END;

CREATE TRIGGER mentions_leave BEFORE DELETE ON mentions BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT 'delete', * FROM indexed_words WHERE id = old.attribution_id;
END;

CREATE TRIGGER mentions_removed AFTER DELETE ON mentions BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM indexed_words WHERE id = old.attribution_id;
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
