"""From an article's text to who said what: a spaCy pipeline, no Slack, no database."""
