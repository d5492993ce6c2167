"""What the bot does, in plain sentences."""
