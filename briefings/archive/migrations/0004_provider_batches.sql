-- Requests handed to a provider's Batch API. They are paid for whether or not anybody comes for the answers,
-- so they are written down before they are ordered, and fetched before anything is ordered anew.

CREATE TABLE provider_batches (
    id       INTEGER PRIMARY KEY,
    chunk    TEXT NOT NULL,     -- SHA-256 of the request lines; stands in the batch's metadata too
    endpoint TEXT NOT NULL,     -- without password or query
    at       REAL NOT NULL,     -- seconds since 1970, when it was written down
    batch    TEXT,              -- NULL: not ordered, or cut off before the answer to the order came
    UNIQUE (endpoint, chunk)
) STRICT;

CREATE TABLE provider_batch_keys (
    key   TEXT NOT NULL,          -- of the call
    batch INTEGER NOT NULL REFERENCES provider_batches ON DELETE CASCADE,
    PRIMARY KEY (key, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_batch_keys_by_batch ON provider_batch_keys (batch);
