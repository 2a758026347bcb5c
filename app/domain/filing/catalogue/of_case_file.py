"""The papers about the case file itself."""

from __future__ import annotations

from app.domain.filing.catalogue.entry import ChannelReach, Issuing, KindEntry, PaperFamily, Seal
from app.domain.filing.catalogue.fields import PaperField
from app.domain.filing.catalogue.signers import PaperSigner
from app.domain.filing.kinds import DocumentKind

_K = DocumentKind
_F = PaperField
_S = PaperSigner
OF_CASE_FILE = (
    KindEntry(
        kind=_K.FILE_COVER,
        family=PaperFamily.CASE_FILE,
        when="生成卷宗 PDF 时",
        bears="卷号：协议书编号或登记号",
        required=(_F.NUMBER, _F.COMMITTEE, _F.TITLE, _F.FILE_NUMBER, _F.PRINTED_ON),
        issuing=Issuing.WITH_FILE,
        channels=ChannelReach.SPOKEN,
        is_annexed=True,
    ),
    KindEntry(
        kind=_K.FILE_CATALOGUE,
        family=PaperFamily.CASE_FILE,
        when="生成卷宗 PDF 时",
        required=(_F.NUMBER, _F.COMMITTEE, _F.TITLE, _F.LINES, _F.PRINTED_ON),
        issuing=Issuing.WITH_FILE,
        is_annexed=True,
    ),
    KindEntry(
        kind=_K.FILE_NOTE,
        family=PaperFamily.CASE_FILE,
        when="生成卷宗 PDF 时",
        required=(_F.NUMBER, _F.COMMITTEE, _F.TITLE, _F.SUMMARY, _F.PRINTED_ON),
        signers=(_S.COMPILER, _S.CHECKER),
        issuing=Issuing.WITH_FILE,
        is_annexed=True,
    ),
    KindEntry(
        kind=_K.FILE_BACK_COVER,
        family=PaperFamily.CASE_FILE,
        when="生成卷宗 PDF 时",
        required=(_F.NUMBER, _F.COMMITTEE, _F.PRINTED_ON),
        seal=Seal.OURS,
        issuing=Issuing.WITH_FILE,
        is_annexed=True,
    ),
)
