"""Relations as a mediator types them: one a line, kept in his own words."""

import pytest

from app.domain.errors import InvalidInput
from app.domain.people.relations import RelationKind, read_relations, relation_lines


def test_each_line_is_a_relation_with_its_kind_name_and_phone():
    told = read_relations("妻子 马晓燕 13900001234\n\n  入股　恒泰物业公司\n岳父 阿不都拉·卡德尔")
    assert [(r.kind, r.word, r.name, r.phone) for r in told] == [
        (RelationKind.SPOUSE, "妻子", "马晓燕", "13900001234"),
        (RelationKind.STAKE, "入股", "恒泰物业公司", ""),
        (RelationKind.OTHER_RELATIVE, "岳父", "阿不都拉·卡德尔", ""),
    ]


def test_what_was_written_is_read_back_the_same_and_keeps_its_ids():
    told = read_relations("哥哥 王建国\n同学 李雪梅")
    again = read_relations(relation_lines(told), told)
    assert again == told
    longer = read_relations(relation_lines(told) + "\n妹妹 王秀兰", told)
    assert longer[:2] == told


@pytest.mark.parametrize("typed", ["王建国", "仇人 王建国", "妻子", "妻子 马晓燕\n什么 都不是"])
def test_a_line_that_cannot_be_read_is_named(typed):
    with pytest.raises(InvalidInput, match=r"relation\.unreadable") as refused:
        read_relations(typed)
    assert refused.value.facts["line"] == len(typed.splitlines())


@pytest.mark.parametrize(
    ("word", "is_close"), [("丈夫", True), ("外孙女", True), ("妹妹", True), ("舅舅", False), ("同住", False)]
)
def test_close_relatives_are_those_of_the_civil_code(word, is_close):
    (relation,) = read_relations(f"{word} 某某")
    assert relation.kind.is_close is is_close
