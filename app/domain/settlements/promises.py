"""Promises no agreement can make: that nobody is punished, that nobody reports to the police."""

from __future__ import annotations

import re
from enum import Enum

_SENTENCES = re.compile(r"[。；;！!\n]+")
_POLICE = r"(?:公安机关|公安|派出所|警方|警察|民警|司法机关|检察机关)"
_PUNISHING = (
    r"(?:治安)?(?:管理)?(?:行政|刑事)?处罚",
    r"(?:行政)?拘留",
    r"(?:治安|行政|刑事)(?:法律)?责任",
)
_NO_PUNISHMENT = (
    *(
        rf"(?:不予|不再|不受|不被|不给予|不作|不进行|免予|免于|免除|免受)[^，、]{{0,8}}?{what}"
        for what in _PUNISHING
    ),
    *(rf"不(?:再|予|得|会|要求)?(?:追究|处理)[^，]{{0,16}}?{what}" for what in _PUNISHING[2:]),
    r"(?:保证|承诺|确保)[^，]{0,16}?不会?(?:被|受|予|再)?(?:处罚|拘留|追究)",
    rf"{_POLICE}[^，由]{{0,8}}?不(?:得|再|予|会)?(?:处罚|立案|拘留|追究)",
)
_NO_REPORT = (
    r"(?:不再|不得|不能|不会|不予|不|放弃|禁止|撤回|撤销)(?:就[^，]{0,12})?(?:以[^，]{0,8})?(?:报警|报案|控告|举报)",
    rf"(?:不再|不得|不能|不会|不|放弃)(?:就[^，]{{0,12}})?向{_POLICE}[^，]{{0,6}}?(?:报警|报案|报告|控告|举报|反映|主张)",
    rf"(?:撤案|销案|要求{_POLICE}撤销案件)",
)
_LEFT_TO_THE_POLICE = re.compile(
    rf"由{_POLICE}[^，]{{0,6}}?(?:决定|认定|处理)|(?:申请|请求|建议){_POLICE}|(?:申请|请求|建议)[^，]{{0,10}}?认可"
    r"|不(?:影响|妨碍|限制|免除|代替)"
)


class VoidPromise(Enum):
    """What a sentence promises that only the police decide, or that the law lets nobody give up."""

    NO_PUNISHMENT = "no_punishment"
    NO_REPORT = "no_report"


def void_promise(text: str) -> VoidPromise | None:
    """Find the first such promise; what is left to the police, or asked of them, promises nothing.

    >>> void_promise("乙方赔偿后，公安机关不得处罚甲方。")
    <VoidPromise.NO_PUNISHMENT: 'no_punishment'>
    >>> void_promise("甲方今后不得报警。")
    <VoidPromise.NO_REPORT: 'no_report'>
    >>> void_promise("履行后双方共同书面申请公安机关认可，是否处罚由公安机关决定。") is None
    True
    """
    for sentence in _SENTENCES.split("".join(text.split(" "))):
        if _LEFT_TO_THE_POLICE.search(sentence):
            continue
        if any(re.search(pattern, sentence) for pattern in _NO_PUNISHMENT):
            return VoidPromise.NO_PUNISHMENT
        if any(re.search(pattern, sentence) for pattern in _NO_REPORT):
            return VoidPromise.NO_REPORT
    return None
