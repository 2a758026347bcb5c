"""Names looked for, pages of the list and the preview of a case, on very many cases in SQLite."""

import random
from contextlib import closing

from app.bootstrap import location_of, open_centre
from app.domain.disputes.case_lines import CaseFilter, CaseSort, CaseView
from app.domain.disputes.case_parties import PartySide
from app.presenters.cases.pages import Span, page_of
from tests.benchmarks.cases import SEED
from tests.benchmarks.measuring import Row, milliseconds, resident, told

TIMES = 200
SEARCH_AIM, PAGE_AIM = "< 5 ms", "< 10 ms"
PAGES = {
    "open, by due day": CaseFilter(),
    "mine": CaseFilter(view=CaseView.MINE),
    "all, by registration": CaseFilter(view=CaseView.ALL, sort=CaseSort.REGISTERED, is_descending=True),
    "all, by due day": CaseFilter(view=CaseView.ALL),
    "all, by risk": CaseFilter(view=CaseView.ALL, sort=CaseSort.RISK, is_descending=True),
    "all, by title": CaseFilter(view=CaseView.ALL, sort=CaseSort.TITLE),
    "all, with a name": CaseFilter(view=CaseView.ALL, text="建国"),
}


def rows(folder, label, times=TIMES):
    """Measure one centre; the caller built it."""
    with closing(open_centre(location_of(folder))) as centre:
        yield from _rows(centre.services, label, times)
    memory = resident()
    if memory:
        yield Row(f"{label}: memory of the process after all this", f"{memory[0]} MiB (most {memory[1]})")


def _rows(services, label, times):
    chance = random.Random(SEED)
    everything = PAGES["all, by registration"]
    count = services.lists.count(everything)
    chosen = [services.lists.page(everything, chance.randrange(count), 1)[0] for _ in range(min(times, 50))]
    names = [line.applicants for line in chosen]
    short = [name for name in names if len(name) == 2] or [names[0][:2]]
    common = ["建国", "海燕", "丽娜", "志强", "玉兰"]
    me = services.people.staff()[0].id
    lists = services.lists

    def by(texts):
        return lambda turn: lists.search_cases(texts[turn % len(texts)], 20)

    yield Row(
        f"{label}: search, whole names of two characters", told(milliseconds(by(short), times)), SEARCH_AIM
    )
    yield Row(
        f"{label}: search, two characters of many names", told(milliseconds(by(common), times)), SEARCH_AIM
    )
    yield Row(f"{label}: search, whole names of any length", told(milliseconds(by(names), times)), SEARCH_AIM)
    nobody = milliseconds(by(["𬱖㛃"]), times)
    yield Row(f"{label}: search, a name nobody has", told(nobody), SEARCH_AIM)
    parties = milliseconds(lambda turn: lists.search_parties(short[turn % len(short)], 20), times)
    yield Row(f"{label}: search in the register, two characters", told(parties), SEARCH_AIM)
    for name, wanted in PAGES.items():
        first = milliseconds(lambda _, wanted=wanted: lists.page(wanted, 0, 50, me), times)
        yield Row(f"{label}: first page, {name}", told(first), PAGE_AIM)
    places = [chance.randrange(count) for _ in range(times)]
    deep = milliseconds(lambda turn: page_of(lists, everything, Span(places[turn], 50, count), me), times)
    yield Row(f"{label}: any page, all, by registration", told(deep), PAGE_AIM)
    counts = milliseconds(lambda _: lists.view_counts(me), max(times // 10, 1))
    yield Row(f"{label}: counts of all views", told(counts))
    preview = milliseconds(lambda turn: services.cases.folder(chosen[turn % len(chosen)].id), times)
    yield Row(f"{label}: preview of a case", told(preview), PAGE_AIM)
    parties_of = services.cases.folder(chosen[0].id).case.parties
    if not any(party.side is PartySide.APPLICANT and party.name == names[0] for party in parties_of):
        raise AssertionError("the preview is of another case")
