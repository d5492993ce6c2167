"""The Slack side: acknowledge, parse, hand to the desk, post."""
