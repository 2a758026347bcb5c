"""Cases written in bulk are the same as those written one by one: lines, board, search and numbers too."""

from dataclasses import replace
from datetime import date

from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.clocks import ClockKind
from app.domain.duties.board import BoardFilter
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties
from app.domain.filing.documents import IssuedNumber
from app.domain.filing.kinds import NumberSeries
from app.domain.mediation.sessions import SessionRecord
from app.domain.people.agents import Agent, AgentKind
from app.domain.people.parties import PartyRecord
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.terms import Instalment, Share, Term, TermKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.persistence.bulk import CaseBundle
from tests.support.casebook import a_case, a_party, an_organisation
from tests.support.databases import REGISTRAR, START

TODAY = START.date()


def a_bundle(ours, place):
    record = PartyRecord(id=new_id(), name=f"甲{place}", phone="13909904172")
    agent = Agent(id=new_id(), kind=AgentKind.LAWYER, name="迪丽努尔")
    parties = (
        a_party(record.name, record_id=record.id, phone=record.phone, agents=(agent,)),
        a_party("乙", PartySide.RESPONDENT),
    )
    case = a_case(ours, number=f"2026-{place:04}", parties=parties)
    share = Share(id=new_id(), party_id=parties[0].id, amount=Money(1))
    term = Term(
        id=new_id(),
        kind=TermKind.PAYMENT,
        amount=Money(2),
        payee_shares=(share,),
        instalments=(Instalment(id=new_id(), amount=Money(1)), Instalment(id=new_id(), amount=Money(1))),
    )
    done = {"responsible_person": "丁", "completed_on": TODAY, "outcome": "查明"}
    return CaseBundle(
        case=case,
        due_on=date(2026, 12, 1),
        due_kind=ClockKind.MEDIATION,
        records=(record,),
        duties=FourDuties(
            id=new_id(),
            case_id=case.id,
            duties=tuple(
                Duty(id=new_id(), kind=kind, **(done if kind is DutyKind.INVESTIGATE else {}))
                for kind in DutyKind
            ),
        ),
        sessions=(SessionRecord(id=new_id(), case_id=case.id, sequence=1, held_at=START),),
        agreements=(MediationAgreement(id=new_id(), case_id=case.id, created_at=START, terms=(term,)),),
        numbers=(
            IssuedNumber(
                id=new_id(),
                series=NumberSeries.INTAKE,
                organisation_id=ours.id,
                year=2026,
                sequence=place,
                text=case.intake_number,
                subject_id=case.id,
                taken_at=START,
            ),
        ),
    )


def what_is_read(store, case_id):
    with store.unit_of_work(REGISTRAR) as work:
        aggregates = (
            work.cases.get(case_id),
            work.duties.of_case(case_id),
            work.sessions.of_case(case_id),
            work.agreements.of_case(case_id),
            work.parties.get(work.cases.get(case_id).parties[0].record_id),
        )
    with store.reads() as reads:
        return (
            aggregates,
            reads.cases.line(case_id),
            [reads.search.cases(typed, 9) for typed in ("甲1", "迪丽努尔", "4172", "dlne", "0001")],
            reads.search.parties("甲1", 9),
            reads.duties.board(BoardFilter(), TODAY),
            reads.duties.survey(BoardFilter(), TODAY),
            reads.cases.view_counts(TODAY),
        )


def test_bulk_is_the_same_as_one_by_one(store):
    ours = an_organisation()
    bundle = a_bundle(ours, 1)
    with store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="organisation.added")
        work.commit()
    with store.unit_of_work(REGISTRAR) as work:
        work.parties.add(bundle.records[0], act="party.added")
        work.cases.add(bundle.case, act="case.registered")
        work.cases.set_clock(bundle.case.id, due_on=bundle.due_on, kind=bundle.due_kind)
        work.duties.add(bundle.duties, act="duties.opened")
        work.sessions.add(bundle.sessions[0], act="session.added")
        work.agreements.add(bundle.agreements[0], act="agreement.drafted")
        work._session.flush()
        work._writing.session.commit()
    one_by_one = what_is_read(store, bundle.case.id)
    with store._engine.begin() as connection:
        for table in ("case_lines", "cases", "four_duties", "sessions", "agreements", "parties"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        for table in ("search_cases", "search_parties", "search_entries"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    assert store.write_bulk([bundle]) == 1
    assert what_is_read(store, bundle.case.id) == one_by_one
    assert store.check() == ()


def test_numbers_and_search_go_on_after_bulk(store):
    ours = an_organisation()
    with store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="organisation.added")
        work.commit()
    assert store.write_bulk(a_bundle(ours, place) for place in (1, 2, 3)) == 3
    assert store.write_bulk(iter([a_bundle(ours, 4)])) == 1
    with store.unit_of_work(REGISTRAR) as work:
        taken = work.numbers.take(
            series=NumberSeries.INTAKE,
            organisation_id=ours.id,
            year=2026,
            pattern_text="{year}-{seq:04}",
            org_code=ours.number_code,
            subject_id=new_id(),
        )
        assert taken.sequence == 5
        case = replace(a_case(ours, number=taken.text), title="新登记的案件")
        work.cases.add(case, act="case.registered")
        work.commit()
    with store.reads() as reads:
        assert [hit.line.id for hit in reads.search.cases("新登记", 9)] == [case.id]
        assert len(reads.search.cases("甲", 9)) == 4
        assert reads.cases.count(CaseFilter(view=CaseView.ALL), TODAY) == 5
        assert reads.history.of_case(case.id, 9)[0].act == "case.registered"
