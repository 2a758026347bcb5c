"""The catalogue: one entry for each kind of document; whatever is asked of a kind is asked here."""

from __future__ import annotations

from typing import Final

from app.domain.filing.catalogue.entry import ChannelReach, Issuing
from app.domain.filing.catalogue.of_case_file import OF_CASE_FILE
from app.domain.filing.catalogue.of_duties import OF_DUTIES
from app.domain.filing.catalogue.of_intake import OF_INTAKE
from app.domain.filing.catalogue.of_mediation import OF_MEDIATION
from app.domain.filing.catalogue.of_organs import OF_ORGANS
from app.domain.filing.catalogue.of_outcome import OF_OUTCOME
from app.domain.filing.catalogue.of_performance import OF_PERFORMANCE
from app.domain.filing.kinds import DocumentKind

ENTRIES: Final = (
    *OF_INTAKE,
    *OF_MEDIATION,
    *OF_OUTCOME,
    *OF_PERFORMANCE,
    *OF_ORGANS,
    *OF_DUTIES,
    *OF_CASE_FILE,
)
"""Every kind, in the order in which a case meets them."""

ENTRY_OF: Final = {entry.kind: entry for entry in ENTRIES}
"""The entry of each kind; a test holds it to the list of kinds."""


def _issued(way: Issuing) -> frozenset[DocumentKind]:
    return frozenset(entry.kind for entry in ENTRIES if entry.issuing is way)


def _reaching(reach: ChannelReach) -> frozenset[DocumentKind]:
    return frozenset(entry.kind for entry in ENTRIES if entry.channels is reach)


ASKED_FOR: Final = _issued(Issuing.ASKED)
"""Papers that tell what no case knows: their own form asks for it, and their service freezes it."""

WATCHED: Final = _issued(Issuing.WATCHED)
"""The papers whose subject is an order or a whistle."""

FILE_PAPERS: Final = _issued(Issuing.WITH_FILE)
"""Papers about the file itself: drawn anew with every file from its real pages, never issued alone."""

DRAWN_WITH_OTHERS: Final = FILE_PAPERS | _issued(Issuing.WITH_PACK)
"""Papers that tell of other papers: drawn anew with those, never issued alone."""

OF_PEOPLES_MEDIATION: Final = _reaching(ChannelReach.NAMED)
"""Forms that are people's mediation by name: another channel prints them only as it names them."""

OF_ANY_CHANNEL: Final = _reaching(ChannelReach.ANY)
"""Forms without that name; a channel that words nothing has them without our law's articles."""

NAMED_IN_CHANNEL: Final = _reaching(ChannelReach.SPOKEN)
"""Papers of ours or of the parties in any channel, that name who mediates or by which law."""

OF_COMMITTEES_ALONE: Final = _reaching(ChannelReach.COMMITTEE)
"""Requests that the law lets follow people's mediation and nothing else."""

ITEM_OF: Final = {entry.kind: entry.item for entry in ENTRIES if entry.item is not None}
"""Where the papers of one case stand; the ledger is of many cases, the file's own papers stand apart."""
