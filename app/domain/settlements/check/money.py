"""Sums, instalments and days of an agreement: whether they add up, exist, rise and keep to the caps."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from app.domain.errors import DomainError
from app.domain.settlements.check.findings import Check, Hit, Reading, hit
from app.domain.settlements.check.passages import everything, obligations, sentences, without_names
from app.domain.settlements.terms import DueKind, Term, TermKind
from app.domain.values.chinese_numbers import number_in_words
from app.domain.values.money import Money, sum_of
from app.domain.values.rmb_in_words import parse_rmb_words, rmb_in_words
from app.domain.values.texts import half_width

_WAN = 10_000
_MONTHS, _DAYS = 12, 365
_CHINESE = "一二三四五六七八九十"
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
_SUM = r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(万)?元"
_IN_CAPITALS = re.compile(
    _SUM + r"\s*(?:整)?\s*[（(]\s*(?:大写)?[:：]?\s*(?:人民币)?"
    r"([零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正一二三四五六七八九十百千两]{2,})\s*[）)]"
)
_DATE = re.compile(r"(?<![0-9])(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})[日号]")
_LEAP = 2000
_SEVERAL = 2
_BARE = re.compile(
    r"(?:支付|赔偿|补偿|给付|返还|退还|偿还|付给)[^0-9，。；]{0,8}(?<![0-9年月第.])([0-9][0-9,]*(?:\.[0-9]+)?)(?=[，。；、\s]|$)"
)
_FOREIGN = re.compile(r"美元|美金|欧元|港币|港元|日元|英镑|卢布|坚戈|USDT|比特币|虚拟币")
_RATE = re.compile(
    r"(年利率|年息|年化|月利率|月利|月息|日利率|日利|日息|每日|每天|按日|按天|每月|按月|每年|按年)[^0-9，。；]{0,10}?"
    r"(?:([0-9]+(?:\.[0-9]+)?)\s*(%|％|分)|(百|千|万)分之([0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十]+))"
)
_INTEREST = re.compile(r"利息|利率|年息|月息|日息")
_LATE = re.compile(r"违约金|滞纳金|逾期")
_LOAN = re.compile(r"借款|欠款|借条|民间借贷|本金")
_DEFAULT_SUM = re.compile(r"违约金[^0-9。；]{0,12}" + _SUM)
_DEPOSIT = re.compile(r"定金[^0-9。；，]{0,12}" + _SUM)
_OF_PRICE = re.compile(r"(?:总价|价款|货款|房款|合同(?:总)?价|成交价|标的额)[^0-9。；]{0,10}" + _SUM)

_PART = re.compile(r"第[一二三四五六七八九十0-9]{1,3}期[^；;。第]{0,40}?" + _SUM)
_TOTAL = re.compile(r"(?:共计|合计|总计|总额为?|总共|共)(?:人民币)?" + _SUM)
_BY_DAY = re.compile(
    r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号](?:（含当日）)?(?:之前|以前|前)(?!的|欠|拖|形成|发生|已)"
)
_GONE = re.compile(r"已经?|曾|此前|欠付|拖欠|结清")
_NO_YEAR = re.compile(r"(?<![0-9年])(?:1[0-2]|[1-9])月(?:[12][0-9]|3[01]|[1-9])[日号](?:之前|以前|前)")
_YEAR_TOLD = re.compile(r"每年|每月|各年|当年|同年|次年|[0-9]{4}年")
_FEAST = re.compile(
    r"(?:农历|阴历|腊月|正月|中秋|端午|元宵|春节|过年|年底|年前|秋收|开春|麦收)[^，。；]{0,8}?"
    r"(?:之前|以前|前|后|时|付|还|给|清|搬|交)"
)
_INTO_CAPITAL = re.compile(r"利滚利|复利|利息[^，。；]{0,10}?(?:计入|并入|转为|滚入)本金")
_TAKEN_BEFORE = re.compile(
    r"砍头息|(?:利息|头息)[^，。；]{0,8}?(?:预先|先行|提前)[^，。；]{0,4}?扣|预扣[^，。；]{0,4}利息"
)
_REFUSED = re.compile(r"不(?:得|计|再|予|应|能)|禁止|取消|无效")


def _sums(read: Reading) -> Iterator[Hit]:
    for term in read.agreement.terms:
        if term.kind is not TermKind.PAYMENT or term.amount is None:
            continue
        if term.instalments and term.instalment_total != term.amount:
            yield _wrong_sum("instalment.sum", "instalments", term, term.instalment_total, term.amount)
        if term.payee_shares and term.share_total != term.amount:
            yield _wrong_sum("share.sum", "payee_shares", term, term.share_total, term.amount)
        parts = [entry.amount for entry in term.instalments] + [share.amount for share in term.payee_shares]
        if any(amount <= Money.zero() for amount in parts):
            yield hit("term.part_missing", "instalments", term)
        unlisted = set(term.payee_ids) - {share.party_id for share in term.payee_shares}
        if term.payee_shares and unlisted:
            yield hit("share.payee_missing", "payee_shares", term, count=len(unlisted))


def _edited(read: Reading) -> Iterator[Hit]:
    for term in read.agreement.terms:
        text = (term.edited_text or "").strip()
        if text and term.amount is not None and not _states(text, term.amount):
            yield hit("term.text_other_sum", "edited_text", term, amount_fen=term.amount.fen)


def _days(read: Reading) -> Iterator[Hit]:
    for term in read.agreement.terms:
        last = None
        if not term.instalments and term.due.day is not None and term.due.day < read.day:
            yield hit("term.due_past", "due", term, day=term.due.day.isoformat())
        for n, entry in enumerate(term.instalments, start=1):
            day = entry.due.day if entry.due.kind is DueKind.ON_DAY else None
            if day is None:
                continue
            if day < read.day:
                yield hit("instalment.past", "instalments", term, entry.id, position=n)
            if last is not None and day <= last:
                yield hit("instalment.not_rising", "instalments", term, entry.id, position=n)
            last = day


def _told_sums(read: Reading) -> Iterator[Hit]:
    """Add up the instalments that are told in free words, beside the total told with them."""
    for passage in obligations(read):
        total, parts = _TOTAL.search(passage.text), _PART.findall(passage.text)
        whole = _money(total[1], total[2]) if total is not None else None
        sums = [amount for figures, wan in parts if (amount := _money(figures, wan)) is not None]
        if total is None or whole is None or len(sums) < _SEVERAL or sum_of(sums) == whole:
            continue
        yield hit(
            "money.told_sum",
            passage.field,
            passage.term,
            words=total[0],
            total_fen=sum_of(sums).fen,
            amount_fen=whole.fen,
        )


def _told_days(read: Reading) -> Iterator[Hit]:
    """Find days that have passed already, lack their year, or go by a feast."""
    for passage in obligations(read):
        for sentence in sentences(without_names(read, passage.text)):
            found = _BY_DAY.search(sentence)
            if found is not None and not _GONE.search(sentence) and _is_past(found, read.day):
                yield hit("money.day_past", passage.field, passage.term, words=found[0], word=found[0])
            vague = _NO_YEAR.search(sentence) or _FEAST.search(sentence)
            if vague is not None and not _YEAR_TOLD.search(sentence):
                yield hit("money.day_vague", passage.field, passage.term, words=vague[0], word=vague[0])


def _is_past(found: re.Match[str], day: date) -> bool:
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) < day
    except ValueError:
        return False


def _on_capital(read: Reading) -> Iterator[Hit]:
    """Find interest that bears interest, or is taken off the capital before it is lent."""
    rules = (("money.compound", _INTO_CAPITAL), ("money.interest_deducted", _TAKEN_BEFORE))
    for passage in obligations(read):
        for sentence in sentences(passage.text):
            for rule, pattern in rules:
                found = pattern.search(sentence)
                if found is not None and not _REFUSED.search(sentence):
                    yield hit(rule, passage.field, passage.term, words=found[0], word=found[0])


def _capitals(read: Reading) -> Iterator[Hit]:
    for passage in everything(read):
        for found in _IN_CAPITALS.finditer(passage.text):
            figures, wan, capitals = found.groups()
            amount = _money(figures, wan)
            try:
                said: Money | None = parse_rmb_words(capitals)
            except DomainError:
                said = None
            if amount is not None and said != amount:
                right = rmb_in_words(amount)
                yield hit(
                    "money.capitals", passage.field, passage.term, words=capitals, instead=right, right=right
                )


def _impossible(read: Reading) -> Iterator[Hit]:
    for passage in everything(read):
        for found in _DATE.finditer(half_width(passage.text)):
            year, month, day = int(found[1] or _LEAP), int(found[2]), int(found[3])
            is_month = 1 <= month <= _MONTHS
            if not is_month or not 1 <= day <= calendar.monthrange(max(1, year), month)[1]:
                yield hit("money.date_impossible", passage.field, passage.term, words=found[0], day=found[0])


def _unit(read: Reading) -> Iterator[Hit]:
    for passage in obligations(read):
        found = _BARE.search(passage.text)
        if found is not None:
            yield hit("money.unit_missing", passage.field, passage.term, words=found[1], number=found[1])


def _currency(read: Reading) -> Iterator[Hit]:
    for passage in obligations(read):
        found = _FOREIGN.search(passage.text)
        if found is not None:
            yield hit("money.currency", passage.field, passage.term, words=found[0], word=found[0])


def _interest(read: Reading) -> Iterator[Hit]:
    """Compare a rate with four times the quoted rate for a loan, else with what is told as too much."""
    of_loan = _is_loan(read)
    for passage in obligations(read):
        for sentence in sentences(passage.text):
            is_loan = of_loan or _LOAN.search(sentence) is not None
            is_interest = _INTEREST.search(sentence) is not None
            most = _most_a_year(read, is_loan=is_loan)
            if most is None or not (is_interest or _LATE.search(sentence)):
                continue
            for found in _RATE.finditer(sentence):
                yearly = _yearly(found)
                if yearly is not None and yearly > most:
                    rule = "money.interest_cap" if is_interest and is_loan else "money.penalty_rate"
                    told = f"{yearly.normalize():f}", f"{most.normalize():f}"
                    yield hit(
                        rule, passage.field, passage.term, words=found[0], percent=told[0], most=told[1]
                    )


def _most_a_year(read: Reading, *, is_loan: bool) -> Decimal | None:
    quoted, times = read.limit("lpr"), read.limit("lpr_times")
    if not is_loan:
        return read.limit("penalty_rate")
    return quoted * times if quoted is not None and times is not None else None


def _penalty(read: Reading) -> Iterator[Hit]:
    share = read.limit("penalty_share")
    for passage in obligations(read):
        term = passage.term
        found = _DEFAULT_SUM.search(passage.text)
        if found is None or share is None or term is None or term.amount is None:
            continue
        amount = _money(found[1], found[2])
        if amount is not None and Decimal(amount.fen) * 100 > Decimal(term.amount.fen) * share:
            yield hit("money.penalty_high", passage.field, term, words=found[0], percent=f"{share:f}")


def _deposit(read: Reading) -> Iterator[Hit]:
    share = read.limit("deposit_share")
    for passage in everything(read):
        text = without_names(read, passage.text)
        paid, price = _DEPOSIT.search(text), _OF_PRICE.search(text)
        if share is None or paid is None or price is None:
            continue
        deposit, whole = _money(paid[1], paid[2]), _money(price[1], price[2])
        if deposit is None or whole is None:
            continue
        if Decimal(deposit.fen) * 100 > Decimal(whole.fen) * share:
            yield hit("money.deposit_cap", passage.field, passage.term, words=paid[0], percent=f"{share:f}")


def _is_loan(read: Reading) -> bool:
    agreement = read.agreement
    natures = "".join(term.nature for term in agreement.terms)
    return _LOAN.search(f"{agreement.facts}{agreement.matters}{natures}{read.case.title}") is not None


def _yearly(found: re.Match[str]) -> Decimal | None:
    """Give a rate in per cent a year; 月息二分 is two per cent a month in the talk of lenders."""
    per, number, _sign, share, count = found.groups()
    if number:
        rate = Decimal(number)
    else:
        parts = number_in_words(count) or 0 if count[0] in _CHINESE else Decimal(count)
        rate = Decimal(parts) * 100 / {"百": 100, "千": 1000, "万": _WAN}[share]
    if "日" in per or "天" in per:
        return rate * _DAYS
    return rate * _MONTHS if "月" in per else rate


def _states(text: str, amount: Money) -> bool:
    """Tell whether a sentence states a sum in figures (3,090.00, 3090, 1.28万) or in capitals."""
    if rmb_in_words(amount).removesuffix("整") in text.replace("圆", "元"):
        return True
    plain = _THOUSANDS.sub("", half_width(text))
    forms = (f"{amount.yuan:f}", f"{amount.yuan.normalize():f}", f"{(amount.yuan / _WAN).normalize():f}万")
    return any(re.search(rf"(?<![0-9.]){re.escape(form)}(?![0-9万亿]|\.[0-9])", plain) for form in forms)


def _money(figures: str, wan: str | None) -> Money | None:
    try:
        return Money.of_yuan(Decimal(figures.replace(",", "")) * (_WAN if wan else 1))
    except (DomainError, ArithmeticError):
        return None


def _wrong_sum(rule: str, field: str, term: Term, total: Money, amount: Money) -> Hit:
    difference = (amount - total).fen
    return hit(rule, field, term, total_fen=total.fen, amount_fen=amount.fen, difference_fen=difference)


CHECKS: tuple[Check, ...] = (
    _edited,
    _days,
    _sums,
    _capitals,
    _impossible,
    _unit,
    _currency,
    _told_sums,
    _told_days,
    _on_capital,
    _interest,
    _penalty,
    _deposit,
)
