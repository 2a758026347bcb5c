"""The papers of the four duties and of watching."""

from __future__ import annotations

from app.domain.filing.catalogue.entry import ChannelReach, CopiesRule, Issuing, KindEntry, PaperFamily, Seal
from app.domain.filing.catalogue.fields import PaperField
from app.domain.filing.catalogue.signers import PaperSigner
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind, NumberSeries

_K = DocumentKind
_F = PaperField
_S = PaperSigner
OF_DUTIES = (
    KindEntry(
        kind=_K.FOUR_DUTIES,
        family=PaperFamily.DUTIES,
        when="随时",
        required=(
            _F.NUMBER,
            _F.ORGANISATION,
            _F.TITLE,
            _F.DISPUTE_TYPE,
            _F.SOURCE,
            _F.PARTIES,
            _F.RISK,
            _F.FACTS,
            _F.REGISTERED_ON,
            _F.DUTIES,
            _F.PRINTED_ON,
        ),
        seal=Seal.OURS,
        item=FileItem.OTHER,
        channels=ChannelReach.SPOKEN,
    ),
    KindEntry(
        kind=_K.FOUR_DUTIES_LEDGER,
        family=PaperFamily.DUTIES,
        when="随时",
        bears="无",
        required=(_F.ORGANISATION, _F.SCOPE, _F.LINES, _F.PRINTED_ON, _F.PRINTED_BY),
        issuing=Issuing.LISTED,
    ),
    KindEntry(
        kind=_K.SUPERVISION_ORDER,
        family=PaperFamily.DUTIES,
        when="签发督办时",
        series=NumberSeries.SUPERVISION,
        required=(
            _F.NUMBER,
            _F.ORGANISATION,
            _F.CASE_NUMBER,
            _F.TITLE,
            _F.QUESTION,
            _F.REPLY_DUE,
            _F.ISSUER,
            _F.ISSUED_ON,
        ),
        signers=(_S.RESPONSIBLE,),
        seal=Seal.OURS,
        copies=CopiesRule.HANDED,
        issuing=Issuing.WATCHED,
        item=FileItem.OTHER,
    ),
    KindEntry(
        kind=_K.SUPERVISION_REPLY,
        family=PaperFamily.DUTIES,
        when="回复之后",
        bears=NumberSeries.SUPERVISION.term,
        required=(
            _F.NUMBER,
            _F.ORGANISATION,
            _F.CASE_NUMBER,
            _F.TITLE,
            _F.QUESTION,
            _F.ISSUER,
            _F.ISSUED_ON,
            _F.REPLY_DUE,
            _F.PRINTED_ON,
        ),
        signers=(_S.REPLIER,),
        issuing=Issuing.WATCHED,
        item=FileItem.OTHER,
    ),
    KindEntry(
        kind=_K.WHISTLE,
        family=PaperFamily.DUTIES,
        when="吹哨之后随时",
        bears="登记号；没有案件的无",
        required=(
            _F.ORGANISATION,
            _F.FROM_UNIT,
            _F.CALLER,
            _F.DIRECTION,
            _F.NEED,
            _F.BLOWN_AT,
            _F.ARRIVE_BY,
            _F.UNITS,
            _F.PRINTED_ON,
        ),
        signers=(_S.CALLER, _S.LEAD_UNIT),
        issuing=Issuing.WATCHED,
        item=FileItem.OTHER,
    ),
)
