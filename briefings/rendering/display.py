"""What words from outside may look like on a page: nothing hidden, no link that acts."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# Controls, bidirectional overrides, line separators, halves of surrogate pairs, noncharacters and the
# invisible tag letters: they reorder, hide or break what stands around them.
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff"
    r"\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
# Not quotation marks, brackets, asterisks or angle brackets, which mean something in Markdown.
_ADDRESS_SAFE = ":/?#@!$&+,;=%-._~"


def shown(text: str) -> str:
    """`text` as it may be displayed: each hidden or reordering character becomes U+FFFD, one for one."""
    return _HIDDEN.sub("\ufffd", text)


def web_address(url: str | None) -> str | None:
    """`url` percent-encoded when it is a plain http or https address, else None: then it is no link."""
    if not url or _HIDDEN.search(url) or re.search(r"[\s\\]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return quote(url, safe=_ADDRESS_SAFE)
