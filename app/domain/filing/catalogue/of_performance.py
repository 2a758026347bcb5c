"""The papers after the agreement: receipts, letters that urge, visits."""

from __future__ import annotations

from app.domain.filing.catalogue.entry import ChannelReach, CopiesRule, KindEntry, PaperFamily, Seal
from app.domain.filing.catalogue.signers import PaperSigner
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind

_K = DocumentKind
_S = PaperSigner
OF_PERFORMANCE = (
    KindEntry(
        kind=_K.PERFORMANCE_RECEIPT,
        family=PaperFamily.PERFORMANCE,
        when="记录一笔履行之后",
        required=(
            "number",
            "committee",
            "agreement_number",
            "title",
            "payer",
            "what",
            "place",
            "manner",
            "received_on",
            "signers",
        ),
        signers=(_S.PAYEE,),
        copies=CopiesRule.HANDED,
        item=FileItem.PERFORMANCE,
    ),
    KindEntry(
        kind=_K.URGING_LETTER,
        family=PaperFamily.PERFORMANCE,
        when="书面催告",
        required=(
            "number",
            "committee",
            "addressees",
            "agreement_number",
            "title",
            "effective_on",
            "items",
            "urged_on",
        ),
        seal=Seal.HOST,
        copies=CopiesRule.HANDED,
        item=FileItem.PERFORMANCE,
        channels=ChannelReach.NAMED,
    ),
    KindEntry(
        kind=_K.FOLLOW_UP_RECORD,
        family=PaperFamily.PERFORMANCE,
        when="记下回访之后",
        required=(
            "committee",
            "number",
            "parties",
            "matter",
            "visited_on",
            "manner",
            "visited",
            "performance",
            "satisfaction",
            "litigation",
            "signers",
        ),
        signers=(_S.VISITOR,),
        item=FileItem.FOLLOW_UP,
        channels=ChannelReach.NAMED,
        is_annexed=True,
    ),
)
