"""Words the law tells apart (定金 and 订金, 赔偿 and 补偿, 抚养 and 赡养), and an organisation's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.settlements.check.book import OwnPhrase
from app.domain.settlements.check.findings import Check, Hit, Reading, hit
from app.domain.settlements.check.passages import everything, obligations, without_names
from app.domain.settlements.terms import Term, TermKind

_CHILD = r"(?:婚生|非婚生|未成年|年幼)?(?:子女|儿子|女儿|孩子|婚生子|婚生女|未成年人)"
_ELDER = r"(?:父母|老人|双亲|父亲|母亲|公婆|岳父母|爷爷|奶奶)"
_PAIR = r"(?:妻子|丈夫|配偶)"
_CARE = (
    (re.compile(rf"(?:赡养|扶养)(?={_CHILD})"), "抚养"),
    (re.compile(rf"{_CHILD}(?:的|每月的|每年的)(赡养费|扶养费)"), "抚养费"),
    (re.compile(rf"(?:抚养|扶养)(?={_ELDER})(?!父亲或|母亲或)"), "赡养"),
    (re.compile(r"(?:父母|老人|双亲)(?:的|每月的|每年的)(抚养费|扶养费)"), "赡养费"),
    (re.compile(rf"(?:抚养|赡养)(?={_PAIR})"), "扶养"),
    (re.compile(r"夫妻(?:之间|相互|互相|互)(?:的|有)?(抚养|赡养)"), "扶养"),
)
_GUARANTEE = re.compile(r"双倍返还|不予(?:退还|返还)|无权(?:要求|请求)(?:退还|返还)|不退(?:还)?|丧失")
_EARNEST = re.compile(r"订金")
_DEPOSIT = re.compile(r"定金")
_REFUNDED = re.compile(r"随时(?:可以?)?退还|无条件退还|可退(?:还)?可不退|预付款性质")
_NO_FAULT = r"(?:没有过错|无过错|没有责任|不承担(?:法律|侵权|赔偿)?责任|无责任|不负责任|无责)"
_FULL_FAULT = r"(?:承担|负)(?:本次?[^，。；]{0,6})?(?:全部|主要)(?:赔偿)?责任"
_OTHER_PAPER = re.compile(r"本(调解书|判决书|裁定书|裁决书|仲裁书)")

_ROLE = re.compile(r"[甲乙丙]方")
_ROLE_TOLD = re.compile(r"(?:甲|乙|丙)方[：:（(]|[（(][^（）()]{0,6}(?:简)?称[^（）()]{0,4}(?:甲|乙|丙)方")
_OFFICES = re.compile(r"税|社会保险|社保|行政|罚款|公安|法院")


def _care(read: Reading) -> Iterator[Hit]:
    for passage in everything(read):
        for pattern, right in _CARE:
            found = pattern.search(passage.text)
            if found is not None:
                wrong = found[1] if pattern.groups else found[0]
                yield hit(
                    "words.care",
                    passage.field,
                    passage.term,
                    words=wrong,
                    instead=right,
                    wrong=wrong,
                    right=right,
                )
                break


def _deposit(read: Reading) -> Iterator[Hit]:
    """订金 is only paid ahead; what is forfeited or given back twofold is 定金."""
    for passage in obligations(read):
        text = passage.text
        if _EARNEST.search(text) and _GUARANTEE.search(text):
            yield hit("words.deposit", passage.field, passage.term, words="订金", wrong="订金", right="定金")
        elif _DEPOSIT.search(text) and _REFUNDED.search(text):
            yield hit("words.deposit", passage.field, passage.term, words="定金", wrong="定金", right="订金")


def _compensation(read: Reading) -> Iterator[Hit]:
    """赔偿 follows from liability, 补偿 is paid without it: compare with what is said of the payer."""
    told = read.agreement.responsibilities
    for term in read.agreement.terms:
        if term.kind is not TermKind.PAYMENT:
            continue
        said = f"{term.nature}{term.edited_text or ''}"
        if "赔偿" in said and _said_of(read, term, told, _NO_FAULT):
            yield hit("words.compensation", "nature", term, words="赔偿", wrong="赔偿", right="补偿")
        elif "补偿" in said and "赔偿" not in said and _said_of(read, term, told, _FULL_FAULT):
            yield hit("words.compensation", "nature", term, words="补偿", wrong="补偿", right="赔偿")


def _said_of(read: Reading, term: Term, told: str, what: str) -> bool:
    """Tell whether the payer is the one of whom this is said: named before it in the same clause."""
    names = [party.name for party in read.parties if party.id in term.payer_ids]
    return any(re.search(rf"{re.escape(name)}[^，。；]{{0,12}}?{what}", told) for name in names)


def _paper(read: Reading) -> Iterator[Hit]:
    for passage in obligations(read):
        found = _OTHER_PAPER.search(passage.text)
        if found is not None:
            yield hit(
                "words.paper_name",
                passage.field,
                passage.term,
                words=found[0],
                instead="本协议",
                wrong=found[1],
            )


def _roles(read: Reading) -> Iterator[Hit]:
    """Ask who 甲方 is: the form prints 申请人 and 被申请人."""
    passages = tuple(everything(read))
    if any(_ROLE_TOLD.search(passage.text) for passage in passages):
        return
    for passage in obligations(read):
        found = _ROLE.search(without_names(read, passage.text))
        if found is not None:
            yield hit("words.roles", passage.field, passage.term, words=found[0], word=found[0])


def _late_fee(read: Reading) -> Iterator[Hit]:
    """Parties agree on 违约金; 滞纳金 is what an office charges."""
    for passage in obligations(read):
        if "滞纳金" in passage.text and not _OFFICES.search(passage.text):
            yield hit("words.late_fee", passage.field, passage.term, words="滞纳金", instead="违约金")


def phrases_found(read: Reading, phrases: tuple[OwnPhrase, ...]) -> Iterator[tuple[Hit, OwnPhrase]]:
    """Find what an organisation does not want to read, names of parties aside."""
    for passage in everything(read):
        text = without_names(read, passage.text)
        for own in phrases:
            if own.phrase in text:
                found = hit(
                    "words.local", passage.field, passage.term, words=own.phrase, sentence=own.sentence
                )
                yield found, own


CHECKS: tuple[Check, ...] = (_care, _deposit, _compensation, _paper, _roles, _late_fee)
