-- Texts as read, and the briefs made of them. A brief is never changed: what differs is its next revision.

CREATE TABLE articles (
    sha256    TEXT PRIMARY KEY,  -- of the text
    text      TEXT NOT NULL,
    path      TEXT NOT NULL,     -- where it was read from when it was first seen
    title     TEXT,
    outlet    TEXT,
    url       TEXT,
    author    TEXT,
    published TEXT,              -- ISO date
    language  TEXT NOT NULL,
    genre     TEXT NOT NULL,
    stored    TEXT NOT NULL      -- ISO date and time with zone
) STRICT;

-- The place of an article in its day, 1, 2, …: given once, never used for another.
CREATE TABLE numbers (
    day            TEXT NOT NULL,
    place          INTEGER NOT NULL,
    article_sha256 TEXT NOT NULL UNIQUE,
    PRIMARY KEY (day, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE briefs (
    id             INTEGER PRIMARY KEY,  -- in the order of storing
    number         TEXT NOT NULL,        -- 2025-09-22/01-ru
    revision       INTEGER NOT NULL,
    article_sha256 TEXT NOT NULL REFERENCES articles,
    language       TEXT NOT NULL,
    drafter        TEXT NOT NULL,
    model          TEXT,
    prompt_sha256  TEXT,
    lens_sha256    TEXT,
    marking        TEXT NOT NULL,
    title          TEXT NOT NULL,
    created        TEXT NOT NULL,        -- ISO date and time with zone
    stored         REAL NOT NULL,        -- seconds since 1970: what a day's cut-off is compared with
    document       TEXT NOT NULL,        -- brief.json without the article's text
    UNIQUE (number, revision)
) STRICT;
CREATE INDEX briefs_by_article ON briefs (article_sha256);
CREATE INDEX briefs_by_time ON briefs (stored);
