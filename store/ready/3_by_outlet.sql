-- By outlet
-- How many articles and statements each outlet has: the first 300. A name leads to its statements.
WITH said AS (
  SELECT article_id, count(*) AS statements, sum(kind = 'direct') AS direct_quotes
  FROM attributions
  WHERE shown
  GROUP BY article_id
)
SELECT
  publisher,
  count(*) AS articles,
  coalesce(sum(statements), 0) AS statements,
  coalesce(sum(direct_quotes), 0) AS direct_quotes,
  substr(max(coalesce(published, read_at)), 1, 10) AS newest
FROM articles LEFT JOIN said ON article_id = articles.id
WHERE superseded_by IS NULL
GROUP BY publisher
ORDER BY statements DESC
LIMIT 300
