"""The papers of the four duties and of watching."""

from __future__ import annotations

from app.domain.filing.catalogue.entry import ChannelReach, CopiesRule, Issuing, KindEntry, PaperFamily, Seal
from app.domain.filing.catalogue.signers import PaperSigner
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind, NumberSeries

_K = DocumentKind
_S = PaperSigner
OF_DUTIES = (
    KindEntry(
        kind=_K.FOUR_DUTIES,
        family=PaperFamily.DUTIES,
        when="随时",
        required=(
            "number",
            "organisation",
            "title",
            "dispute_type",
            "source",
            "parties",
            "risk",
            "facts",
            "registered_on",
            "duties",
            "printed_on",
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
        required=("organisation", "scope", "printed_on", "printed_by"),
        issuing=Issuing.LISTED,
    ),
    KindEntry(
        kind=_K.SUPERVISION_ORDER,
        family=PaperFamily.DUTIES,
        when="签发督办时",
        series=NumberSeries.SUPERVISION,
        required=(
            "number",
            "organisation",
            "case_number",
            "title",
            "question",
            "reply_due",
            "issuer",
            "issued_on",
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
            "number",
            "organisation",
            "case_number",
            "title",
            "question",
            "issuer",
            "issued_on",
            "reply_due",
            "printed_on",
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
            "organisation",
            "from_unit",
            "caller",
            "direction",
            "need",
            "blown_at",
            "arrive_by",
            "units",
            "printed_on",
        ),
        signers=(_S.CALLER, _S.LEAD_UNIT),
        issuing=Issuing.WATCHED,
        item=FileItem.OTHER,
    ),
)
