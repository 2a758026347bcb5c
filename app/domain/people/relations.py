"""Relations a mediator declares beforehand, so that nobody mediates for kin or in a matter of one's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.values.ids import new_id
from app.domain.values.naming.names import clean_name
from app.domain.values.termed import Termed


class RelationKind(Termed):
    """How a mediator stands to a person or an organisation."""

    SPOUSE = "spouse", "配偶"
    PARENT_OR_CHILD = "parent_or_child", "父母、子女"
    SIBLING = "sibling", "兄弟姐妹"
    GRANDPARENT = "grandparent", "祖父母、外祖父母、孙子女、外孙子女"
    OTHER_RELATIVE = "other_relative", "其他亲属"
    HOUSEHOLD = "household", "共同生活"
    EMPLOYER = "employer", "任职单位"
    STAKE = "stake", "经济往来"
    OTHER = "other", "其他关系"

    @property
    def is_close(self) -> bool:
        """Tell a close relative (近亲属, 民法典 art. 1045)."""
        return self in _CLOSE


_CLOSE = frozenset({
    RelationKind.SPOUSE,
    RelationKind.PARENT_OR_CHILD,
    RelationKind.SIBLING,
    RelationKind.GRANDPARENT,
})  # fmt: skip

_WORDS: dict[RelationKind, str] = {
    RelationKind.SPOUSE: "配偶 妻子 丈夫 妻 夫 爱人",
    RelationKind.PARENT_OR_CHILD: "父母 子女 父亲 母亲 儿子 女儿 父 母 子 女 养父 养母 养子 养女",
    RelationKind.SIBLING: "兄弟姐妹 哥哥 弟弟 姐姐 妹妹 兄 弟 姐 妹 哥",
    RelationKind.GRANDPARENT: "祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆 姥爷 姥姥 孙子 孙女 外孙 外孙女",
    RelationKind.OTHER_RELATIVE: (
        "亲属 亲戚 岳父 岳母 公公 婆婆 女婿 儿媳 叔叔 伯伯 舅舅 姑姑 姨 侄子 侄女 外甥 堂亲 表亲"
    ),
    RelationKind.HOUSEHOLD: "同住 共同生活 合租",
    RelationKind.EMPLOYER: "单位 任职 任职单位 原单位 兼职 顾问",
    RelationKind.STAKE: "入股 股东 借款 借贷 合伙 担保 经济往来",
    RelationKind.OTHER: "同学 战友 老师 学生 朋友 邻居 同乡 其他",
}
"""Words people use, by the kind they mean; the word as typed is kept and shown."""
_KIND_OF = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_NUMBER = re.compile(r"[0-9][0-9-]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredRelation:
    """One relation: ``word`` is what the mediator calls it (妻子), ``name`` a person or an organisation."""

    id: UUID
    kind: RelationKind
    word: str
    name: str
    phone: str = ""


def relation_words() -> tuple[str, ...]:
    """Give a word for each kind, the first of its list, for hints and refusals."""
    return tuple(words.split()[0] for words in _WORDS.values())


def read_relations(
    typed: str, known: tuple[DeclaredRelation, ...] = (), *, field: str = "relations"
) -> tuple[DeclaredRelation, ...]:
    """Read one relation a line: word, name and, where it is known, phone, apart by blanks.

    A relation typed as before keeps its id. Raises InvalidInput ``relation.unreadable`` with the line.
    """
    ids = {(one.word, one.name, one.phone): one.id for one in known}
    found: list[DeclaredRelation] = []
    for place, line in enumerate(typed.splitlines(), start=1):
        parts = line.replace("\u3000", " ").replace("：", " ").split()
        if not parts:
            continue
        kind = _KIND_OF.get(parts[0])
        phone = parts[-1] if len(parts) > 2 and _NUMBER.fullmatch(parts[-1]) else ""  # noqa: PLR2004 - three parts
        name = clean_name(" ".join(parts[1 : -1 if phone else None]))
        if kind is None or not name:
            raise InvalidInput(
                "relation.unreadable",
                field=field,
                line=place,
                typed=line.strip(),
                words="、".join(relation_words()),
            )
        key = (parts[0], name, phone)
        found.append(
            DeclaredRelation(
                id=ids.pop(key) if key in ids else new_id(), kind=kind, word=parts[0], name=name, phone=phone
            )
        )
    return tuple(found)


def relation_lines(relations: tuple[DeclaredRelation, ...]) -> str:
    """Write relations as they are typed, one a line."""
    return "\n".join(" ".join(part for part in (r.word, r.name, r.phone) if part) for r in relations)
