"""Names and numbers as lists and exports show them: enough to tell apart, too little to misuse."""

from __future__ import annotations

import re

from app.domain.values.naming.names import surname
from app.domain.values.texts import half_width

_NOT_DIGIT = re.compile(r"[^0-9]")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015]+")
_FULL_PHONE = 11
_FULL_IDENTITY = 15
_SHORT = 6

_ORGANISATIONS = (
    "公司",
    "集团",
    "银行",
    "信用社",
    "合作社",
    "医院",
    "卫生院",
    "诊所",
    "学校",
    "小学",
    "中学",
    "大学",
    "学院",
    "幼儿园",
    "委员会",
    "村委会",
    "居委会",
    "管委会",
    "服务中心",
    "中心",
    "办事处",
    "政府",
    "派出所",
    "事务所",
    "研究所",
    "协会",
    "工会",
    "商会",
    "工程队",
    "施工队",
    "车队",
    "工程部",
    "项目部",
    "经营部",
    "服务部",
    "门市部",
    "部",
    "站",
    "社区",
    "商行",
    "超市",
    "市场",
    "农场",
    "牧场",
    "养殖场",
    "饭店",
    "酒店",
    "宾馆",
    "餐厅",
    "饭馆",
    "商店",
    "专卖店",
    "药店",
    "店",
    "厂",
)
"""What the names of organisations end in; the words are tried in this order, so the longer comes first."""
_GROUP = re.compile(
    r"(.+?)((?:等|的)?\s*[0-9]+\s*[名位户人家个方].*|等.{0,3}[人户家方].*|[的之]?(?:亲属|家属|全体).*)"
)
"""A name followed by how many or whose: 恒泰物业公司32名员工, 王德顺亲属."""


def mask_phone(phone: str) -> str:
    """Show the first three and last four digits: 138****1234; of shorter numbers the last two."""
    digits = _NOT_DIGIT.sub("", half_width(phone))
    if len(digits) >= _FULL_PHONE:
        return f"{digits[:3]}{'*' * (len(digits) - 7)}{digits[-4:]}"
    shown = 2 if len(digits) > _SHORT else 0
    return "*" * (len(digits) - shown) + digits[len(digits) - shown :]


def mask_name(name: str) -> str:
    """Show the surname and 某某, whatever the length was: 张某某, 欧阳某某, 阿某某; J*** in Latin script.

    A name with a middle dot has no surname: its first sign is shown. So is that of any other script,
    with asterisks instead of 某某. A name of one sign is not shown at all.
    """
    shown = surname(name)
    if not shown:
        return ""
    if shown == name.strip():
        return "某某"
    # Unified ideographs and extension A, then the planes of rare characters.
    is_chinese = "\u3400" <= shown[0] <= "\u9fff" or shown[0] >= "\U00020000"
    return f"{shown}某某" if is_chinese else f"{shown}***"


def mask_party(name: str, *, is_person: bool = True) -> str:
    """Show a party by what it is: 王某某, 某公司; an organisation of no known ending is 某单位.

    ``is_person`` False tells an organisation; lists that know only the name need not tell.

    >>> mask_party("恒泰物业公司32名员工"), mask_party("王德顺亲属")
    ('某公司32名员工', '王某某亲属')
    """
    group = _GROUP.fullmatch(name.strip())
    if group is not None:
        return f"{mask_party(group[1], is_person=is_person)}{group[2]}"
    for word in _ORGANISATIONS:
        if name.strip().endswith(word):
            return f"某{word}"
    return mask_name(name) if is_person or not name.strip() else "某单位"


def mask_identity(number: str) -> str:
    """Show the first six and last four signs of a resident number (650203********1234).

    Of shorter numbers (passports) the first and the last two; of the shortest nothing.
    """
    plain = _BETWEEN.sub("", half_width(number)).upper()
    if len(plain) >= _FULL_IDENTITY:
        return f"{plain[:6]}{'*' * (len(plain) - 10)}{plain[-4:]}"
    if len(plain) > _SHORT:
        return f"{plain[0]}{'*' * (len(plain) - 3)}{plain[-2:]}"
    return "*" * len(plain)
