"""文书用语 on both databases: put in force, frozen with what is issued, taken back, with who and when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.archive.resources import fonts_folder
from app.documents.rendering import Renderer
from app.domain.contents.forms import NonAcceptanceContents
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.catalogue import TITLE
from app.domain.filing.wordings.places import BlockPlace
from app.domain.values.days.moments import local_day
from app.domain.values.plain import from_json
from app.services.filing.wordings import WordingService

KIND = DocumentKind.APPLICATION
OWN = "此致，敬请受理"


def place_in(centre, kind=KIND, key="closing"):
    return BlockPlace(centre.committee.id, kind, key)


def today(centre):
    return local_day(centre.clock.now())


def put(centre, text=OWN, *, version=0, days=0, place=None):
    on = today(centre) + timedelta(days=days)
    where = place or place_in(centre)
    return centre.services.wordings.set_text(where, text, on, actor=centre.actor, version=version).value


def draft(centre, case):
    return centre.services.issuing.contents(KIND, case.id)


def test_a_wording_is_set_with_its_actor_and_a_draft_uses_it_from_its_day(centre):
    case = centre.registered()
    stored = put(centre, days=2)
    assert draft(centre, case).wording == ()
    centre.clock.moment += timedelta(days=2)
    assert [own.text for own in draft(centre, case).wording] == [OWN]
    state = centre.services.wordings.state(place_in(centre))
    assert (state.local, state.version) == (stored, 1)
    assert (state.history[0].actor_name, state.history[0].act) == (centre.actor.name, "wording.set")


def test_what_was_issued_keeps_its_wording_and_a_reprint_its_bytes(centre):
    case = centre.registered()
    before = centre.services.issuing.issue(KIND, case.id, actor=centre.actor).value
    put(centre)
    after = centre.services.issuing.issue(KIND, case.id, actor=centre.actor).value
    assert OWN not in before.contents
    assert OWN in after.contents
    kept = centre.services.issuing.bytes_of(after.id)
    done = centre.services.wordings.restore(place_in(centre), actor=centre.actor, version=1)
    assert done.value.text_on(today(centre)) == ""
    assert draft(centre, case).wording == ()
    assert centre.services.issuing.bytes_of(after.id) == kept
    assert OWN.encode() in kept
    state = centre.services.wordings.state(place_in(centre))
    assert [entry.act for entry in state.history] == ["wording.restored", "wording.set"]


def test_another_organisation_and_another_kind_are_not_touched(centre):
    put(centre)
    case = centre.accepted()
    assert centre.services.issuing.contents(DocumentKind.ACCEPTANCE_REGISTER, case.id).wording == ()


def test_what_cannot_stand_is_not_written(centre):
    wordings = centre.services.wordings
    with pytest.raises(InvalidInput, match=r"wording\.in_past"):
        put(centre, days=-1)
    with pytest.raises(InvalidInput, match=r"wording\.promise"):
        put(centre, "此致。今后不得报警。")
    with pytest.raises(RuleRefusal, match=r"wording\.fixed"):
        put(centre, "另一个名称", place=place_in(centre, key=TITLE))
    with pytest.raises(RuleRefusal, match=r"wording\.fixed"):
        wordings.restore(place_in(centre, key="will"), actor=centre.actor, version=0)
    assert wordings.of_organisation(centre.committee.id) == ()
    put(centre)
    with pytest.raises(StaleWrite):
        put(centre, "此致敬礼")


def test_contents_frozen_before_there_was_local_wording_are_still_read():
    old = (
        '{"addressees":[],"committee":"甲","issued_day":"2026-11-03","note":"","number":"一","reason":"二",'
        '"received_on":"2026-11-02","routes":[],"title":"三"}'
    )
    assert from_json(NonAcceptanceContents, old).wording == ()


def test_a_trial_draws_the_paper_and_says_what_is_wrong(centre):
    real = WordingService(centre.store, centre.clock, Renderer(fonts_folder()))
    place = place_in(centre, DocumentKind.NON_ACCEPTANCE, "decision")
    good = real.try_out(
        place,
        "经审查，{出具单位}对{收到日期}收到的{纠纷名称}一案决定不予受理。",
        real.of_organisation(centre.committee.id),
    )
    assert good.problem is None
    assert good.carried > 10
    assert good.pdf.startswith(b"%PDF")
    for typed, code in (
        ("决定不予受理", "wording.field_missing"),
        (place.block.text + "\U0001f9ff", "wording.unprintable"),
    ):
        bad = real.try_out(place, typed, ())
        assert bad.problem.code == code
        assert bad.pdf.startswith(b"%PDF")
