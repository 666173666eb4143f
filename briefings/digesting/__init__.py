"""A day's briefs as one digest."""
