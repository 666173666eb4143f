"""A day's briefs as one digest: `make_digest`, for the hours of `window_of`, as `read_overruling` decides.

What is one event is merged across languages, ordered by tier and score, compared with the last digest;
versions that clash stand side by side. Pure: no clock, no network, no file but those it is given.
"""

from briefings.digesting.making import make_digest
from briefings.digesting.overruling import Overruling, read_overruling
from briefings.digesting.window import Window, window_of

__all__ = ["Overruling", "Window", "make_digest", "read_overruling", "window_of"]
