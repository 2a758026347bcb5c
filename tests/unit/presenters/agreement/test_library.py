from app.domain.errors import StorageRefusal
from app.domain.settlements.terms import DueKind


def choice(bench, name):
    return next(one for one in bench.presenter.library.offered() if one.name == name)


def put_in(bench, name):
    bench.presenter.library.insert(choice(bench, name).clause)
    bench.breathe()
    return bench.entry.terms[-1]


def test_clauses_of_the_type_come_first_and_read_as_a_sentence_of_this_case(bench):
    offered = bench.presenter.library.offered()
    applicant, respondent = (party.name for party in bench.folder.case.parties[:2])
    assert offered[0].group == "邻里"
    assert list(dict.fromkeys(one.group for one in offered))[:2] == ["邻里", "各类纠纷都可以用"]
    assert "拖欠农民工工资、其他劳动争议" in {one.group for one in offered}
    sentence = choice(bench, "渗漏损失").sentence
    assert sentence.startswith(f"{respondent}向{applicant}支付")
    assert choice(bench, "渗漏损失").source == "依据：民法典第一千一百八十四条"


def test_a_clause_put_in_is_a_term_kept_and_its_blanks_are_told(bench):
    case = bench.folder.case
    term = put_in(bench, "返还物品")
    assert (term.payer_ids, term.payee_ids) == ((case.parties[1].id,), (case.parties[0].id,))
    assert term.due.kind is DueKind.ON_DAY
    assert bench.view.focus[-1] == (f"terms.{term.id}.act", term.act.index("【物品】"))
    assert [kept.act for kept in bench.stored.terms] == [term.act]
    assert any("还有“【物品】”没有填" in sentence for sentence in bench.checked())


def test_a_payment_begins_with_its_blank_else_with_its_sum(bench):
    term = put_in(bench, "一次付清")
    assert bench.view.focus[-1] == (f"terms.{term.id}.nature", 0)
    term = put_in(bench, "医疗费")
    assert bench.view.focus[-1] == (f"terms.{term.id}.amount", -1)


def test_the_toast_takes_the_clause_away_and_nothing_typed_since(bench):
    first = put_in(bench, "当面道歉")
    text, undo = bench.navigator.toasts[-1]
    assert text == "已插入“当面道歉”"
    second = put_in(bench, "一次付清")
    undo()
    bench.breathe()
    assert [term.id for term in bench.entry.terms] == [second.id]
    assert [term.id for term in bench.stored.terms] == [second.id]
    assert first.id not in {term.id for term in bench.again().entry.terms}


def test_a_side_without_anybody_is_left_to_fill(bench):
    applicant = bench.folder.case.parties[0].id
    bench.type("party_ids", (applicant,))
    term = put_in(bench, "一次付清")
    assert (term.payer_ids, term.payee_ids) == ((), (applicant,))


def test_without_a_draft_nothing_is_offered(fresh):
    assert fresh.presenter.library.offered() == ()


def test_a_library_that_cannot_be_read_says_so_above_the_draft(bench):
    def unreadable():
        raise StorageRefusal("rules.unreadable", path="clauses", reason="neighbours.leak: by?")

    bench.presenter.page.desk.services.settlements._rules.clauses = unreadable
    assert bench.presenter.library.offered() == ()
    assert "neighbours.leak: by?" in bench.view.shown["failure"]
