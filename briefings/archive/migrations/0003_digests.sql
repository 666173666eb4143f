-- Digests as issued, and what became of each recipient's copy.

CREATE TABLE digests (
    id         INTEGER PRIMARY KEY,
    year       INTEGER NOT NULL,
    number     INTEGER NOT NULL,      -- 1, 2, … in its year; rows are never removed, so none is used again
    day        TEXT NOT NULL UNIQUE,  -- ISO date of issue
    language   TEXT,                  -- this and the rest: null until the digest is made
    since      TEXT,                  -- ISO date and time with zone: the briefs taken in
    until      TEXT,                  -- exclusive
    document   TEXT,                  -- the digest as JSON
    eml_sha256 TEXT,                  -- of the file that was shown and may be sent
    made       TEXT,
    approved   TEXT,                  -- when a person, or --yes, said to send exactly this file
    UNIQUE (year, number)
) STRICT;

-- Which briefs a digest is made of, and in which revision.
CREATE TABLE digest_briefs (
    digest   INTEGER NOT NULL REFERENCES digests,
    brief    TEXT NOT NULL,           -- 2025-09-22/01-ru
    revision INTEGER NOT NULL,
    PRIMARY KEY (digest, brief)
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
    digest     INTEGER NOT NULL REFERENCES digests,
    recipient  TEXT NOT NULL,         -- the address in small letters
    message_id TEXT NOT NULL,
    -- sending: on its way, or left so by a kill · unclear: nobody knows whether the server has it
    state      TEXT NOT NULL CHECK (state IN ('sending', 'accepted', 'refused', 'unclear')),
    at         TEXT NOT NULL,         -- ISO date and time with zone
    detail     TEXT NOT NULL,         -- what the server said
    PRIMARY KEY (digest, recipient)
) STRICT, WITHOUT ROWID;
