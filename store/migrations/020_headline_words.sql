-- The words of headlines, for slips in words that only they have.
CREATE VIRTUAL TABLE articles_fts_words USING fts5vocab (articles_fts, row);
