-- What a page about a statement needs besides.

DROP VIEW statements;

CREATE VIEW statements AS
SELECT
  attributions.id,
  attributions.text,
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
FROM attributions JOIN articles ON articles.id = attributions.article_id
WHERE attributions.shown;
