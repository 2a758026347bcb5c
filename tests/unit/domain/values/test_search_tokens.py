"""Search tokens: the same answers from FTS5 and from plain sets, for every character."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from app.domain.values.naming.search_tokens import bigrams, index_tokens, query_tokens, search_terms

RARE = "𬱖㛃𰻝䶮𠅤⻢\ue123\U000f0001"
han = st.text(alphabet="张王三丰民事土地" + RARE, min_size=1, max_size=8)
mixed = st.text(alphabet="张三丰民" + RARE + "·• \n，。ab1２Éئۇ", max_size=20)


def fts(texts):
    """Fill a table as persistence does: the tokens of each text joined by spaces."""
    connection = dbapi2.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(tokens, tokenize='unicode61')")
    rows = ((number, " ".join(index_tokens(text))) for number, text in enumerate(texts))
    connection.executemany("INSERT INTO found(rowid, tokens) VALUES (?, ?)", rows)
    return connection


def matches(connection, query):
    wanted = " AND ".join(f'"{token}"' for token in query_tokens(query))
    return {row[0] for row in connection.execute("SELECT rowid FROM found WHERE found MATCH ?", (wanted,))}


def test_what_each_side_makes():
    assert index_tokens("民事纠纷") == ["民", "事", "纠", "纷", "民事", "事纠", "纠纷"]
    assert query_tokens("民事纠纷") == ["民事", "事纠", "纠纷"]
    assert query_tokens("民") == ["民"]
    assert query_tokens("张三 A-12") == ["张三", "a", "12"]
    assert query_tokens("，") == []
    assert bigrams("土地纠纷 A-12") == ["土地", "地纠", "纠纷", "a", "12"]
    assert search_terms("张三 Ab") == ["张", "三", "ab"]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("王五与赵六", "王"),
        ("王五与赵六", "王五"),
        ("王五与赵六的土地承包纠纷", "土地承包"),
        ("张　三", "张三"),
        ("土地承\n包纠纷", "承包"),
        ("阿依努尔·赛买提", "阿依努尔赛买提"),
        ("阿依努尔赛买提", "努尔•赛买提"),
        ("ＡＢＣ公司", "abc"),
        ("Émile", "émile"),
        ("葛\U000e0100三", "葛三"),
        ("𬱖𰻝与㛃", "𬱖𰻝"),
        ("𬱖𰻝与㛃", "𰻝"),
        ("⻢三", "⻢三"),
        ("ئۇيغۇر تىلى", "ئۇيغۇر"),
        ("（2026）友谊路人调字第7号", "2026 友谊路"),
    ],
)
def test_finds(text, query):
    assert matches(fts([text]), query) == {0}


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("张建国", "张国"),
        ("张建国", "国建"),
        ("王五", "王五五"),
        ("émile", "emile"),
        ("2026", "202"),
        ("𬱖", "𬱗"),
    ],
)
def test_does_not_find(text, query):
    assert matches(fts([text]), query) == set()


@given(han, han, han)
def test_every_part_of_a_text_finds_it(before, part, after):
    assert set(query_tokens(part)) <= set(index_tokens(before + part + after))


@given(st.lists(mixed, min_size=1, max_size=6), mixed)
@example(["张\n三", "张三"], "张 三")
def test_full_text_search_and_sets_agree(texts, query):
    wanted = set(query_tokens(query))
    if wanted:
        expected = {number for number, text in enumerate(texts) if wanted <= set(index_tokens(text))}
        assert matches(fts(texts), query) == expected


def test_every_han_character_survives_the_tokenizer_of_the_shipped_engine():
    signs = [chr(code) for code in range(0x2E80, sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    # What is treated as Han makes a pair with a character beside it; anything else parts from it.
    treated_as_han = [sign for sign in signs if bigrams(sign + "一") == [sign + "一"]]
    assert sum(unicodedata.name(sign, "").startswith("CJK UNIFIED") for sign in treated_as_han) > 90_000
    connection = dbapi2.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(tokens, tokenize='unicode61')")
    connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(found, 'row')")
    stored = [token for sign in treated_as_han for token in query_tokens(sign)]
    connection.executemany("INSERT INTO found(tokens) VALUES (?)", ((token,) for token in stored))
    assert {row[0] for row in connection.execute("SELECT term FROM terms")} == set(stored)
    assert len(set(stored)) == len(treated_as_han)


@given(st.text())
def test_tokens_are_short_and_hold_no_blank(text):
    for token in (*index_tokens(text), *query_tokens(text)):
        assert token
        assert not any(sign.isspace() for sign in token)
    assert all(len(token) <= 64 * 8 for token in index_tokens("é" * 5000))
