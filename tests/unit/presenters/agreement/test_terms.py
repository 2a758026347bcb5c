from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.settlements.terms import DueKind, TermKind
from app.domain.values.days.calendar_days import add_months
from app.domain.values.money import Money, sum_of
from app.i18n import Formats
from app.presenters.agreement.fixes import equal_parts


def term_of(bench, kind=TermKind.PAYMENT):
    bench.presenter.terms.add(kind)
    bench.breathe()
    return bench.entry.terms[-1]


def path(term, *rest):
    return ".".join(("terms", str(term.id), *rest))


def test_a_new_payment_goes_from_the_respondent_to_the_applicant(bench):
    term = term_of(bench)
    case = bench.folder.case
    assert term.payer_ids == (case.parties[1].id,)
    assert term.payee_ids == (case.parties[0].id,)
    assert bench.view.focus[-1][0] == path(term, "amount")


def test_a_sum_as_people_say_it_is_read_and_told_in_capitals(bench):
    term = term_of(bench)
    bench.type(path(term, "amount"), "1.28万")
    assert bench.view.terms[term.id].capital == "人民币壹万贰仟捌佰元整"
    assert bench.stored.terms[0].amount == Money.of_yuan("12800")


def test_unreadable_text_is_kept_and_blocks_issuing_alone(bench):
    term = term_of(bench)
    bench.type(path(term, "amount"), "一万二左右")
    assert bench.stored.terms[0].amount is None
    assert bench.again().entry.terms[0].amount == "一万二左右"
    assert any("填写金额" in sentence for sentence in bench.checked())


def test_three_instalments_that_miss_300_are_told_and_made_up(bench):
    term = term_of(bench)
    bench.type(path(term, "amount"), "12800")
    for due, amount in (("2026-11-25", "5000"), ("2026-12-25", "4000"), ("2027-1-25", "3500")):
        bench.presenter.terms.add_instalment(term.id)
        line = term.instalments[-1]
        bench.type(path(term, "instalments", str(line.id), "due"), due)
        bench.type(path(term, "instalments", str(line.id), "amount"), amount)
        bench.type(path(term, "instalments", str(line.id), "manner"), "银行转账")
    assert bench.view.terms[term.id].instalments.text == "合计 12,500.00，比总额少 300.00"
    rows = bench.checked()
    row = rows["第 1 条分期合计 12,500.00 元，与总额 12,800.00 元不符（人民调解法第二十九条）"]
    assert row.fix == "补到第 3 期"
    bench.presenter.focused(row.key)
    bench.presenter.checks.fix()
    assert [line.amount for line in bench.entry.terms[0].instalments] == ["5000", "4000", "3,800.00"]
    assert bench.view.terms[term.id].instalments.is_right
    assert bench.view.shown["checks"].must == 0
    assert bench.stored.terms[0].instalment_total == Money.of_yuan("12800")


def test_a_missing_manner_is_copied_from_the_first_instalment(bench):
    term = term_of(bench)
    bench.type(path(term, "amount"), "200")
    bench.presenter.terms.split(term.id, 2)
    first, second = bench.entry.terms[0].instalments
    bench.type(path(term, "instalments", str(first.id), "manner"), "银行转账，尾号 6621")
    row = next(row for row in bench.checked().values() if row.fix == "同第 1 期")
    assert row.key == path(term, "instalments", str(second.id), "manner")
    bench.presenter.checks.fix(list(bench.checked().values()).index(row))
    assert bench.entry.terms[0].instalments[1].manner == "银行转账，尾号 6621"


def test_an_instalment_may_be_due_after_signing_or_on_a_condition(bench):
    term = term_of(bench)
    bench.type(path(term, "amount"), "300")
    bench.presenter.terms.split(term.id, 3)
    for line, typed in zip(term.instalments, ("签订时", "签订后30日内", "过户完成时"), strict=True):
        bench.type(path(term, "instalments", str(line.id), "due"), typed)
    kinds = [entry.due.kind for entry in bench.stored.terms[0].instalments]
    assert kinds == [DueKind.ON_SIGNING, DueKind.AFTER_SIGNING, DueKind.ON_CONDITION]
    assert "于过户完成时支付" in bench.view.terms[term.id].sentence


def test_removed_terms_come_back(bench):
    first, second = term_of(bench), term_of(bench, TermKind.CLAUSE)
    bench.type(path(second, "act"), "双方再无其他争议")
    bench.presenter.terms.remove(second.id)
    assert [term.id for term in bench.stored.terms] == [first.id]
    bench.navigator.undo()
    assert bench.stored.terms[1].act == "双方再无其他争议"


def test_terms_change_places(bench):
    first, second = term_of(bench), term_of(bench, TermKind.CLAUSE)
    bench.presenter.terms.move(second.id, -1)
    assert [term.id for term in bench.stored.terms] == [second.id, first.id]
    bench.presenter.terms.move(second.id, -1)
    assert [term.id for term in bench.stored.terms] == [second.id, first.id]


def test_an_edited_sentence_stays_when_the_fields_change_and_says_so(bench):
    term = term_of(bench)
    bench.type(path(term, "amount"), "3090")
    bench.presenter.terms.edit_text(term.id)
    edited = bench.view.terms[term.id].sentence.replace("支付", "一次性支付")
    bench.type(path(term, "edited_text"), edited)
    words = bench.view.terms[term.id]
    assert words.departs
    assert not words.is_outdated
    assert [piece.text for piece in words.pieces if piece.change.value == "added"] == ["一次性"]
    bench.type(path(term, "amount"), "4000")
    words = bench.view.terms[term.id]
    assert words.is_outdated
    assert words.sentence == edited
    assert "4,000.00" in words.generated
    bench.presenter.terms.restore_text(term.id)
    assert bench.stored.terms[0].edited_text is None
    bench.navigator.undo()
    assert bench.stored.terms[0].edited_text == edited


def test_sixty_payees_take_a_pasted_column(crowd):
    term = term_of(crowd)
    payees = len(term.payee_ids)
    assert payees == 30
    crowd.type(path(term, "amount"), "30000")
    crowd.presenter.terms.list_shares(term.id)
    first = crowd.entry.terms[0].shares[0]
    column = "\r\n".join(["1,000.00"] * payees) + "\r\n"
    assert crowd.presenter.terms.paste(path(term, "shares", str(first.id), "amount"), column)
    assert crowd.view.terms[term.id].shares.is_right
    assert crowd.stored.terms[0].share_total == Money.of_yuan("30000")


def test_more_pasted_rows_make_more_instalments_and_a_single_value_is_no_column(bench):
    term = term_of(bench)
    bench.presenter.terms.add_instalment(term.id)
    key = path(term, "instalments", str(term.instalments[0].id), "amount")
    assert not bench.presenter.terms.paste(key, "100")
    assert bench.presenter.terms.paste(key, "100\n200\n读不懂\n")
    assert [line.amount for line in bench.entry.terms[0].instalments] == ["100.00", "200.00", "读不懂"]
    bench.navigator.undo()
    assert len(bench.entry.terms[0].instalments) == 1


@given(st.integers(1, 10**14 - 1), st.integers(1, 360))
def test_equal_parts_always_add_up_and_differ_only_in_the_last(fen, count):
    count = min(count, fen)
    parts = equal_parts(Money(fen), count, date(2026, 11, 30), "", Formats())
    amounts = [Money.parse(part.amount) for part in parts]
    assert sum_of(amounts) == Money(fen)
    assert len(set(amounts[:-1])) <= 1
    assert amounts[-1] >= amounts[0]
    assert parts[-1].due == add_months(date(2026, 11, 30), count - 1).isoformat()
