"""What is refused of a date, a sum or a number as typed."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "date.before_registration": "日期早于登记日，请核对",
    "date.before_acceptance": "日期早于受理日，请核对",
    "date.missing": "填写日期",
    "time.unreadable": "填写时间，如 9:30",
    "money.unreadable": "填写金额，如 12800 或 1.28万",
    "money.negative": "金额不能为负，请核对",
    "money.too_precise": "金额最多两位小数",
    "money.too_large": "金额过大，请核对",
    "date.unreadable": "填写日期，如 2026-1-5",
    "date.impossible": "没有这一天，请核对",
    "date.out_of_range": "年份不在 {first} 到 {last} 之间，请核对",
    "number.unreadable": "填写数字",
    "view.name_missing": "填写名称，便于再找",
    "date.in_future": "日期晚于今天，请核对",
    "view.not_found": "没有找到这个视图，请刷新",
    "number.not_found": "没有找到这个编号，请刷新",
    "number.text_taken": "编号 {number} 已有，请改编号格式",
    "number.void_reason_missing": "写明 {number} 作废的原因",
    "number_pattern.empty": "填写编号格式",
    "number_pattern.too_long": "编号格式最多 {limit} 个字符",
    "number_pattern.characters": "编号格式含有印不出的字符，请删去",
    "number_pattern.braces": "花括号要成对，请核对",
    "number_pattern.seq_missing": "编号格式要有 {{seq}}",
    "number_pattern.seq_repeated": "编号格式里 {{seq}} 只写一次",
    "number_pattern.unknown_field": "没有“{found}”这一项，可用 {known}",
    "number_pattern.padding": "“{found}”不是位数，如 {{seq:04}}",
    "rmb_words.unreadable": "大写金额“{typed}”读不出，请核对",
    "time.missing": "填写时间，如 9:30",
}
