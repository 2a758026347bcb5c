"""Whether what is agreed can be performed and confirmed: status, vague words, strangers, waivers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.domain.settlements.check.findings import Check, Hit, Reading, hit
from app.domain.settlements.check.passages import (
    Passage,
    obligations,
    placed_sentences,
    sentences,
    without_names,
)
from app.domain.settlements.promises import VoidPromise, void_promise
from app.domain.settlements.terms import DueKind, TermKind

_STATUS = re.compile(
    r"(?:确认|认定|解除|终止|恢复|断绝|否认|脱离)[^，。；]{0,12}?"
    r"(?:婚姻|夫妻|亲子|父子|父女|母子|母女|收养|养父子|养母子)(?:身份)?关系"
    r"|(?:本协议|签字|签订)[^，。；]{0,10}?(?:即(?:为|告|视为)?|视为)离婚"
)
_BY_THE_ORGAN = re.compile(r"登记机关|民政|人民法院|办理[^，。；]{0,6}登记|诉讼")
_TITLE = re.compile(
    r"(?:确认|认定)[^，。；]{0,24}?(?:所有权|产权|权属|使用权|承包经营权|著作权|专利权|商标权)[^，。；]{0,4}?(?:归|属|为)"
    r"|(?:所有权|产权|权属|宅基地使用权|承包经营权|著作权|专利权|商标权)[^，。；]{0,6}?(?:归|属于)"
)
_VAGUE = re.compile(
    r"尽快|尽早|及早|尽量|尽可能|适时|近期内?|过段时间|年底(?:前后|左右)|年后再"
    r"|适当|酌情|酌量|视情况|合理(?:期限|期间|时间|数额|费用|金额|赔偿|补偿|价格|价款|方式|处理|解决|安排)"
    r"|若干(?!规定|意见|问题|解释)|(?:另行|再行|再|自行|共同)协商(?:解决|确定|处理|约定)?|协商(?:解决|确定|处理)"
    r"|有条件(?:时|后|的情况下)"
)
_NOT_PERFORMED = re.compile(
    r"协商不成|协商不一致|未能协商|达不成|逾期|最迟|最晚|至迟|不迟于|但(?:最长)?不(?:得)?超过"
)
_DEFINITE = re.compile(
    r"[0-9０-９]+(?:\.[0-9]+)?\s*(?:日|天|个月|年|元|次|%|号|时)|本协议签订(?:时|当日)|法律规定|国家标准"
)
_STRANGER = re.compile(
    r"(?<![理缘自事经来])由([\u4e00-\u9fff·〇]{2,18}?)(?:[于在][^，。；]{2,16}?(?:前|内|时|日))?"
    r"(?:负责|承担|支付|赔偿|补偿|偿还|返还|修复|修缮|维修|清理|拆除|给付|垫付|迁移|搬走)"
)
_NO_STRANGER = re.compile(
    r"〇|[甲乙丙丁戊]方|[双各对违守过责一][一任约错]?方|申请人|本人|自行|自己|各自|其|法院|公安|派出所|仲裁|交警|登记机关|民政"
    r"|鉴定机构|调解委员会|调委会|业主共同|共同|平均|法定代理人|监护人|双方|有过错|承租|出租|保险(?:公司)?依法|原告|被告"
)
_WAIVES_SUIT = re.compile(
    r"(?:放弃|不得|不再|不能|不可|禁止|无权)(?:[^，。；]{0,10}?)"
    r"(?:起诉|诉讼|诉权|上诉|申请(?:劳动)?仲裁|提起仲裁|申请司法确认|打官司|法律途径)"
)
_SUIT_KEPT = re.compile(r"不(?:影响|妨碍|限制)|可以?(?:依法)?向人民法院|有权|撤诉|撤回起诉|重复(?:起诉|诉讼)")
_LABOUR = re.compile(
    r"(?:放弃|免除|不再?(?:主张|要求|缴纳|办理)|无需|不用|自愿不)[^，。；]{0,12}?"
    r"(?:社会保险|社保|五险|养老保险|工伤保险|工伤待遇|工伤责任|最低工资|带薪年休假|劳动保护|安全防护)"
)
_LABOUR_KEPT = re.compile(r"不得(?:放弃|免除)|不免除|依法(?:补缴|缴纳)|补缴")
_CARE = re.compile(
    r"(?:放弃|免除|不再|不得|无需|不用|永不|终身不)[^，。；]{0,12}?"
    r"(?:索要|要求|主张|承担|履行|支付|增加|变更|享有)?[^，。；]{0,8}?"
    r"(?:抚养费|抚养义务|抚养责任|赡养费|赡养义务|赡养责任|扶养义务|监护(?:权|义务|职责)|探望(?:权|子女|孩子))"
)
_CARE_KEPT = re.compile(
    r"不(?:因此?)?(?:免除|影响|妨碍)|不得(?:以[^，。；]*)?(?:放弃|免除|拒绝|拖欠|阻碍|阻挠|干涉|挪用|逃避|推诿)|独自负担|直接抚养方负担"
)
_INJURY = re.compile(
    r"(?:生死|伤亡|伤残|死伤|人身伤害|人身损害)[^，。；]{0,8}?(?:自负|自担|自理|自行承担|概不负责|与[^，。；]{1,10}?无关)"
    r"|(?:再(?:发生|出现)|如有)[^，。；]{0,8}?(?:伤|死)[^，。；]{0,8}?(?:概不负责|后果自负)"
)
_PETITION = re.compile(
    r"(?:不得|不再|放弃|保证不|承诺不|永不|禁止|不能|停止)(?:再)?[^，。；]{0,14}?(?:信访|上访|投诉|反映(?:情况|问题)|找(?:媒体|记者|政府))"
)
_HUMILIATION = re.compile(
    r"(?:扣押|扣留|扣下|没收|收走|代管)[^，。；]{0,8}?(?:身份证|户口(?:本|簿)|护照|驾驶证|营业执照|证件)"
    r"|拘禁|关押|限制[^，。；]{0,4}人身自由|罚跪|下跪|游街|示众|磕头|"
    r"(?:张贴|公布|公示|发布)[^，。；]{0,10}?(?:照片|身份证号|裸照|隐私)|殴打[^，。；]{0,4}作为"
)
NO_FEE = "term.mediation_fee"
"""Asked of every channel but those that may charge."""
_FEE = re.compile(
    r"(?:支付|收取|交纳|缴纳|承担|给付)[^，。；]{0,14}?(?:调解费|调解手续费|调解服务费|调解员(?:辛苦|劳务|误工)费)"
    r"|(?:调解费|调解手续费|调解服务费)[^，。；]{0,10}?(?:由|各|均摊|平摊|[0-9])"
)
_NOBODY_CONTROLS = re.compile(
    r"中奖|房价(?:上涨|回升)|(?:经济|家庭)条件(?:好转|改善|允许)|有(?:了)?钱|手头|资金(?:到位|周转|宽裕)|上级(?:拨款|批准)"
    r"|拨款到位|贷款(?:批|下来|到账|发放)|(?:等|另行)通知|收成好|(?:行情|经济|家境)(?:好转|回升|宽裕)|生意好转|找到工作|宽裕(?:时|后|了|再)"
)
_CONDITION = re.compile(r"(?:如果|如|若|假如|待|等)[^，。；]{2,30}?(?:的?，|后，|时，|则)")
_ONCE = re.compile(r"(?:好转|回升|宽裕|有钱|到位|改善|允许|下来|到账|工作)(?:了)?(?:之?后|时|再|的时候)")
_ELSE = re.compile(
    r"否则|未[^，。；]{0,14}的|不[^，。；]{0,10}的|逾期|最迟|至迟|最晚|不成|未能|仍(?:不|未)|可以?(?:依法)?向|有权|解除"
)
_ANY_BREACH = re.compile(
    r"(?:如|若|如果)[^，。；]{0,16}?(?:违反|违约|逾期|未|不(?!动产)|迟延|拖欠|再(?:次|犯|有|发生|出现))"
)
_MATTERS = {
    "抚养费": "抚养|子女|孩子|离婚",
    "赡养费": "赡养|父母|老人|养老",
    "彩礼": "彩礼|婚约|聘礼|恋爱",
    "工资": "工资|劳动|劳务|薪|用工|务工|做工|打工|干活",
    "借款": "借|欠",
    "租金": "租",
    "物业费": "物业|小区",
    "医疗费": "伤|病|医|治疗|手术|撞|摔|打|咬",
    "遗产": "遗产|继承|去世|死亡|遗嘱",
    "拆迁款": "拆迁|征收|征地",
}

_TOPICS = {
    "股权": "股|公司|合伙|投资|经营",
    "遗产": "遗产|继承|去世|死亡|遗嘱",
    "离婚": "离婚|婚姻|夫妻|彩礼|家庭|分居",
    "抚养权": "抚养|子女|孩子|离婚|婚姻",
    "直接抚养": "抚养|子女|孩子|离婚|婚姻",
    "宅基地": "宅基地|房|院|地|拆迁|征收|继承|分家",
}
"""Words that open a topic, and those by which the case is about it already."""


def _guardian(read: Reading) -> Iterator[Hit]:
    for party in read.parties:
        if party.lacks_guardian_on(read.today):
            yield hit("parties.guardian_missing", "party_ids", party=party.name)


def _agents(read: Reading) -> Iterator[Hit]:
    for party in read.parties:
        if party.agents and not any(agent.may_sign for agent in party.agents):
            yield hit("parties.agent_authority", "party_ids", party=party.name, agent=party.agents[0].name)


def _strangers_to_it(read: Reading) -> Iterator[Hit]:
    for term in read.agreement.terms:
        named = {"payer_ids": {*term.payer_ids, *term.payee_ids} - set(read.agreement.party_ids)}
        named["payee_shares"] = {share.party_id for share in term.payee_shares} - set(term.payee_ids)
        for field, strangers in named.items():
            if strangers and term.kind is not TermKind.CLAUSE:
                yield hit("term.not_a_party", field, term)


def _third_party(read: Reading) -> Iterator[Hit]:
    for passage in obligations(read):
        text = without_names(read, passage.text)
        for found in _STRANGER.finditer(text):
            if not _NO_STRANGER.search(found[1]):
                name = passage.text[found.start(1) : found.end(1)]
                yield hit("term.third_party", passage.field, passage.term, words=name, name=name)
                break


def _vague(read: Reading) -> Iterator[Hit]:
    for passage in obligations(read):
        for sentence in sentences(without_names(read, passage.text)):
            found = _VAGUE.search(sentence)
            if found is None or _NOT_PERFORMED.search(sentence):
                continue
            if _DEFINITE.search(sentence.replace(found[0], "")) and not found[0].endswith(("协商", "解决")):
                continue
            if found[0].endswith(("协商", "解决", "确定", "处理", "约定")) and _SUIT_KEPT.search(
                passage.text
            ):
                continue
            yield hit("term.vague", passage.field, passage.term, words=found[0], word=found[0])
            break


def _uncontrolled(read: Reading) -> Iterator[Hit]:
    for passage in obligations(read):
        text = without_names(read, passage.text)
        found = _NOBODY_CONTROLS.search(text)
        is_condition = (
            passage.field in ("due", "instalments") or _CONDITION.search(text) or _ONCE.search(text)
        )
        if found is not None and is_condition and not _NOT_PERFORMED.search(text):
            yield hit("term.uncontrolled", passage.field, passage.term, words=found[0], word=found[0])


def _no_fallback(read: Reading) -> Iterator[Hit]:
    for term in read.agreement.terms:
        told = f"{term.act}{term.consequence}{term.manner}{term.edited_text or ''}{term.due.condition}"
        if term.due.kind is DueKind.ON_CONDITION and not term.instalments and term.due.condition.strip():
            if not _ELSE.search(told):
                yield hit("term.no_fallback", "due", term, words=term.due.condition)
        elif _conditional(told) and not _ELSE.search(told):
            field = "edited_text" if term.edited_text is not None else "act"
            yield hit("term.no_fallback", field, term)


def _conditional(told: str) -> bool:
    """Tell an obligation that hangs on a condition; what a breach leads to hangs on nothing."""
    return any(
        _CONDITION.search(sentence) is not None and _ANY_BREACH.search(sentence) is None
        for sentence in sentences(told)
    )


def _outside(read: Reading) -> Iterator[Hit]:
    """Compare the nature of each payment with what the dispute is about."""
    case, agreement = read.case, read.agreement
    told = f"{case.title}{case.facts}{case.requests}{agreement.facts}{agreement.matters}"
    for term in agreement.terms:
        for nature, about in _MATTERS.items():
            if nature in term.nature and told.strip() and not re.search(about, told):
                yield hit("term.outside_application", "nature", term, words=nature, nature=nature)
    yield from _topics_outside(read, told) if told.strip() else ()


def _topics_outside(read: Reading, told: str) -> Iterator[Hit]:
    """Find a term that opens a topic of its own nobody brought to the mediation."""
    for passage in obligations(read):
        text = without_names(read, passage.text)
        for topic, about in _TOPICS.items():
            if topic in text and not re.search(about, told):
                yield hit("term.outside_application", passage.field, passage.term, words=topic, nature=topic)


def _promises(read: Reading) -> Iterator[Hit]:
    """Only the police decide whether to punish, and nobody gives up the right to report."""
    for passage in obligations(read):
        promise = void_promise(passage.text)
        if promise is VoidPromise.NO_PUNISHMENT:
            yield hit("term.promises_no_punishment", passage.field, passage.term)
        elif promise is VoidPromise.NO_REPORT:
            yield hit("term.promises_no_report", passage.field, passage.term)


def _told(rule: str, pattern: re.Pattern[str], unless: re.Pattern[str] | None = None) -> Check:
    """Make a rule that looks for words in what is agreed, sentence by sentence."""

    def check(read: Reading) -> Iterator[Hit]:
        for passage in obligations(read):
            found = _first(read, passage, pattern, unless)
            if found:
                yield hit(rule, passage.field, passage.term, words=found, word=found)

    return check


def _first(read: Reading, passage: Passage, pattern: re.Pattern[str], unless: re.Pattern[str] | None) -> str:
    for start, sentence in placed_sentences(without_names(read, passage.text)):
        found = pattern.search(sentence)
        if found is not None and (unless is None or not unless.search(sentence)):
            return passage.text[start + found.start() : start + found.end()]
    return ""


_IN_WORDS: tuple[Callable[[Reading], Iterator[Hit]], ...] = (
    _told("term.status", _STATUS, _BY_THE_ORGAN),
    _told("term.title", _TITLE, re.compile(r"登记|过户")),
    _told("term.waives_suit", _WAIVES_SUIT, _SUIT_KEPT),
    _told("term.labour_rights", _LABOUR, _LABOUR_KEPT),
    _told("term.care_rights", _CARE, _CARE_KEPT),
    _told("term.injury_waiver", _INJURY),
    _told("term.promises_no_petition", _PETITION, re.compile(r"不(?:影响|妨碍|限制)")),
    _told("term.humiliation", _HUMILIATION, re.compile(r"不得|返还|归还|解除|禁止|停止")),
    _told(NO_FEE, _FEE, re.compile(r"不收|免费|无需|不得")),
)

CHECKS: tuple[Check, ...] = (
    _guardian,
    _agents,
    _strangers_to_it,
    _third_party,
    _vague,
    _uncontrolled,
    _no_fallback,
    _outside,
    _promises,
    *_IN_WORDS,
)
