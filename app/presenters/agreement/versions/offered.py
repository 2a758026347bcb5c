"""Which versions of the case's agreements can be laid beside each other, and how each is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.settlements.agreements import MediationAgreement
from app.presenters.agreement.page import AgreementPage
from app.services.settlements.versions import EarlierDraft


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an agreement: as it stands, as somebody left it, or as its terms alone would word it."""

    key: str
    words: str
    agreement: MediationAgreement
    is_standing: bool = True


def offered(page: AgreementPage, drafts: Sequence[EarlierDraft]) -> tuple[Version, ...]:
    """Give every version, agreement by agreement: earlier drafts, the text of its terms, how it stands."""
    folder, shown = page.folder, page.agreement
    known = () if folder is None else folder.agreements
    standing = (
        page.reading().agreement if page.is_editing and shown is not None and one.id == shown.id else one
        for one in known
    )
    return tuple(version for one in standing for version in _of(page, one, drafts))


def _of(
    page: AgreementPage, agreement: MediationAgreement, drafts: Sequence[EarlierDraft]
) -> Iterator[Version]:
    say, formats = page.desk.translator.text, page.desk.formats
    name = page.words.line(agreement).text
    for number, draft in enumerate(drafts):
        if draft.agreement.id != agreement.id:
            continue
        at = formats.moment(draft.at)
        words = say("{name}：{who} {at} 的草稿", name=name, who=draft.actor_name, at=at)
        yield Version(f"{agreement.id}/{number}", words, draft.agreement, is_standing=False)
    if agreement.is_draft and any(term.edited_text is not None for term in agreement.terms):
        terms = tuple(replace(term, edited_text=None) for term in agreement.terms)
        words = say("{name}：由栏目生成的文字", name=name)
        generated = replace(agreement, terms=terms)
        yield Version(f"{agreement.id}/generated", words, generated, is_standing=False)
    yield Version(str(agreement.id), name, agreement)
