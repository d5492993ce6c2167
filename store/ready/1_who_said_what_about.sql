-- Who said what about
-- Statements that speak of a topic, newest first: in their words or in the sentence around them, or by a pronoun.
SELECT statements.*, passage_link(url, sentence) AS link
FROM statements
WHERE statements.id IN (
    SELECT rowid FROM attributions_fts
    WHERE attributions_fts MATCH '{text around} : (' || words(:about) || ')'
    UNION
    SELECT attribution_id
    FROM aliases
      JOIN article_entities USING (entity_id)
      JOIN attributions USING (article_id)
      JOIN mentions ON attribution_id = attributions.id AND mentions.entity_id = aliases.entity_id
    WHERE folded = folded_name(:about)
  )
  AND (:speaker = '' OR folded_name(speaker) LIKE '%' || folded_name(:speaker) || '%')
  AND (:since = '' OR dated >= :since)
ORDER BY dated DESC, statements.id DESC
LIMIT 500
