"""The papers of the end: agreement, termination, withdrawal, transfer, report."""

from __future__ import annotations

from app.domain.filing.catalogue.entry import ChannelReach, CopiesRule, Issuing, KindEntry, PaperFamily, Seal
from app.domain.filing.catalogue.fields import PaperField
from app.domain.filing.catalogue.signers import PaperSigner
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind, NumberSeries

_K = DocumentKind
_F = PaperField
_S = PaperSigner
OF_OUTCOME = (
    KindEntry(
        kind=_K.AGREEMENT,
        family=PaperFamily.OUTCOME,
        when="送签",
        series=NumberSeries.AGREEMENT,
        required=(
            _F.NUMBER,
            _F.COMMITTEE,
            _F.PARTIES,
            _F.FACTS,
            _F.CLAUSES,
            _F.PERFORMANCE,
            _F.SIGNERS,
            _F.ISSUED_DAY,
        ),
        signers=(_S.PARTIES, _S.MEDIATORS, _S.RECORDER),
        seal=Seal.HOST,
        copies=CopiesRule.AGREED,
        issuing=Issuing.SIGNING,
        item=FileItem.AGREEMENT,
        channels=ChannelReach.NAMED,
        is_annexed=True,
    ),
    KindEntry(
        kind=_K.PLAIN_SUMMARY,
        family=PaperFamily.OUTCOME,
        when="送签之后，每方一份",
        required=(_F.NUMBER, _F.COMMITTEE, _F.ADDRESSEE, _F.LABEL, _F.SOURCES, _F.PRINTED_ON),
        item=FileItem.OTHER,
        channels=ChannelReach.ANY,
    ),
    KindEntry(
        kind=_K.ORAL_REGISTER,
        family=PaperFamily.OUTCOME,
        when="达成口头协议",
        series=NumberSeries.ORAL_AGREEMENT,
        required=(_F.NUMBER, _F.COMMITTEE, _F.PARTIES, _F.FACTS, _F.TERMS, _F.SIGNERS, _F.REACHED_ON),
        signers=(_S.MEDIATORS, _S.RECORDER),
        seal=Seal.HOST,
        item=FileItem.AGREEMENT,
        channels=ChannelReach.NAMED,
        is_annexed=True,
    ),
    KindEntry(
        kind=_K.TERMINATION,
        family=PaperFamily.OUTCOME,
        when="终止调解，或者其余部分终止",
        series=NumberSeries.TERMINATION,
        required=(_F.NUMBER, _F.COMMITTEE, _F.ADDRESSEES, _F.TITLE, _F.ACCEPTED_ON, _F.REASON, _F.ISSUED_DAY),
        seal=Seal.HOST,
        copies=CopiesRule.EACH_PARTY,
        item=FileItem.AGREEMENT,
        channels=ChannelReach.ANY,
    ),
    KindEntry(
        kind=_K.WITHDRAWAL,
        family=PaperFamily.OUTCOME,
        when="一方撤回申请",
        required=(
            _F.NUMBER,
            _F.COMMITTEE,
            _F.PARTY,
            _F.TITLE,
            _F.RECEIVED_ON,
            _F.REASON,
            _F.WITHDRAWN_ON,
            _F.SIGNERS,
        ),
        signers=(_S.WITHDRAWER,),
        item=FileItem.AGREEMENT,
        channels=ChannelReach.ANY,
    ),
    KindEntry(
        kind=_K.TRANSFER,
        family=PaperFamily.OUTCOME,
        when="移交别的单位",
        series=NumberSeries.TRANSFER,
        required=(
            _F.NUMBER,
            _F.COMMITTEE,
            _F.RECEIVER,
            _F.INTAKE_NUMBER,
            _F.TITLE,
            _F.DISPUTE_TYPE,
            _F.RECEIVED_ON,
            _F.PARTIES,
            _F.FACTS,
            _F.STATE,
            _F.REASON,
            _F.ISSUED_DAY,
        ),
        seal=Seal.OURS,
        copies=CopiesRule.HANDED,
        item=FileItem.OTHER,
    ),
    KindEntry(
        kind=_K.CLOSING_REPORT,
        family=PaperFamily.OUTCOME,
        when="结案、终止、不予受理、撤回之后",
        required=(
            _F.NUMBER,
            _F.COMMITTEE,
            _F.FILE_NUMBER,
            _F.TITLE,
            _F.DISPUTE_TYPE,
            _F.SOURCE,
            _F.PARTIES,
            _F.RECEIVED_ON,
            _F.CLOSED_ON,
            _F.FACTS,
            _F.OUTCOME,
            _F.SIGNERS,
        ),
        signers=(_S.HANDLER, _S.APPROVER),
        item=FileItem.OTHER,
        channels=ChannelReach.ANY,
    ),
)
