"""What verifying found, as the window and the terminal say it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.domain.filing.proofs.pages import grouped
from app.domain.filing.proofs.verdicts import (
    Difference,
    PageFinding,
    PageVerdict,
    PaperVerdict,
    Standing,
)
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.verify.seal_words import seal_facts

Tone = Literal["ok", "warn", "err"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """One page: its name, what was found, each difference, and the text it must bear."""

    place: int
    name: str
    finding: str
    tone: Tone
    code: str
    differences: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWords:
    """A whole paper: the answer in one sentence, how the document stands, and its pages."""

    headline: str
    tone: Tone
    facts: tuple[str, ...]
    pages: tuple[PageWords, ...]


def told(translator: Translator, formats: Formats, verdict: PaperVerdict) -> VerdictWords:
    """Say what was found."""
    headline, tone = _headline(translator, verdict)
    return VerdictWords(
        headline=headline,
        tone=tone,
        facts=tuple(_facts(translator, formats, verdict)),
        pages=tuple(_page(translator, page) for page in verdict.pages),
    )


def what_it_proves(say: Callable[[str], str]) -> tuple[str, str]:
    """Say plainly what a proof proves, and what it does not."""
    proves = say(
        "能证明：这一页由本中心出具，编号、页次和文字与出具时一致；文书现在是否有效，以本中心登记为准。"
    )
    not_proves = say(
        "不能证明：签名、指印、印章是真的，手写内容没有改，复印件就是原件；"
        "查验码和二维码可以被抄到别的纸上，所以纸上的文字要与登记的文字逐字核对。"
    )
    return proves, not_proves


def _headline(translator: Translator, verdict: PaperVerdict) -> tuple[str, Tone]:
    say = translator.text
    document = verdict.document
    if document is None:
        return say("不是本中心登记的文书"), "err"
    name = f"{document.title} {document.number}".strip()
    wrong = [page for page in verdict.pages if not page.is_sound]
    if wrong:
        return say("{name}：有 {n} 页与出具时不符", name=name, n=len(wrong)), "err"
    if verdict.standing is Standing.VOID:
        return say("{name}：是本中心出具的，但已作废", name=name), "err"
    if verdict.standing is Standing.SUPERSEDED:
        return say("{name}：是本中心出具的，已被后来的文书变更", name=name), "warn"
    if not verdict.is_sealed_soundly:
        return say("{name}：文书现行有效，但电子签章不能认，见下面", name=name), "err"
    return _in_force(translator, verdict, name)


def _in_force(translator: Translator, verdict: PaperVerdict, name: str) -> tuple[str, Tone]:
    say = translator.text
    if not verdict.pages and verdict.is_stored_file:
        return say("{name}：现行有效，是存档的原件；出具时还没有查验码", name=name), "ok"
    if not verdict.pages and verdict.holds_stored_file:
        return say("{name}：现行有效，里面是存档的原件；出具时还没有查验码", name=name), "ok"
    if not verdict.pages:
        return say("{name}：出具时还没有查验码，只能看原页核对", name=name), "warn"
    if any(page.finding is PageFinding.TO_COMPARE for page in verdict.pages):
        return say("{name}：凭据属实，现行有效；请逐字核对下面的文字", name=name), "ok"
    return say("{name}：现行有效，各页文字与出具时一致", name=name), "ok"


def _facts(translator: Translator, formats: Formats, verdict: PaperVerdict) -> list[str]:
    say = translator.text
    document = verdict.document
    if document is None:
        return seal_facts(translator, formats, verdict)
    facts = [
        say(
            "{moment} 由{who}出具，共 {n} 页，一式 {copies} 份",
            moment=formats.moment(document.issued_at),
            who=document.issuer_name,
            n=document.pages,
            copies=document.copies,
        )
    ]
    if verdict.standing is Standing.VOID:
        facts.append(say("作废原因：{reason}", reason=verdict.reason))
    if verdict.standing is Standing.SUPERSEDED:
        facts.append(say("以后来出具的{later}为准", later=verdict.later))
    if verdict.is_stored_file:
        facts.append(say("这个文件与存档的原件逐字节相同"))
    return [*facts, *seal_facts(translator, formats, verdict)]


def _page(translator: Translator, page: PageVerdict) -> PageWords:
    say = translator.text
    finding = say(page.finding.term)
    if page.finding is PageFinding.OTHER_DOCUMENT:
        finding = say("是{other}的第 {page} 页", other=page.other, page=page.page)
        if page.other_standing is not None and page.other_standing is not Standing.CURRENT:
            standing = say(page.other_standing.term)
            finding = say("{finding}，那份{standing}", finding=finding, standing=standing)
    if page.finding is PageFinding.TWO_MINDS:
        finding = _two_minds(translator, page)
    if page.finding is PageFinding.OUT_OF_PLACE:
        finding = say("本来是第 {page} 页", page=page.page)
    tone: Tone = "err"
    if page.is_sound:
        tone = "ok"
    return PageWords(
        place=page.place,
        name=say("第 {n} 页", n=page.place),
        finding=finding,
        tone=tone,
        code=grouped(page.code),
        differences=tuple(_difference(translator, found) for found in page.differences),
        text=page.text,
    )


def _two_minds(translator: Translator, page: PageVerdict) -> str:
    say = translator.text
    if not page.other:
        return say("查验码是第 {page} 页的，二维码不是登记中的：可能是贴上去或者换过的", page=page.page)
    return say(
        "查验码是第 {page} 页的，二维码是{other}第 {n} 页的：可能是贴上去或者换过的",
        page=page.page,
        other=page.other,
        n=page.other_page,
    )


def _difference(translator: Translator, found: Difference) -> str:
    say = translator.text
    return say(
        "“{before}【{issued}】{after}”，现在是“{found}”",
        before=found.before,
        issued=found.issued or say("（无）"),
        after=found.after,
        found=found.found or say("（无）"),
    )
