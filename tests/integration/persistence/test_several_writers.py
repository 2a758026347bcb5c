"""On a server several people write at the same time: the later save of the same thing is refused."""

from dataclasses import replace

import pytest

from app.domain.errors import StaleWrite, StorageRefusal
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from tests.support.casebook import a_case, an_organisation
from tests.support.databases import REGISTRAR

OTHER = Actor(id=new_id(), name="阿曼古丽")


@pytest.fixture
def case(postgres_store):
    ours = an_organisation()
    with postgres_store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="organisation.added")
        stored = work.cases.add(a_case(ours), act="case.registered")
        work.commit()
    return stored


@pytest.mark.postgres
def test_a_write_in_between_makes_an_open_unit_of_work_stale(postgres_store, case):
    with postgres_store.unit_of_work(REGISTRAR) as work:
        read = work.cases.get(case.id)
        with postgres_store.unit_of_work(OTHER) as other:
            other.cases.save(replace(case, title="他们改的"), act="case.corrected")
            other.commit()
        with pytest.raises(StaleWrite) as refused:
            work.cases.save(replace(read, title="我们改的"), act="case.corrected")
    assert refused.value.conflicts["title"] == ("他们改的", "我们改的")


@pytest.mark.postgres
def test_whoever_waits_too_long_for_another_writer_is_told_so(postgres_store, case):
    with postgres_store.unit_of_work(REGISTRAR) as work, postgres_store.unit_of_work(OTHER) as other:
        work.cases.save(replace(case, title="我们改的"), act="case.corrected")
        with pytest.raises(StorageRefusal) as refused:
            other.cases.save(replace(case, title="他们改的"), act="case.corrected")
    assert refused.value.code == "store.busy"


@pytest.mark.postgres
def test_reading_never_writes(postgres_store, case):
    with postgres_store.reads() as reads, pytest.raises(Exception, match="read-only"):
        reads._session.connection().exec_driver_sql("DELETE FROM cases")
