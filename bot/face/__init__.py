"""The archive's face: Datasette on this machine, with our own pages. Needs the extra `archive`."""
