-- Claims with figures
-- Sentences that state something checkable with a number in it, the most worth checking first.
SELECT
  text AS claim,
  iif(claimer_sure, claimer, '') AS claimer,
  round(check_worthiness, 2) AS worth_checking,
  publisher,
  headline,
  substr(published, 1, 10) AS published,
  passage_link(url, text) AS link,
  article_id
FROM article_claims
WHERE figures != '[]' AND (:about = '' OR text LIKE '%' || :about || '%')
ORDER BY check_worthiness DESC, id DESC
LIMIT 500
