"""Search finds what people type, and both databases give the same hits."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.case_parties import PartySide
from app.domain.people.agents import Agent, AgentKind
from app.domain.people.parties import PartyKind, PartyRecord
from app.domain.values.ids import new_id
from app.persistence.finding import party_tokens
from app.persistence.queries.searching.matching import flattened, phrases, token_choices
from tests.support.casebook import a_case, a_party, an_organisation
from tests.support.databases import REGISTRAR, START


@pytest.fixture
def found(store):
    """Answer which cases a text finds, by their place in the list below, the last entered first."""
    ours = an_organisation()
    lawyer = Agent(id=new_id(), kind=AgentKind.LAWYER, name="迪丽努尔", phone="0993-2821234")
    cases = (
        a_case(
            ours,
            number="2026-0417",
            title="王大山与赵六土地承包纠纷",
            parties=(
                a_party("王大山", phone="139 0990 4172", identity_number="65402119800101123X"),
                a_party("赵六", PartySide.RESPONDENT, agents=(lawyer,)),
            ),
        ),
        a_case(
            ours,
            number="2026-1417",
            facts="王家大院山墙开裂。",
            parties=(a_party("单雄信"), a_party("阿依努尔·赛买提", PartySide.RESPONDENT)),
        ),
        a_case(
            ours,
            number="（2025）石红0009号",
            title="𬱖某与𰻝面馆劳务纠纷",
            place="石河子市北泉镇",
            parties=(a_party("𬱖"), a_party("𰻝面馆", PartySide.RESPONDENT)),
        ),
    )
    with store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="test.added")
        for case in cases:
            work.cases.add(case, act="case.registered")
        work.commit()
    places = {case.id: place for place, case in enumerate(cases)}

    def find(typed):
        with store.reads() as reads:
            hits = reads.search.cases(typed, 20)
            listed = reads.cases.page(CaseFilter(view=CaseView.ALL, text=typed), START.date())
        if typed.strip():
            assert {line.id for line in listed} == {hit.line.id for hit in hits}
        return [places[hit.line.id] for hit in hits]

    return find


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0417", [0]),
        ("417", [0]),
        ("1417", [1]),
        ("2026-0417", [0]),
        ("2026", [1, 0]),
        ("9", [2]),
        ("0009", [2]),
        ("王", [1, 0]),
        ("王大", [0]),
        ("王大山", [0]),
        ("大山", [0]),
        ("山", [1, 0]),
        ("wds", [0]),
        ("WDS", [0]),
        ("sxx", [1]),
        ("赵六", [0]),
        ("阿依努尔赛买提", [1]),
        ("阿依努尔·赛买提", [1]),
        ("4172", [0]),
        ("13909904172", [0]),
        ("139 0990 4172", [0]),
        ("123x", [0]),
        ("123X", [0]),
        ("65402119800101123X", [0]),
        ("迪丽努尔", [0]),
        ("2821234", [0]),
        ("0993-2821234", [0]),
        ("𬱖", [2]),
        ("𰻝面", [2]),
        ("北泉镇", [2]),
        ("王大山 赵六", [0]),
        ("王大山 0417", [0]),
        ("王大山 单雄信", []),
        ("丁一", []),
        ("", []),
        ("！！", []),
        ('" OR "王', []),
        ("%", []),
    ],
)
def test_what_people_type(found, typed, expected):
    assert found(typed) == expected


def test_pairs_that_stand_apart_are_no_phrase(found, store):
    """大院, 院王 and 王家 are all there, 大院王 too, but nowhere 大院王家."""
    assert found("王家大院") == [1]
    with store.unit_of_work(REGISTRAR) as work:
        case = work.cases.get(work.cases.all()[1].id)
        work.cases.save(replace(case, facts="大院王姓。院王家。"), act="case.corrected")
        work.commit()
    assert found("大院王家") == []
    assert found("大院王") == [1]


@pytest.mark.parametrize(
    ("typed", "matched"),
    [
        ("0417", "2026-0417"),
        ("大山", "王大山"),
        ("wds", "王大山"),
        ("努尔", "迪丽努尔"),
        ("漏水", "楼上漏水，天花板受损。"),
    ],
)
def test_a_hit_says_what_matched(found, store, typed, matched):
    with store.reads() as reads:
        oldest = reads.search.cases(typed, 20)[-1]
    assert oldest.matched == matched


def test_what_was_taken_out_is_found_no_more(found, store):
    with store.unit_of_work(REGISTRAR) as work:
        case = work.cases.all()[0]
        work.cases.save(replace(case, parties=case.parties[1:], title="赵六纠纷"), act="case.corrected")
        work.commit()
    assert found("王大山") == []
    assert found("赵六") == [0]


def test_an_uncommitted_case_is_not_found(found, store):
    with store.unit_of_work(REGISTRAR) as work:
        case = work.cases.all()[0]
        work.cases.save(replace(case, title="撤销的写入"), act="case.corrected")
    assert found("撤销") == []


def test_the_register(store):
    wang = PartyRecord(id=new_id(), name="王大山", phone="13909904172", identity_number="65402119800101123X")
    factory = PartyRecord(
        id=new_id(),
        kind=PartyKind.LEGAL_PERSON,
        name="石河子市天山纺织有限公司",
        credit_code="91659001MA77XXXX0K",
        legal_representative="仇小兵",
    )
    ours = an_organisation()
    with store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="test.added")
        for record in (wang, factory):
            work.parties.add(record, act="party.added")
        case = work.cases.add(
            a_case(
                ours, parties=(a_party("王大山", record_id=wang.id), a_party("李四", PartySide.RESPONDENT))
            ),
            act="case.registered",
        )
        work.commit()
    with store.reads() as reads:
        for typed in ("王", "wds", "4172", "123x"):
            assert [line.id for line in reads.search.parties(typed, 9)] == [wang.id]
        for typed in ("纺织", "qxb", "91659001MA77XXXX0K", "xx0k"):
            assert [line.id for line in reads.search.parties(typed, 9)] == [factory.id]
        assert [line.id for line in reads.parties.page("", 0, 9)] == [factory.id, wang.id]
        assert [line.id for line in reads.parties.page("天山纺织", 0, 9)] == [factory.id]
        assert (reads.parties.count(""), reads.parties.count("王"), reads.parties.count("天山王")) == (
            2,
            1,
            0,
        )
        line = reads.parties.page("王", 0, 9)[0]
        assert (line.open_cases, line.all_cases) == (1, 1)
        assert [known.case_id for known in reads.parties.cases_of(wang.id)] == [case.id]
        known = reads.parties.known(name="王大山", identity_number="", phone="")
        assert [one.record for one in known] == [replace(wang, version=1)]
        assert (known[0].same_name, known[0].same_phone, known[0].open_cases) == (True, False, 1)
        known = reads.parties.known(name="别人", identity_number="65402119800101123X", phone="13909904172")
        assert (known[0].same_identity, known[0].same_phone, known[0].same_name) == (True, True, False)
        assert reads.parties.known() == ()


NAMES = st.text("王大山张三丰欧阳单雄信𬱖㛃𰻝·ab12 ", min_size=1, max_size=8)


@settings(max_examples=200)
@given(name=NAMES, place=st.integers(0, 7), length=st.integers(1, 8))
def test_every_piece_of_a_name_is_among_its_tokens(name, place, length):
    """Whatever run of Han signs somebody types of a name: the index has its tokens, no check refuses it."""
    piece = "".join(name.split())[place : place + length]
    piece = "".join(sign for sign in piece if not sign.isascii())
    record = PartyRecord(id=new_id(), name="".join(sign for sign in name if not sign.isascii()))
    if piece not in record.name:
        return
    for tokens in token_choices(piece):
        assert set(tokens) <= party_tokens(record)
    assert all(phrase in flattened(record.name) for phrase in phrases(piece))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(NAMES, min_size=1, max_size=5), typed=NAMES)
def test_the_index_finds_what_reading_every_name_finds(store, names, typed):
    records = [PartyRecord(id=new_id(), name=f"{name}𪚥") for name in names]
    with store.unit_of_work(REGISTRAR) as work:
        for record in records:
            work.parties.add(record, act="party.added")
        work.commit()
    wanted = token_choices(typed)
    expected = [
        record.id
        for record in reversed(records)
        if any(set(tokens) <= party_tokens(record) for tokens in wanted)
        and all(phrase in flattened(record.name) for phrase in phrases(typed))
    ]
    with store.reads() as reads:
        hits = [line.id for line in reads.search.parties(typed, 1000)]
    assert [id_ for id_ in hits if id_ in {record.id for record in records}] == expected
