"""A URL becomes an Article: fetched safely, extracted, cleaned."""
