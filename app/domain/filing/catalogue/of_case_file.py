"""The papers about the case file itself."""

from __future__ import annotations

from app.domain.filing.catalogue.entry import ChannelReach, Issuing, KindEntry, PaperFamily, Seal
from app.domain.filing.catalogue.signers import PaperSigner
from app.domain.filing.kinds import DocumentKind

_K = DocumentKind
_S = PaperSigner
OF_CASE_FILE = (
    KindEntry(
        kind=_K.FILE_COVER,
        family=PaperFamily.CASE_FILE,
        when="生成卷宗 PDF 时",
        bears="卷号：协议书编号或登记号",
        required=("number", "committee", "title", "file_number", "printed_on"),
        issuing=Issuing.WITH_FILE,
        channels=ChannelReach.SPOKEN,
        is_annexed=True,
    ),
    KindEntry(
        kind=_K.FILE_CATALOGUE,
        family=PaperFamily.CASE_FILE,
        when="生成卷宗 PDF 时",
        required=("number", "committee", "title", "lines", "printed_on"),
        issuing=Issuing.WITH_FILE,
        is_annexed=True,
    ),
    KindEntry(
        kind=_K.FILE_NOTE,
        family=PaperFamily.CASE_FILE,
        when="生成卷宗 PDF 时",
        required=("number", "committee", "title", "summary", "printed_on"),
        signers=(_S.COMPILER, _S.CHECKER),
        issuing=Issuing.WITH_FILE,
        is_annexed=True,
    ),
    KindEntry(
        kind=_K.FILE_BACK_COVER,
        family=PaperFamily.CASE_FILE,
        when="生成卷宗 PDF 时",
        required=("number", "committee", "printed_on"),
        seal=Seal.OURS,
        issuing=Issuing.WITH_FILE,
        is_annexed=True,
    ),
)
