"""The newsroom's program: reading, language, desk, blocks, and what wires them together."""
