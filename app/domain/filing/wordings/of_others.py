"""The fixed wording of the papers around mediation: performance, police and court, other organs, the file."""

from __future__ import annotations

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.blocks import WordingBlock
from app.domain.filing.wordings.of_mediation import CLOSING

_PERSONAL_DATA = "个人信息保护法第二十三条"

_PERFORMANCE: dict[DocumentKind, tuple[WordingBlock, ...]] = {
    DocumentKind.PERFORMANCE_RECEIPT: (
        WordingBlock(
            key="paid", name="收款的话", text="今收到{付款人}于{收到日期}支付的人民币{金额}元{大写金额}。"
        ),
        WordingBlock(
            key="done", name="履行的话", text="确认{付款人}已于{收到日期}履行下列义务：", is_sparse=True
        ),
    ),
    DocumentKind.URGING_LETTER: (
        WordingBlock(
            key="opening",
            name="开头的话",
            text="“{纠纷名称}”经本会调解达成的人民调解协议（{协议编号}）已于{生效日期}生效，具有法律约束力，"
            "当事人应当按照约定履行（人民调解法第三十一条）。{履行状态}：",
            must_say=("法律约束力", "第三十一条"),
            article="人民调解法第三十一条",
        ),
        WordingBlock(key="pay_by", name="定了期限的话", text="请于{期限}前（含当日）履行，并告知本会。"),
        WordingBlock(key="soon", name="没定期限的话", text="请{何时履行}履行，并告知本会。", is_sparse=True),
        WordingBlock(key="ways", name="途径的引语", text="逾期仍不履行的，对方当事人可以依法："),
        WordingBlock(key="closing", name="结尾", text="已经履行的，请出示凭证，本催告书不再适用。"),
    ),
}
_POLICE_AND_COURT: dict[DocumentKind, tuple[WordingBlock, ...]] = {
    DocumentKind.SECURITY_APPLICATION: (
        WordingBlock(
            key="course",
            name="调解和履行的话",
            text="双方就“{纠纷名称}”申请人民调解，经{出具单位}调解达成编号为{协议编号}的人民调解协议，"
            "该协议于{生效日期}生效，已于{履行日期}履行完毕。",
            must_say=("履行完毕",),
            article="公安机关办理行政案件程序规定第一百八十六条",
        ),
        WordingBlock(
            key="request",
            name="申请事项",
            text="现依照《公安机关办理行政案件程序规定》第一百八十六条和《中华人民共和国治安管理处罚法》，"
            "双方共同书面申请你单位对上述协议及其履行予以认可，依法不予治安管理处罚。",
            fixed_by="公安机关办理行政案件程序规定第一百八十六条",
        ),
        WordingBlock(
            key="no_promise",
            name="双方知悉的话",
            text="双方知悉：是否认可、是否处罚，由公安机关依法决定；公安机关已依法作出处理决定的，不适用上述规定；"
            "人民调解委员会和人民调解协议对此不作任何承诺。本申请出于双方自愿，所述情况属实。",
            fixed_by="公安机关办理行政案件程序规定第一百八十六条",
        ),
    ),
    DocumentKind.TRAFFIC_REQUEST: (
        WordingBlock(
            key="course",
            name="人民调解的经过",
            text="各方就“{纠纷名称}”申请{出具单位}调解，未达成协议，该会于{终止日期}作出终止调解{终止通知书}，"
            "原因：{原因}。",
        ),
        WordingBlock(
            key="request",
            name="申请事项",
            text="现依照《道路交通事故处理程序规定》第八十五条，各方一致书面申请你单位就下列损害赔偿争议进行调解：",
            fixed_by="道路交通事故处理程序规定第八十五条",
        ),
    ),
    DocumentKind.CONFIRMATION_APPLICATION: (
        WordingBlock(
            key="request",
            name="请求事项",
            text="依照《中华人民共和国人民调解法》第三十三条、《中华人民共和国民事诉讼法》第二百零五条，"
            "请求依法确认申请人于{签订日期}就“{纠纷名称}”达成的编号为{协议编号}的人民调解协议有效。",
            fixed_by="人民调解法第三十三条、民事诉讼法第二百零五条",
        ),
        WordingBlock(
            key="course",
            name="达成协议的经过",
            text="经{出具单位}主持调解，申请人自愿达成协议，该协议于{生效日期}生效，内容如下：",
            must_say=("自愿",),
            article="人民调解法第三十三条",
        ),
        CLOSING,
    ),
    DocumentKind.ENFORCEMENT_APPLICATION: (
        WordingBlock(
            key="reasons",
            name="事实和理由",
            text="申请执行人与被执行人经{出具单位}调解，达成编号为{协议编号}的人民调解协议，{法院}于{裁定日期}以"
            "{裁定书编号}裁定确认有效。协议没有全部履行，依照《中华人民共和国民事诉讼法》第二百零六条，申请强制执行。",
            fixed_by="民事诉讼法第二百零六条",
        ),
        CLOSING,
    ),
}
_LINKS: dict[DocumentKind, tuple[WordingBlock, ...]] = {
    DocumentKind.REFERRAL_LETTER: (
        WordingBlock(
            key="opening", name="开头的话", text="现按{对接机制}机制，将下列纠纷{移送方式}你单位办理。"
        ),
        WordingBlock(
            key="consents",
            name="单独同意的话",
            text="下列当事人已被告知接收方、目的、方式和信息种类，单独同意提供（个人信息保护法第二十三条）：",
            fixed_by=_PERSONAL_DATA,
        ),
        WordingBlock(
            key="due", name="定了期限的结尾", text="请于{期限}前函复办理结果。收到后请签收并退回回执。"
        ),
        WordingBlock(
            key="open_end",
            name="没定期限的结尾",
            text="请签收并退回回执，办结后函复办理结果。",
            is_sparse=True,
        ),
    ),
    DocumentKind.REFERRAL_RECEIPT: (
        WordingBlock(key="opening", name="开头的话", text="你单位{移送方式}的下列材料已收到。"),
    ),
    DocumentKind.REFERRAL_REPLY: (
        WordingBlock(
            key="opening",
            name="开头的话",
            text="你单位{移送方式}的下列纠纷已办结，现将结果函复如下。",
        ),
        WordingBlock(
            key="facts",
            name="无争议事实后的话",
            text="以上事实由各方当事人书面确认。当事人为达成调解所作的让步不在此列。",
            must_say=("书面确认", "让步"),
            article="让步不作为不利证据，不移送",
        ),
    ),
    DocumentKind.GUIDANCE_LETTER: (
        WordingBlock(
            key="opening",
            name="开头的话",
            text="现引导下列当事人到你处申请{服务名称}，请依法接待。",
        ),
        WordingBlock(
            key="consent",
            name="单独同意的话",
            text="当事人已单独同意提供上述个人信息（个人信息保护法第二十三条）：{同意情况}。",
            fixed_by=_PERSONAL_DATA,
        ),
        WordingBlock(
            key="closing",
            name="结尾",
            text="本函只作引导，不是调解结果，不影响当事人依法选择其他途径。",
            must_say=("不是调解结果", "不影响"),
            article="人民调解法第三条",
        ),
    ),
    DocumentKind.SUPERVISION_ORDER: (
        WordingBlock(key="opening", name="开头的话", text="现就下列案件{督办方式}。"),
        WordingBlock(key="due", name="回复期限的话", text="请于{期限}前书面回复。"),
    ),
}
_FILE: dict[DocumentKind, tuple[WordingBlock, ...]] = {
    DocumentKind.FILE_CATALOGUE: (
        WordingBlock(
            key="note",
            name="表后的话",
            text="共{份数}份，{页数}页。页号自第一份材料起连续编写，在每页右上角。制表日期：{制作日期}。",
        ),
    ),
    DocumentKind.FILE_NOTE: (
        WordingBlock(key="missing", name="缺件的标题", text="缺件情况：", is_heading=True),
        WordingBlock(key="nothing", name="没有缺件的话", text="无缺件。", is_sparse=True),
        WordingBlock(key="left_out", name="说明页的标题", text="以说明页代替的电子件：", is_heading=True),
        WordingBlock(key="annotations", name="归档后的标题", text="归档后的记载：", is_heading=True),
    ),
    DocumentKind.FILE_BACK_COVER: (WordingBlock(key="seal", name="骑缝章的话", text="装订线处加盖骑缝章。"),),
}

OF_OTHERS = {**_PERFORMANCE, **_POLICE_AND_COURT, **_LINKS, **_FILE}
"""The blocks of each kind, in the order of the paper."""
