"""The block of a party (当事人基本情况), in the official order of its fields.

That order is name, sex, ethnicity, age; occupation or post, contact; workplace or address.
Every field that is not empty is printed; an empty one leaves no blank label behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.documents.forms.wording import closed, labelled, listed
from app.documents.lines.styles import Align, Span, TextStyle, label
from app.documents.pages.flow import Block
from app.documents.pages.paragraphs import Paragraph
from app.domain.contents.parts import AgentPart, PartyPart
from app.domain.values.days.calendar_days import day_in_words
from app.domain.values.sex import Sex

_LINE = TextStyle(indent=2, align=Align.LEFT)  # numbers and addresses break early: spread lines would gape


def party_paragraphs(parties: Iterable[PartyPart]) -> Iterator[Block]:
    """Give the blocks of all parties as running text, each line with its own indent."""
    for party in parties:
        lines = party_lines(party)
        yield Paragraph([label(f"{party.label}："), lines[0]], _LINE, keeps_next=len(lines) > 1)
        for line in lines[1:]:
            yield Paragraph(_with_label(line), _LINE)


def party_lines(party: PartyPart) -> list[str]:
    """Give a party's block as lines of text, without its label; the first line begins with the name."""
    former = f"（曾用名：{party.former_name}）" if party.former_name.strip() else ""
    lines = [
        _sentence([party.name + former, *_about(party)]),
        _sentence(_organisation(party)),
        _sentence(_contact(party)),
        _sentence([labelled("住址" if party.is_person else "住所地", party.address)]),
    ]
    return [line for line in lines if line] + [agent_line(agent) for agent in party.agents]


def _about(party: PartyPart) -> Iterator[str]:
    yield from _person(party.sex, party.ethnicity)
    if party.age is not None:
        yield f"{party.age}岁"
    if party.birth_date is not None:
        yield f"{day_in_words(party.birth_date)}出生"
    yield labelled("职业或者职务", party.occupation)
    yield labelled("工作单位", party.workplace)
    if party.is_group_representative:
        yield "系推选的代表人"
    if party.headcount != 1:
        yield f"{'所代表的' if party.is_group_representative else ''}一方共{party.headcount}人"


def _organisation(party: PartyPart) -> Iterator[str]:
    yield labelled("统一社会信用代码", party.credit_code)
    yield labelled("法定代表人或者负责人", party.legal_representative)
    yield labelled("职务", party.legal_representative_post)
    yield labelled("联系人", party.contact_person)


def _contact(party: PartyPart) -> Iterator[str]:
    if party.identity_title.strip() and not party.identity_number.strip():
        yield labelled("证件", party.identity_title)
    yield labelled(f"{party.identity_title or '证件'}号码", party.identity_number)
    yield labelled("联系电话", party.phone)
    yield labelled("使用语言", party.language)


def agent_line(agent: AgentPart) -> str:
    """Give an agent as one line: who it is and what it may do."""
    authority = [listed(agent.authority), agent.authority_note]
    parts = [
        f"{agent.title}：{agent.name}",
        *_person(agent.sex, ""),
        labelled("与当事人的关系", agent.relation),
        labelled("工作单位", agent.workplace),
        labelled("执业证号", agent.licence_number),
        labelled("证件号码", agent.identity_number),
        labelled("联系电话", agent.phone),
        labelled("住址", agent.address),
        labelled("委托权限", "；".join(part for part in authority if part.strip())),
        labelled("授权日期", day_in_words(agent.authorised_on)) if agent.authorised_on else "",
    ]
    return _sentence(parts)


def _person(sex: Sex | None, ethnicity: str) -> Iterator[str]:
    if sex is not None:
        yield sex.term
    yield ethnicity


def _sentence(parts: Iterable[str]) -> str:
    text = "，".join(closed(part) for part in parts if part.strip())
    return f"{text}。" if text else ""


def _with_label(line: str) -> list[str | Span]:
    """Set what a line is about in the face of labels."""
    name, colon, rest = line.partition("：")
    return [label(name + colon), rest] if colon and "\n" not in name else [line]
