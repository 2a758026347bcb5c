"""The items of the catalogue of a case file, in the order of the form (F13)."""

from __future__ import annotations

from app.domain.values.termed import Termed


class FileItem(Termed):
    """An item of 卷内目录; 其他材料 stand before the file's own last papers and are not counted."""

    REQUEST = "request", "申请书或者受理登记表"
    RIGHTS = "rights", "权利义务告知书"
    IDENTITY = "identity", "身份证明"
    AUTHORITY = "authority", "授权委托书"
    INVESTIGATION = "investigation", "调查记录"
    EVIDENCE = "evidence", "证据材料"
    SESSIONS = "sessions", "调解记录"
    AGREEMENT = "agreement", "调解协议书"
    PERFORMANCE = "performance", "履行凭证"
    FOLLOW_UP = "follow_up", "回访记录"
    CONFIRMATION = "confirmation", "司法确认材料"
    OTHER = "other", "其他材料"
    NOTE = "note", "卷宗情况说明"
    BACK_COVER = "back_cover", "封底"


THIRTEEN = tuple(item for item in FileItem if item is not FileItem.OTHER)
"""The thirteen items of the form, numbered as they stand here."""
