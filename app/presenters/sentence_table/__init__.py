"""The sentence of every refusal code; placeholders are the refusal's facts."""

from __future__ import annotations

from app.presenters.sentence_table import (
    bridges,
    disputes,
    people,
    performance,
    referrals,
    seals,
    settlements,
    store,
    values,
    watch,
)

SENTENCES: dict[str, str] = {
    **disputes.SENTENCES,
    **settlements.SENTENCES,
    **performance.SENTENCES,
    **watch.SENTENCES,
    **referrals.SENTENCES,
    **people.SENTENCES,
    **bridges.SENTENCES,
    **seals.SENTENCES,
    **values.SENTENCES,
    **store.SENTENCES,
}
