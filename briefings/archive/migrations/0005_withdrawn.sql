-- Briefs that a person took back: never printed again, and told once to those who have read them.

CREATE TABLE withdrawn (
    brief TEXT PRIMARY KEY,  -- 2025-09-22/01-ru, in all its revisions
    at    TEXT NOT NULL      -- ISO date and time with zone
) STRICT, WITHOUT ROWID;

-- Which digest tells of it. Readers know when that digest went out.
CREATE TABLE digest_withdrawn (
    digest INTEGER NOT NULL REFERENCES digests,
    brief  TEXT NOT NULL REFERENCES withdrawn,
    PRIMARY KEY (digest, brief)
) STRICT, WITHOUT ROWID;

CREATE INDEX digest_briefs_by_brief ON digest_briefs (brief);
