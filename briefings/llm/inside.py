"""Keep what is marked inside: a model may be asked only where the user has said that the house ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.domain.marking import may_be_mailed
from briefings.errors import UserError
from briefings.llm.endpoint import address_of, without_secrets

if TYPE_CHECKING:
    from collections.abc import Collection


def refuse_outside(marking: str, base_url: str | None, inner_hosts: Collection[str]) -> None:
    """Raise `UserError` unless a model at `base_url` (None: OpenAI) may read text under `marking`.

    `inner_hosts` are host names or addresses, with or without a port. No address counts as inside by
    itself, not even the loopback: a tunnel or a relay may stand there.
    """
    if may_be_mailed(marking):
        return  # what may go into anybody's mail, any model may read
    shown = without_secrets(address_of(base_url))
    place = shown.partition("://")[2].partition("/")[0].lower()
    host = place if place.endswith("]") else place.rpartition(":")[0] or place
    if not {place, host.strip("[]"), host} & {name.strip().lower() for name in inner_hosts}:
        raise UserError(
            f"text marked {marking} may not go to the model at {shown}; list its host in "
            "BRIEFINGS_INNER_ENDPOINTS if it stands inside, or use --drafter extraction and no --judge"
        )
