"""A thousand notices in one batch, beside the same notices drawn one by one by other programs."""

import json
import statistics
import time
from dataclasses import replace
from datetime import datetime, timedelta

from app.archive.clock import SystemClock
from app.archive.data_folder import DataFolder
from app.archive.resources import fonts_folder
from app.bootstrap import build_services, location_of
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.filing.batches import BatchWish
from app.domain.filing.kinds import DocumentKind
from app.domain.values.days.moments import SHANGHAI
from app.persistence.store import Store
from tests.benchmarks import peers
from tests.benchmarks.agreement import installed, paragraphs_of
from tests.benchmarks.measuring import Row, milliseconds
from tests.support.centres import open_centre_at, program_rules
from tests.support.pdf_reading import page_count

CASES, TIMES = 500, 30
WISH = BatchWish(kind=DocumentKind.MEDIATION_NOTICE)
_PEERS = ("typst", "fpdf2")
_AGREED = "同一时间几件，分批到场"


def rows(folder, cases=CASES, times=TIMES):
    """Issue two notices for each case, join them, and let the peers draw the text of one."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(location_of(folder), SystemClock())
    try:
        services, actor = prepare(store, folder, cases)
        found = services.batches.found(CaseFilter(view=CaseView.ALL))
        services.batches.issue(WISH, found[0], actor=actor)  # typefaces are read with the first
        spans, lines = [], []
        for case in found[1:]:
            begun = time.perf_counter()
            lines.append(services.batches.issue(WISH, case, actor=actor).value)
            spans.append(time.perf_counter() - begun)
        issued = sum(line.issued for line in lines)
        yield Row(
            f"batch of {issued:,} notices: issued, signed and stored",
            f"{sum(spans):.1f} s, {issued / sum(spans):.0f} a second",
        )
        spans.sort()
        middle, most = statistics.median(spans) * 1000, spans[-1] * 1000
        yield Row("batch: one case, then others may go in between", f"{middle:.0f} ms (max {most:.0f})")
        parts = services.batches.parts(id_ for line in lines for id_ in line.document_ids)
        begun, output = time.perf_counter(), folder / "all.pdf"
        pages = services.batches.join(parts, output)
        taken = time.perf_counter() - begun
        size = output.stat().st_size / 2**20
        yield Row(f"batch: joined into one PDF of {pages:,} pages", f"{taken:.1f} s, {size:.0f} MiB")
        notice = services.issuing.bytes_of(lines[0].document_ids[0])
        yield from beside(folder, notice, sum(spans) / issued * 1000, times)
    finally:
        store.close()


def prepare(store, folder, cases):
    """Make a centre whose cases all have an appointment and two parties that were told nothing yet."""
    centre = open_centre_at(store, folder, SystemClock())
    when = datetime.now(SHANGHAI).replace(hour=10, minute=0, second=0, microsecond=0) + timedelta(days=7)
    made = None
    for _ in range(cases):
        case = centre.registered()
        made = made or centre.services.appointments.prepare(centre.mediator, case_id=case.id).appointment
        planned = invite(made, case, when)
        centre.services.appointments.save(planned, actor=centre.actor)
    services = build_services(store, DataFolder(folder), SystemClock(), program_rules())
    return services, centre.actor


def invite(made, case, when):
    """Give another case the appointment of the first, its own parties invited."""
    from app.domain.values.ids import new_id

    invited = tuple(
        replace(place, id=new_id(), party_id=party.id, name=party.name)
        for place, party in zip(made.invited, case.parties, strict=True)
    )
    return replace(
        made,
        id=new_id(),
        case_id=case.id,
        invited=invited,
        mediators=tuple(replace(one, id=new_id()) for one in made.mediators),
        starts_at=when,
        ends_at=when + timedelta(hours=1),
        clash_reason=_AGREED,
    )


def beside(folder, notice, ours, times):
    """Tell what the peers take to draw one notice, which is all they do of ours."""
    text = folder / "paragraphs.json"
    text.write_text(json.dumps(paragraphs_of(notice), ensure_ascii=False), encoding="utf-8")
    yield Row("notice: ours, everything", f"{ours:.1f} ms, {page_count(notice)} page")
    here = installed()
    for name in _PEERS:
        if name not in here:
            yield Row(f"notice: {name}, only drawn", "absent (extra bench)")
            continue
        middle = milliseconds(peers.PEERS[name](text, fonts_folder()), times)[0]
        yield Row(
            f"notice: {name}, only drawn", f"{middle:.1f} ms; ours with everything is {ours / middle:.2f} ×"
        )
