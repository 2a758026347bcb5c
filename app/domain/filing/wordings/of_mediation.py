"""The fixed wording of the forms of mediation itself, from application to agreement."""

from __future__ import annotations

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.blocks import WordingBlock

_FORMATS = "司发通〔2010〕239号"
CLOSING = WordingBlock(key="closing", name="结尾", text="此致", is_heading=True)
_ROUTES = WordingBlock(
    key="routes",
    name="告知途径的引语",
    text="当事人可以依法通过下列途径维护自己的权利：",
    must_say=("途径",),
    article="人民调解法第二十六条",
)
NOTICED = WordingBlock(key="closing", name="结尾", text="特此通知。", is_heading=True)

_APPLICATION = (
    WordingBlock(
        key="will",
        name="自愿申请的话",
        text="{主持单位}已将申请{调解种类}的相关规定告知我，现自愿申请{主持单位}进行调解。",
        fixed_by=_FORMATS,
    ),
    CLOSING,
)
_REGISTER = (
    WordingBlock(
        key="lead",
        name="表首的话",
        text="{受理日期}，{出具单位}{受理缘由}，经当事人同意{纠纷各方}。",
        fixed_by=f"人民调解法第十七条、{_FORMATS}",
    ),
    WordingBlock(key="consents", name="征求意见的标题", text="征求当事人意见情况", is_heading=True),
    WordingBlock(key="remark", name="备注", text="备注：此表由{主持单位}填写。"),
)
_NOTICE = (
    WordingBlock(
        key="opening",
        name="开头的话",
        text="{关于纠纷}{出具单位}{法律依据}告知各方当事人如下事项：",
        must_say=("告知",),
        article="人民调解法第二十三条、第二十四条",
    ),
    WordingBlock(key="mediators", name="调解员一行", text="负责调解的{调解员称谓}：", is_heading=True),
    WordingBlock(key="principles", name="第一部分的标题", text="一、{调解种类}的性质和原则", is_heading=True),
    WordingBlock(
        key="rights",
        name="第二部分的标题",
        text="二、当事人的权利",
        is_heading=True,
        must_say=("权利",),
        article="人民调解法第二十三条",
    ),
    WordingBlock(
        key="duties",
        name="第三部分的标题",
        text="三、当事人的义务",
        is_heading=True,
        must_say=("义务",),
        article="人民调解法第二十四条",
    ),
    WordingBlock(key="effects", name="第四部分的标题", text="四、调解协议的效力", is_heading=True),
    WordingBlock(
        key="known",
        name="结尾的话",
        text="以上内容已经告知，我（我们）已阅读或者听取宣读，清楚各项权利和义务。",
        must_say=("告知", "权利", "义务"),
        article="人民调解法第二十三条、第二十四条",
    ),
)
_RECORD = (
    WordingBlock(
        key="told",
        name="告知规定的话",
        text="{主持单位}已将{调解种类}的相关规定告知各方当事人。",
        fixed_by=_FORMATS,
    ),
    WordingBlock(
        key="routes",
        name="告知途径的话",
        text="已告知当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。",
        fixed_by="人民调解法第二十六条",
    ),
    WordingBlock(
        key="confirmed",
        name="核对记录的话",
        text="以上记录已由当事人阅读或者向当事人宣读，确认无误。",
        must_say=("阅读", "宣读"),
        article=_FORMATS,
    ),
)
_AGREEMENT = (
    WordingBlock(
        key="supplements",
        name="补充协议的话",
        text="本协议为{原协议}的补充协议。",
        must_say=("补充协议",),
        article="变更已签署的协议另立补充协议",
    ),
    WordingBlock(
        key="facts",
        name="事实和争议的标题",
        text="纠纷主要事实、争议事项：",
        is_heading=True,
        fixed_by=f"人民调解法第二十九条、{_FORMATS}",
    ),
    WordingBlock(
        key="responsibilities",
        name="责任的标题",
        text="各方当事人的责任：",
        is_heading=True,
        must_say=("责任",),
        article="人民调解法第二十九条",
    ),
    WordingBlock(
        key="agreed",
        name="达成协议的话",
        text="经调解，自愿达成如下协议：",
        is_heading=True,
        fixed_by=f"人民调解法第二十九条、{_FORMATS}",
    ),
    WordingBlock(
        key="performance",
        name="履行的标题",
        text="履行方式、时限：",
        is_heading=True,
        must_say=("履行", "限"),
        article="人民调解法第二十九条",
    ),
    WordingBlock(
        key="left_open",
        name="另行处理的标题",
        text="本协议为部分协议，下列争议另行处理：",
        is_heading=True,
        must_say=("部分协议",),
        article="没有谈妥的争议要写明",
    ),
    WordingBlock(key="staff", name="谁主持、谁记录", text="本次调解由{主持和记录}。"),
    WordingBlock(
        key="copies",
        name="一式几份",
        text="本协议一式{份数}份，当事人各执一份{留存和送交}。",
        fixed_by="人民调解法第二十九条",
    ),
)
_REFUSED = (
    WordingBlock(
        key="decision",
        name="不予受理的话",
        text="{出具单位}于{收到日期}收到“{纠纷名称}”的调解申请。经审查，该纠纷不符合受理条件，决定不予受理。",
        must_say=("不予受理",),
        article="本通知书只作这一项决定",
    ),
    _ROUTES,
    NOTICED,
)
_ORAL = (
    WordingBlock(
        key="remark",
        name="备注",
        text="备注：口头协议自达成之日起生效，由人民调解员记录、人民调解委员会填写本表"
        "（人民调解法第二十八条、第三十条）。",
        fixed_by="人民调解法第二十八条、第三十条",
    ),
)
_TERMINATED = (
    WordingBlock(
        key="decision",
        name="终止调解的话",
        text="{出具单位}于{受理日期}受理的“{纠纷名称}”，{部分协议}经调解未能达成协议，{法律依据}现终止调解。",
        must_say=("终止调解",),
        article="人民调解法第二十六条",
    ),
    _ROUTES,
    WordingBlock(key="told", name="途径和材料的引语", text="已告知的途径和当事人带走的材料："),
    NOTICED,
)
_WITHDRAWN = (
    WordingBlock(
        key="will",
        name="撤回申请的话",
        text="本人（本单位）于{收到日期}就“{纠纷名称}”申请{调解种类}，现自愿撤回申请。"
        "本人（本单位）知悉：撤回后可以另行申请调解，也可以依法通过仲裁、行政、司法等途径维护自己的权利。",
        must_say=("自愿", "撤回", "途径"),
        article="人民调解法第二十三条、第二十六条",
    ),
    CLOSING,
)
_CALLED = (
    WordingBlock(
        key="opening",
        name="开头的话",
        text="{出具单位}受理的“{纠纷名称}”，{改期}请您按下列时间、地点参加调解：",
    ),
    WordingBlock(key="bring", name="带什么的标题", text="请带好：", is_heading=True),
    WordingBlock(key="know", name="须知的标题", text="请知悉：", is_heading=True),
)
_HANDED_OVER = (
    WordingBlock(
        key="opening",
        name="开头的话",
        text="{出具单位}于{收到日期}登记的“{纠纷名称}”，现移交你单位办理。",
        must_say=("移交",),
        article="本函只移交案件",
    ),
    WordingBlock(key="papers", name="随函材料的标题", text="随函移交的材料：", is_heading=True),
    WordingBlock(key="closing", name="结尾", text="请签收后将办理结果函告我单位。"),
)

OF_MEDIATION: dict[DocumentKind, tuple[WordingBlock, ...]] = {
    DocumentKind.APPLICATION: _APPLICATION,
    DocumentKind.ACCEPTANCE_REGISTER: _REGISTER,
    DocumentKind.RIGHTS_NOTICE: _NOTICE,
    DocumentKind.SESSION_RECORD: _RECORD,
    DocumentKind.AGREEMENT: _AGREEMENT,
    DocumentKind.NON_ACCEPTANCE: _REFUSED,
    DocumentKind.ORAL_REGISTER: _ORAL,
    DocumentKind.TERMINATION: _TERMINATED,
    DocumentKind.WITHDRAWAL: _WITHDRAWN,
    DocumentKind.MEDIATION_NOTICE: _CALLED,
    DocumentKind.TRANSFER: _HANDED_OVER,
}
"""The blocks of each kind, in the order of the paper."""
