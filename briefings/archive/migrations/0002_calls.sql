-- What was paid for, and what became of each article of a batch. An answer is here before anybody uses it.

CREATE TABLE calls (
    id             INTEGER PRIMARY KEY,
    key            TEXT NOT NULL,     -- SHA-256 of prompt, name of the model asked and cap on the answer
    model          TEXT NOT NULL,     -- as it was served: a dated name where one was asked for without its date
    at             REAL NOT NULL,     -- seconds since 1970, when the answer arrived
    article_sha256 TEXT,
    text           TEXT NOT NULL,     -- a JSON string, as an answer may hold what SQLite does not
    finish         TEXT NOT NULL,     -- stop, length or refusal
    tokens_in      INTEGER NOT NULL,
    tokens_cached  INTEGER NOT NULL,
    tokens_out     INTEGER NOT NULL,
    cost_usd       REAL,              -- NULL: the price is not known
    seconds        REAL NOT NULL,
    set_aside      INTEGER NOT NULL DEFAULT 0  -- 1: paid for, but the model is to be asked anew
) STRICT;
CREATE UNIQUE INDEX calls_in_use ON calls (key) WHERE NOT set_aside;
CREATE INDEX calls_by_article ON calls (article_sha256);
CREATE INDEX calls_by_time ON calls (at);

-- Calls whose answer is waited for at this moment, or was when the run was cut off.
CREATE TABLE calls_in_flight (
    id             INTEGER PRIMARY KEY,
    key            TEXT NOT NULL,
    model          TEXT NOT NULL,     -- the name asked for
    at             REAL NOT NULL,
    article_sha256 TEXT
) STRICT;

-- Calls that may have been paid for although no answer is here: late answers, and runs that were cut off.
CREATE TABLE unanswered_calls (
    id             INTEGER PRIMARY KEY,
    key            TEXT NOT NULL,
    model          TEXT NOT NULL,
    at             REAL NOT NULL,     -- when the call was made
    article_sha256 TEXT,
    why            TEXT NOT NULL CHECK (why IN ('late', 'cut off'))
) STRICT;

CREATE TABLE outcomes (
    recipe_sha256  TEXT NOT NULL,     -- all but the article that makes the brief what it is
    path           TEXT NOT NULL,     -- absolute
    article_sha256 TEXT NOT NULL,     -- of the file's bytes
    outcome        TEXT NOT NULL CHECK (outcome IN ('done', 'failed')),
    document       TEXT NOT NULL,     -- as in batch.json
    at             REAL NOT NULL,
    PRIMARY KEY (recipe_sha256, path)
) STRICT, WITHOUT ROWID;
