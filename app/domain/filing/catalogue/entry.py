"""One entry of the catalogue, and the closed lists it draws on."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.filing.catalogue.fields import FIELD_WORDS
from app.domain.filing.catalogue.signers import PaperSigner
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.values.termed import Termed

_SENT_AND_KEPT = 2


class PaperFamily(Termed):
    """Where in the life of a case a paper belongs."""

    INTAKE = "intake", "登记受理"
    MEDIATION = "mediation", "调解过程"
    OUTCOME = "outcome", "协议和结果"
    PERFORMANCE = "performance", "履行和回访"
    ORGANS = "organs", "对接和法院"
    DUTIES = "duties", "四包和督办"
    CASE_FILE = "case_file", "卷宗"


class Seal(Termed):
    """Whose seal a paper bears."""

    HOST = "host", "主持单位"
    OURS = "ours", "出具单位"


class CopiesRule(Termed):
    """How many copies of a paper there are."""

    ONE = "one", "1"
    HANDED = "handed", "交对方 1 份，留存 1 份"
    EACH_PARTY = "each_party", "每方 1 份，留存 1 份"
    EACH_APPLICANT = "each_applicant", "每位申请人 1 份，留存 1 份"
    EACH_SIGNER = "each_signer", "每位签名人 1 份，留存 1 份"
    WITH_COURT = "with_court", "每方 1 份，法院 1 份"
    AGREED = "agreed", "每方 1 份，留存 1 份，可加送法院 1 份"

    def propose(self, *, parties: int, applicants: int = 0, signers: int = 0) -> int:
        """Propose a number of copies; a copy for the court of an agreement is asked for with it.

        >>> CopiesRule.EACH_PARTY.propose(parties=2)
        3
        """
        match self:
            case CopiesRule.ONE:
                return 1
            case CopiesRule.HANDED:
                return _SENT_AND_KEPT
            case CopiesRule.EACH_APPLICANT:
                return applicants + 1
            case CopiesRule.EACH_SIGNER:
                return signers + 1
            case CopiesRule.EACH_PARTY | CopiesRule.WITH_COURT | CopiesRule.AGREED:
                return parties + 1


class Issuing(Termed):
    """By what step a paper comes to be issued."""

    OFFERED = "offered", "在案件的“文书”里出具"
    ASKED = "asked", "填了自己的表再出具"
    SIGNING = "signing", "协议送签时出具"
    WATCHED = "watched", "在“督办”里出具"
    LISTED = "listed", "在“四包”里打印，不出具"
    WITH_FILE = "with_file", "随卷宗 PDF 生成"
    WITH_PACK = "with_pack", "导出法院材料时生成"


class ChannelReach(Termed):
    """What a paper is in a channel that is not people's mediation."""

    NAMED = "named", "人民调解；别的渠道有自己名称的才有"
    ANY = "any", "各渠道，用渠道的说法"
    SPOKEN = "spoken", "各渠道，由谁调解、依据什么用渠道的说法"
    COMMITTEE = "committee", "只有人民调解"
    COMMON = "common", "各渠道，同一个样式"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindEntry:
    """What the catalogue knows of one kind of paper.

    ``when`` tells when it is issued. Without a ``series`` a paper bears the number of its case, or what
    ``bears`` names.
    ``required`` are the fields of its contents it cannot do without. ``item`` is None of what does not
    stand among the papers of one case's file. ``is_annexed`` papers are formats the ministry laid down.
    """

    kind: DocumentKind
    family: PaperFamily
    when: str
    series: NumberSeries | None = None
    bears: str = NumberSeries.INTAKE.term
    required: tuple[str, ...]
    signers: tuple[PaperSigner, ...] = ()
    seal: Seal | None = None
    copies: CopiesRule = CopiesRule.ONE
    issuing: Issuing = Issuing.OFFERED
    item: FileItem | None = None
    channels: ChannelReach = ChannelReach.COMMON
    is_annexed: bool = False

    @property
    def name(self) -> str:
        """Its name on paper."""
        return self.kind.term

    def lacking(self, contents: object) -> tuple[str, ...]:
        """Name the required fields that are empty in contents of this kind, by their words on paper."""
        return tuple(FIELD_WORDS[name] for name in self.required if _is_empty(getattr(contents, name)))

    @property
    def numbered(self) -> str:
        """What number it bears."""
        return self.bears if self.series is None else self.series.term

    @property
    def hands(self) -> str:
        """Who signs and who seals it, as one phrase; empty where nobody does."""
        seal = () if self.seal is None else (f"盖{self.seal.term}印章",)
        return "，".join(("、".join(signer.term for signer in self.signers), *seal)).strip("，")


def _is_empty(value: object) -> bool:
    return value is None or value == () or (isinstance(value, str) and not value.strip())
