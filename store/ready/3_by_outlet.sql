-- By outlet
-- How many articles, statements and speakers each outlet has. A name leads to its statements.
SELECT
  publisher,
  count(DISTINCT articles.id) AS articles,
  count(attributions.id) AS statements,
  count(DISTINCT speaker_id) AS speakers,
  sum(attributions.kind = 'direct') AS direct_quotes,
  substr(max(coalesce(published, read_at)), 1, 10) AS newest
FROM articles LEFT JOIN attributions ON article_id = articles.id AND shown
WHERE superseded_by IS NULL
GROUP BY publisher
ORDER BY statements DESC
LIMIT 500
