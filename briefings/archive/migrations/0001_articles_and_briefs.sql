-- Texts as read, the briefs made of them, and the words they are found by. A brief is never changed: what
-- came out otherwise is its next revision.

PRAGMA application_id = 1112688966;  -- "BRIF": tells our archive from another program's SQLite file

CREATE TABLE texts (
    sha256 TEXT PRIMARY KEY,  -- of the text as UTF-8; an article's own sha256 is of the bytes of its file
    text   TEXT NOT NULL
) STRICT;

-- The place of an article in its day, 1, 2, …: given once, never used for another.
CREATE TABLE numbers (
    day            TEXT NOT NULL,     -- ISO date
    place          INTEGER NOT NULL,
    article_sha256 TEXT NOT NULL UNIQUE,
    PRIMARY KEY (day, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE briefs (
    id             INTEGER PRIMARY KEY,  -- in the order of storing
    number         TEXT NOT NULL,        -- 2025-09-22/01-ru
    revision       INTEGER NOT NULL,
    stored         REAL NOT NULL,        -- seconds since 1970: what a day's cut-off is compared with
    content_sha256 TEXT NOT NULL,        -- of the document without what differs from run to run
    text_sha256    TEXT NOT NULL REFERENCES texts,
    document       TEXT NOT NULL,        -- brief.json without the article's text
    UNIQUE (number, revision)
) STRICT;
CREATE INDEX briefs_by_time ON briefs (stored);

-- Which brief the files of a name belong to, in each folder that briefs were written to.
CREATE TABLE file_names (
    folder TEXT NOT NULL,  -- as seen from the folder of the archive
    key    TEXT NOT NULL,  -- the name as file systems compare it that know no case
    name   TEXT NOT NULL,
    number TEXT NOT NULL,
    path   TEXT NOT NULL,  -- the file of the article
    PRIMARY KEY (folder, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_names_by_number ON file_names (number);

-- The latest revision of every brief in dictionary forms: a line a sentence, a space between words, | between
-- the forms that a word may have. `id` is the day and the brief (see archive/indexing.py), so that the index
-- hands out the newest first and a date is a range.
CREATE TABLE searchable (
    id         INTEGER PRIMARY KEY,
    forms      TEXT NOT NULL,
    neighbours TEXT NOT NULL,
    facets     TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    forms, neighbours, facets,
    content = 'searchable', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER searchable_in AFTER INSERT ON searchable BEGIN
    INSERT INTO search (rowid, forms, neighbours, facets)
    VALUES (new.id, new.forms, new.neighbours, new.facets);
END;
CREATE TRIGGER searchable_out AFTER DELETE ON searchable BEGIN
    INSERT INTO search (search, rowid, forms, neighbours, facets)
    VALUES ('delete', old.id, old.forms, old.neighbours, old.facets);
END;
