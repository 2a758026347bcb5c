"""The words of the intake page: names of fields, choices, and the line a folded card shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.sources import CaseSource, RiskLevel
from app.domain.people.agents import AgentKind
from app.domain.people.parties import IdentityKind, PartyKind
from app.domain.values.days.ages import age_on
from app.domain.values.naming.masking import mask_identity, mask_phone
from app.domain.values.sex import Sex
from app.i18n.translator import Translator
from app.presenters.intake.entries import IntakeEntry, PartyEntry
from app.presenters.intake.paths import field_name, party_of
from app.presenters.intake.reading import resident_number
from app.presenters.intake.shown import Option, PartyWords

LANGUAGES = ("国家通用语言", "维吾尔语", "哈萨克语", "蒙古语", "柯尔克孜语", "汉语方言", "手语")
TIERS = ("网格", "社区", "街道", "区", "市")
_ORGANISATION_ENDS = ("公司", "集团", "银行", "医院", "学校", "合作社", "委员会", "管委会", "物业服务中心")


def _labels(translator: Translator) -> Mapping[str, str]:
    text = translator.text
    return {
        "source": text("来源"),
        "source_note": text("来文"),
        "order_counterpart": text("来文机关"),
        "order_number": text("文号或工单号"),
        "order_contact": text("联系人和电话"),
        "order_sent": text("发出日期"),
        "order_arrived": text("签收或收到日期"),
        "order_due": text("来文写明的期限"),
        "order_procedure": text("法院程序"),
        "order_caller": text("来电人"),
        "order_demand": text("工单诉求"),
        "dispute_type": text("纠纷类型"),
        "amount": text("标的"),
        "place": text("发生地"),
        "title": text("案由"),
        "facts": text("经过"),
        "requests": text("诉求"),
        "name": text("姓名"),
        "identity_kind": text("证件种类"),
        "identity_number": text("证件号"),
        "phone": text("电话"),
        "language": text("语言"),
        "sex": text("性别"),
        "birth_date": text("出生日期"),
        "stated_age": text("年龄"),
        "headcount": text("人数"),
        "credit_code": text("统一社会信用代码"),
        "studio_id": text("调解室"),
        "workplace": text("单位"),
    }


def words(translator: Translator, offered: Iterable[str], kept: str = "") -> tuple[Option[str], ...]:
    """Offer plain words; one that stands in the field already is offered too, so that it is not lost."""
    listed = [*offered]
    if kept and kept not in listed:
        listed.append(kept)
    return tuple(Option(word, translator.text(word)) for word in listed)


def looks_like_organisation(name: str) -> bool:
    """Tell names that end as only organisations' do (恒泰物业公司, not 恒泰物业公司32名员工)."""
    return name.strip().endswith(_ORGANISATION_ENDS)


def side_word(translator: Translator, entry: IntakeEntry, party: PartyEntry) -> str:
    """Name a card: 申请人, or 申请人 2 where its side has several."""
    side = entry.on_side(party.side)
    if len(side) == 1:
        return translator.text(party.side.term)
    number = [other.id for other in side].index(party.id) + 1
    return translator.text("{side} {n}", side=translator.text(party.side.term), n=number)


def label_of(translator: Translator, entry: IntakeEntry, key: str) -> str:
    """Name a field as the footer does: 被申请人 2 电话, 纠纷类型."""
    party = party_of(entry, key)
    label = _labels(translator).get(field_name(key), field_name(key))
    if party is None:
        return label
    who = side_word(translator, entry, party)
    if len(key.split(".")) > 2:  # noqa: PLR2004 - party, agent, field
        who = translator.text("{who}代理人", who=who)
    return translator.text("{who}{field}", who=who, field=label)


def party_words(translator: Translator, entry: IntakeEntry, party: PartyEntry, today: date) -> PartyWords:
    """Say what a card shows folded and open."""
    number = resident_number(party, today)
    told = ""
    if number is not None:
        age = age_on(number.birth_date, today)
        told = translator.text("{sex}，{age} 岁，由证件号得出", sex=translator.text(number.sex.term), age=age)
    hint = ""
    if party.is_person and not party.is_kind_chosen and looks_like_organisation(party.name):
        hint = translator.text("像是单位？按 Alt+O 改")
    side = [other.id for other in entry.on_side(party.side)]
    place = translator.text("第 {n} 位", n=side.index(party.id) + 1) if len(side) > 1 else ""
    return PartyWords(side_word(translator, entry, party), _gist(translator, party), told, hint, place)


def _gist(translator: Translator, party: PartyEntry) -> str:
    """Give name and the masked numbers: the folded line may be seen by the other side."""
    if party.is_blank:
        return translator.text("未填")
    parts = [party.name.strip() or translator.text("缺姓名")]
    if party.headcount.strip():
        parts.append(translator.text("{n} 人", n=party.headcount.strip().removesuffix("人")))
    number = party.identity_number if party.is_person else party.credit_code
    if number.strip():
        parts.append(mask_identity(number))
    if party.phone.strip():
        parts.append(mask_phone(party.phone))
    if party.agents:
        parts.append(translator.text("代理 {n} 人", n=len(party.agents)))
    return "　".join(parts)


class IntakeWords:
    """The choices of the page in one language."""

    def __init__(self, translator: Translator) -> None:
        self.sources = tuple(Option(source, translator.text(source.term)) for source in CaseSource)
        self.party_kinds = tuple(Option(kind, translator.text(kind.term)) for kind in PartyKind)
        self.identity_kinds = tuple(Option(kind, translator.text(kind.term)) for kind in IdentityKind)
        self.sexes = tuple(Option(sex, translator.text(sex.term)) for sex in Sex)
        self.agent_kinds = tuple(Option(kind, translator.text(kind.term)) for kind in AgentKind)
        self.risks = tuple(Option(level, translator.text(level.term)) for level in RiskLevel)
        self.sides = {side: translator.text(side.term) for side in PartySide}
