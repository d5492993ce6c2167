"""Records become Block Kit: pure functions."""
