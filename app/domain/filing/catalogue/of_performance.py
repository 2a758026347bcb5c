"""The papers after the agreement: receipts, letters that urge, visits."""

from __future__ import annotations

from app.domain.filing.catalogue.entry import ChannelReach, CopiesRule, KindEntry, PaperFamily, Seal
from app.domain.filing.catalogue.fields import PaperField
from app.domain.filing.catalogue.signers import PaperSigner
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind

_K = DocumentKind
_F = PaperField
_S = PaperSigner
OF_PERFORMANCE = (
    KindEntry(
        kind=_K.PERFORMANCE_RECEIPT,
        family=PaperFamily.PERFORMANCE,
        when="记录一笔履行之后",
        required=(
            _F.NUMBER,
            _F.COMMITTEE,
            _F.AGREEMENT_NUMBER,
            _F.TITLE,
            _F.PAYER,
            _F.PAYEE,
            _F.WHAT,
            _F.PLACE,
            _F.MANNER,
            _F.RECEIVED_ON,
            _F.SIGNERS,
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
            _F.NUMBER,
            _F.COMMITTEE,
            _F.ADDRESSEES,
            _F.AGREEMENT_NUMBER,
            _F.TITLE,
            _F.EFFECTIVE_ON,
            _F.ITEMS,
            _F.URGED_ON,
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
            _F.COMMITTEE,
            _F.NUMBER,
            _F.PARTIES,
            _F.MATTER,
            _F.VISITED_ON,
            _F.MANNER,
            _F.VISITED,
            _F.PERFORMANCE,
            _F.SATISFACTION,
            _F.LITIGATION,
            _F.SIGNERS,
        ),
        signers=(_S.VISITOR,),
        item=FileItem.FOLLOW_UP,
        channels=ChannelReach.NAMED,
        is_annexed=True,
    ),
)
