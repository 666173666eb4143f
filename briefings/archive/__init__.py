"""The archive: one SQLite file with every article, brief, call, digest and delivery of a desk."""
