"""A folder of articles to briefs: in parallel, within limits and a budget, to be cut off at any moment."""
