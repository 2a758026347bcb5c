"""What a file lacks as sentences, and where each is mended."""

from __future__ import annotations

from app.domain.case_file.facts import FileLack
from app.domain.filing.items import FileItem
from app.i18n.translator import Translator
from app.presenters.navigation import (
    TAB_AGREEMENT,
    TAB_DOCUMENTS,
    TAB_EVIDENCE,
    TAB_OVERVIEW,
    TAB_PERFORMANCE,
    TAB_SESSIONS,
)

LACKS: dict[str, str] = {
    "request.register": "受理登记表没有出具",
    "request.application": "申请书和受理登记表都没有出具",
    "request.non_acceptance": "不予受理通知书没有出具",
    "rights.none": "权利义务告知书没有出具",
    "identity.none": "没有归入身份证明的扫描件",
    "authority.none": "有委托代理人，没有归入授权委托书",
    "sessions.none": "没有调解记录",
    "sessions.open": "第 {n} 次笔录没有结束",
    "sessions.not_issued": "第 {n} 次笔录没有出具",
    "agreement.unsigned": "{number} 签名、印章不齐，没有生效",
    "scan.pages_missing": "{title}的签名原件没有扫描第 {pages} 页",
    "agreement.oral_register": "口头协议登记表没有出具",
    "agreement.termination": "终止调解通知书没有出具",
    "agreement.withdrawal": "撤回申请书没有出具",
    "performance.none": "没有收条，也没有归入履行凭证",
    "follow_up.not_issued": "{day} 的回访记录没有出具",
    "follow_up.none": "没有回访记录",
    "confirmation.none": "没有归入司法确认的材料",
    "note.compiler": "没有写立卷人和立卷日期",
    "note.checker": "没有写检查人和检查日期",
    "note.unexplained": "有缺件，情况说明里没有写明",
    "review.consent": "没有{party}同意调解的记录",
    "review.accepted_before_request": "受理日期早于申请",
    "review.recusal": "{name}应当回避，没有回避也没有各方认可",
    "review.item": "缺“{item}”",
    "review.signature": "{number} 缺{name}的签名或印章",
    "review.notice_after_session": "第一次调解前没有告知权利义务",
    "review.session_before_acceptance": "调解早于受理",
    "review.agreement_before_session": "协议早于第一次调解",
    "review.page_waits": "{title}的原页还没有存好",
    "review.no_support": "没有证据、调查记录，也没有记下无争议事实",
    "review.not_described": "{name}没有写证明什么",
    "review.agreement_must": "{number} 有 {count} 处须改",
    "review.agreement_advice": "{number} 有 {count} 处建议",
    "review.not_visited": "达成协议后没有回访",
    "review.visit_same_day": "协议生效当日就回访",
    "review.visit_by_mediator": "{name}调解又回访，没有写理由",
    "review.no_shelf_mark": "已归档，没有柜、盒、卷号",
    "review.no_retention": "没有写保管期限",
    "review.not_printable": "{name}不能成页，卷里放说明页",
}
"""Code of a lack -> its sentence; every code of the domain is here."""

RECORD, SHELF = "file_record", "file_shelf"
"""The forms of a file: its record while the case may be changed, its place on the shelf always."""
_FORMS = frozenset({RECORD, SHELF})

WHERE_OF_ITEM: dict[FileItem, str] = {
    FileItem.REQUEST: TAB_DOCUMENTS,
    FileItem.RIGHTS: TAB_DOCUMENTS,
    FileItem.IDENTITY: TAB_EVIDENCE,
    FileItem.AUTHORITY: TAB_EVIDENCE,
    FileItem.INVESTIGATION: TAB_EVIDENCE,
    FileItem.EVIDENCE: TAB_EVIDENCE,
    FileItem.SESSIONS: TAB_SESSIONS,
    FileItem.AGREEMENT: TAB_AGREEMENT,
    FileItem.PERFORMANCE: TAB_PERFORMANCE,
    FileItem.FOLLOW_UP: TAB_PERFORMANCE,
    FileItem.CONFIRMATION: TAB_EVIDENCE,
    FileItem.OTHER: TAB_DOCUMENTS,
    FileItem.NOTE: RECORD,
}
"""Where an item is made: a tab of the case, or a form. The back cover comes with the file itself."""
_WHERE_OF_LACK: dict[str, str] = {
    "sessions.not_issued": TAB_DOCUMENTS,
    "agreement.oral_register": TAB_DOCUMENTS,
    "scan.pages_missing": TAB_DOCUMENTS,
    "agreement.termination": TAB_DOCUMENTS,
    "agreement.withdrawal": TAB_DOCUMENTS,
}
"""Lacks that are mended elsewhere than their item is made."""
WHERE_OF_CHECK: dict[str, str] = {
    "consent": TAB_OVERVIEW,
    "request": TAB_DOCUMENTS,
    "accepted_in_order": TAB_OVERVIEW,
    "recusal": TAB_OVERVIEW,
    "items": "",
    "signed": TAB_AGREEMENT,
    "dates": TAB_SESSIONS,
    "stored": TAB_DOCUMENTS,
    "facts_supported": TAB_EVIDENCE,
    "described": TAB_EVIDENCE,
    "agreement_must": TAB_AGREEMENT,
    "agreement_advice": TAB_AGREEMENT,
    "visited": TAB_PERFORMANCE,
    "visit_is_real": TAB_PERFORMANCE,
    "visited_by_another": TAB_PERFORMANCE,
    "bound": RECORD,
    "retention": RECORD,
    "printable": TAB_EVIDENCE,
}
"""Where what a check found is mended; the items have their own links."""
WORDS_OF_PLACE: dict[str, str] = {
    TAB_OVERVIEW: "去概况",
    TAB_DOCUMENTS: "去文书",
    TAB_EVIDENCE: "去证据",
    TAB_SESSIONS: "去笔录",
    TAB_AGREEMENT: "去协议书",
    TAB_PERFORMANCE: "去履行",
    RECORD: "填卷宗信息",
    SHELF: "填存放位置",
}


def is_form(place: str) -> bool:
    """Tell whether a place is a form, not a tab."""
    return place in _FORMS


def lack_sentence(translator: Translator, lack: FileLack) -> str:
    """Say what is missing."""
    return translator.text(LACKS[lack.code], **dict(lack.facts))


def place_of(item: FileItem, lacks: tuple[FileLack, ...]) -> str:
    """Give where an item is made, or where the first thing it lacks is mended."""
    first = lacks[0].code if lacks else ""
    return _WHERE_OF_LACK.get(first, WHERE_OF_ITEM.get(item, ""))
