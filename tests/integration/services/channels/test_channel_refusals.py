"""What services refuse in a case of another channel cites that channel's law, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.disputes.case_parties import ConsentAnswer
from app.domain.disputes.cases import MediatorRole, TerminationReason
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.errors import RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionResult
from app.domain.values.ids import new_id
from tests.support.builders import a_mediator, an_inquiry

LAND = "农村土地承包经营纠纷调解仲裁法"


def refused_article(act):
    with pytest.raises(RuleRefusal) as refused:
        act()
    return refused.value.code, refused.value.facts["article"]


@pytest.mark.parametrize(
    ("code", "family", "willing", "ended"),
    [
        ("peoples", MediationChannel.PEOPLES, "人民调解法第十七条", "人民调解法第二十六条"),
        ("rural_land", MediationChannel.INDUSTRY, f"{LAND}第四条", f"{LAND}第四条"),
        ("commercial", MediationChannel.INDUSTRY, "", ""),
    ],
)
def test_steps_and_forms_refuse_by_the_law_of_the_channel(file_centre, code, family, willing, ended):
    centre, actor = file_centre, file_centre.actor
    services, told = centre.services, {"channel": family, "channel_code": code}
    rights = "人民调解法第二十三条、第二十四条" if code == "peoples" else ""
    first = "人民调解法第十九条" if code == "peoples" else ""

    case = centre.registered(**told)
    no = an_inquiry(case.parties[0].id, ConsentAnswer.REFUSED, on=centre.today)
    case = services.cases.record_consent(case.id, no, actor=actor, version=case.version).value
    assert refused_article(
        lambda: services.cases.accept(case.id, centre.today, actor=actor, version=case.version)
    ) == ("case.party_refused", willing)

    case = centre.accepted(**told)
    recorder = a_mediator(centre.mediator, MediatorRole.RECORDER, on=centre.today)
    assert refused_article(
        lambda: services.cases.assign(case.id, (recorder,), actor=actor, version=case.version)
    ) == ("case.one_first_mediator", first)
    assert refused_article(
        lambda: services.cases.terminate(
            case.id, TerminationReason.TOO_FAR_APART, "", False, centre.today,
            actor=actor, version=case.version,
        )
    ) == ("case.routes_not_told", ended)  # fmt: skip

    mediator = a_mediator(centre.mediator, on=centre.today)
    case = services.cases.assign(case.id, (mediator,), actor=actor, version=case.version).value
    session = replace(
        services.mediation.new_session(case.id), id=new_id(), record="陈述", place="村委会",
        rights_told=True, result=SessionResult.AGREED,
    )  # fmt: skip
    for write in (services.mediation.save, services.mediation.finish):
        assert refused_article(lambda write=write: write(session, actor=actor)) == (
            "case.rights_notice_missing", rights,
        )  # fmt: skip


def test_a_form_that_the_law_does_not_know_is_refused_without_anothers_article(file_centre):
    told = {"channel": MediationChannel.INDUSTRY, "channel_code": "commercial"}
    case = file_centre.registered(source=CaseSource.INITIATIVE, **told)
    contents = file_centre.services.issuing.contents
    issue = file_centre.services.issuing.issue
    for act in (
        lambda: contents(DocumentKind.APPLICATION, case.id),
        lambda: issue(DocumentKind.APPLICATION, case.id, actor=file_centre.actor),
    ):
        assert refused_article(act) == ("document.no_application_on_initiative", "")
