"""Numbers have no hole and no twin, whoever writes at the same time and whatever is undone."""

import threading
from dataclasses import replace

import pytest

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.kinds import DEFAULT_PATTERNS, NumberSeries
from app.domain.values.ids import new_id
from tests.support.casebook import an_organisation
from tests.support.databases import REGISTRAR

SERIES = NumberSeries.INTAKE


@pytest.fixture
def ours(store):
    organisation = an_organisation()
    with store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(organisation, act="organisation.added")
        work.commit()
    return organisation


def take(work, ours, *, year=2026, pattern="{year}-{seq:04}", series=SERIES):
    return work.numbers.take(
        series=series,
        organisation_id=ours.id,
        year=year,
        pattern_text=pattern,
        org_code=ours.number_code,
        subject_id=new_id(),
    )


def test_numbers_count_on_per_series_year_and_organisation(store, ours):
    other = replace(an_organisation("另一调委会"), number_code="石北")
    with store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(other, act="organisation.added")
        assert [take(work, ours).text for _ in range(3)] == ["2026-0001", "2026-0002", "2026-0003"]
        assert take(work, ours, year=2027).text == "2027-0001"
        assert take(work, other).text == "2026-0001"
        agreement = DEFAULT_PATTERNS[NumberSeries.AGREEMENT]
        taken = take(work, ours, series=NumberSeries.AGREEMENT, pattern=agreement)
        assert taken.text == "（2026）石红人调字第1号"
        assert work.numbers.of_subject(taken.subject_id) == (taken,)
        work.commit()
    with store.unit_of_work(REGISTRAR) as work:
        assert [number.sequence for number in work.numbers.of_series(SERIES, ours.id, 2026)] == [1, 2, 3]
        assert len(work.numbers.series()) == 4


def test_a_number_beyond_999_and_beyond_its_padding(store, ours):
    with store.unit_of_work(REGISTRAR) as work:
        for _ in range(999):
            last = take(work, ours, pattern="{year}-{seq:03}")
        assert last.text == "2026-999"
        assert take(work, ours, pattern="{year}-{seq:03}").text == "2026-1000"


def test_what_is_undone_leaves_no_hole(store, ours):
    with store.unit_of_work(REGISTRAR) as work:
        take(work, ours)
        work.commit()
    with store.unit_of_work(REGISTRAR) as work:
        take(work, ours)
    with store.unit_of_work(REGISTRAR) as work:
        assert take(work, ours).sequence == 2
        work.commit()


def test_writers_at_the_same_time_get_one_number_each(store, ours):
    each, writers = 15, 4
    failures = []

    def write():
        for turn in range(each):
            try:
                with store.unit_of_work(REGISTRAR) as work:
                    take(work, ours)
                    if turn % 3:
                        work.commit()
            except Exception as error:  # noqa: BLE001 - a thread's failure must reach the test
                failures.append(error)

    threads = [threading.Thread(target=write) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with store.unit_of_work(REGISTRAR) as work:
        numbers = [number.sequence for number in work.numbers.of_series(SERIES, ours.id, 2026)]
    assert numbers == list(range(1, writers * each * 2 // 3 + 1))


def test_a_voided_number_stays_with_its_reason(store, ours):
    with store.unit_of_work(REGISTRAR) as work:
        taken = take(work, ours)
        with pytest.raises(RuleRefusal):
            work.numbers.void(taken.id, "  ")
        voided = work.numbers.void(taken.id, "重复登记")
        assert voided == replace(taken, void_reason="重复登记")
        assert take(work, ours).sequence == 2
        work.commit()
    with store.unit_of_work(REGISTRAR) as work:
        assert work.numbers.of_series(SERIES, ours.id, 2026)[0].void_reason == "重复登记"
        assert work.history.of_subject(taken.id)[0].act == "number.voided"


def test_patterns_are_the_organisations_own_or_the_default(store, ours):
    with store.unit_of_work(REGISTRAR) as work:
        assert work.numbers.patterns(ours.id) == DEFAULT_PATTERNS
        work.numbers.set_pattern(ours.id, SERIES, "{org}调受〔{year}〕{seq:03}号")
        assert work.numbers.patterns(ours.id)[SERIES] == "{org}调受〔{year}〕{seq:03}号"
        with pytest.raises(InvalidInput):
            work.numbers.set_pattern(ours.id, SERIES, "没有序号")
        work.commit()
    with store.unit_of_work(REGISTRAR) as work:
        assert (
            take(work, ours, pattern=work.numbers.patterns(ours.id)[SERIES]).text == "石红调受〔2026〕001号"
        )


def test_a_pattern_without_the_year_counts_on_over_the_years(store, ours):
    with store.unit_of_work(REGISTRAR) as work:
        texts = [take(work, ours, year=year, pattern="{org}{seq}").text for year in (2026, 2027)]
        assert texts == ["石红1", "石红2"]
        assert [number.sequence for number in work.numbers.of_series(SERIES, ours.id, 0)] == [1, 2]


def test_a_changed_pattern_never_gives_a_number_that_exists(store, ours):
    with store.unit_of_work(REGISTRAR) as work:
        take(work, ours, pattern="{year}-{seq}")
        with pytest.raises(RuleRefusal) as refused:
            take(work, ours, pattern="2026-{seq}")
        assert refused.value.code == "number.text_taken"
        assert take(work, ours, pattern="第{seq}号").sequence == 1
