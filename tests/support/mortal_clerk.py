"""A clerk who works through cases without end and says of every write what is tried and what was kept.

``python -m tests.support.mortal_clerk`` is a nursery: it loads everything once and forks a clerk for each
line ``FOLDER SEED`` on standard input, so that two hundred of them can be killed in a few minutes. Each
clerk opens the folder as the program does and uses the services as the window's presenters do.
"""

from __future__ import annotations

import json
import os
import random
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from app.archive.clock import SystemClock
from app.archive.resources import fonts_folder
from app.bootstrap import location_of, open_centre
from app.documents.fonts import FontLibrary
from app.domain.disputes.case_parties import ConsentAnswer
from app.domain.disputes.cases import Case
from app.domain.mediation.sessions import SessionResult
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import SYSTEM
from app.domain.values.days.moments import local_day
from app.services.disputes.intake import Intake
from app.services.services import Services
from app.services.trust.settings import FirstStart
from tests.support.builders import a_committee, a_mediator, a_member, a_payment, an_inquiry, some_parties

DRAFT_KEY = "intake"
_SIGNS = "楼上漏水墙面受损双方各执一词，经调解愿意赔偿𬱖㛃·买买提𫖯，2026年3090.00元。\n"


def tell(**told: object) -> None:
    """Write one line whole, past every buffer."""
    os.write(1, (json.dumps(told, ensure_ascii=False) + "\n").encode())


class Clerk:
    """One life between being opened and being killed."""

    def __init__(self, services: Services, me: StaffMember, seed: str) -> None:
        self._services, self._me = services, me
        self._chance = random.Random(seed)
        self._today = local_day(SystemClock().now())

    def one_case(self) -> None:
        """Take a dispute from the first key to the issued agreement."""
        case = self._intake()
        case = self._steps(case)
        self._session(case.id)
        self._agreement(case)

    def _intake(self) -> Case:
        facts = self._text(20, 1500)
        for end in self._growing(len(facts)):
            tell(tried="draft", text=facts[:end])
            self._services.drafts.put(DRAFT_KEY, facts[:end], f"facts@{end}", actor=self._me.actor)
            tell(kept="draft")
        intake = Intake(
            dispute_type="neighbours",
            facts=facts,
            organisation_id=self._me.organisation_id,
            parties=some_parties(self._chance.choice((2, 2, 3, 7))),
        )
        tell(tried="case", text=facts)
        done = self._services.registration.register(intake, actor=self._me.actor, draft_key=DRAFT_KEY)
        tell(kept="case", id=str(done.value.id), number=done.value.intake_number, text=facts)
        return done.value

    def _steps(self, case: Case) -> Case:
        cases, actor = self._services.cases, self._me.actor
        for count, party in enumerate(case.parties, start=1):
            inquiry = an_inquiry(party.id, ConsentAnswer.AGREED, self._today)
            tell(tried=f"consents {case.id}", text=str(count))
            case = cases.record_consent(case.id, inquiry, actor=actor, version=case.version).value
            tell(kept=f"consents {case.id}")
        tell(tried=f"state {case.id}", text="accepted")
        case = cases.accept(case.id, self._today, actor=actor, version=case.version).value
        tell(kept=f"state {case.id}")
        first = a_mediator(self._me, on=self._today)
        tell(tried=f"state {case.id}", text="assigned")
        case = cases.assign(case.id, (first,), actor=actor, version=case.version).value
        tell(kept=f"state {case.id}")
        return cases.serve_rights_notice(case.id, self._today, actor=actor, version=case.version).value

    def _session(self, case_id: UUID) -> None:
        session = self._services.mediation.new_session(case_id)
        record = self._text(200, 4000)
        for end in self._growing(len(record)):
            written = replace(session, record=record[:end])
            tell(tried=f"session {session.id}", text=record[:end])
            session = self._services.mediation.save(written, actor=self._me.actor).value
            tell(kept=f"session {session.id}")
        tell(tried=f"finished {session.id}", text="finished")
        finished = replace(session, rights_told=True, result=SessionResult.AGREED)
        self._services.mediation.finish(finished, actor=self._me.actor)
        tell(kept=f"finished {session.id}")

    def _agreement(self, case: Case) -> None:
        settlements, actor = self._services.settlements, self._me.actor
        draft = settlements.new_agreement(case.id, actor=actor).value
        payment = a_payment(case.parties[1], case.parties[0])
        text = self._text(50, 800)
        for end in self._growing(len(text)):
            tell(tried=f"agreement {draft.id}", text=text[:end])
            typed = replace(draft, responsibilities=text[:end], terms=(payment,))
            draft = settlements.save(typed, actor=actor).value
            tell(kept=f"agreement {draft.id}")
        tell(tried=f"issue {draft.id}", text="")
        issued = settlements.issue(draft.id, actor=actor, version=draft.version).value
        tell(kept=f"issue {draft.id}", id=str(issued.id), number=issued.number, sha256=issued.sha256)

    def _growing(self, length: int) -> list[int]:
        places = sorted(self._chance.randrange(1, length) for _ in range(self._chance.randrange(2, 8)))
        return [*places, length]

    def _text(self, least: int, most: int) -> str:
        length = self._chance.randrange(least, most)
        return (
            "".join(self._chance.choices(_SIGNS, k=length)).strip() + f"（{self._chance.randrange(10**12)}）"
        )


def set_up(folder: Path) -> None:
    """Set a centre up with one mediator."""
    centre = open_centre(location_of(folder))
    committee = a_committee()
    me = a_member(committee, "赵永安")
    centre.services.settings.set_up(FirstStart(organisation=committee, staff=(me,), me=me.id), actor=SYSTEM)
    centre.close()


def live(folder: Path, seed: str) -> None:
    """Open the folder and work until killed."""
    centre = open_centre(location_of(folder))
    me = centre.services.settings.me()
    if me is None:
        raise AssertionError("the centre is set up first")
    tell(opened=os.getpid())
    clerk = Clerk(centre.services, me, seed)
    while True:
        clerk.one_case()


def nursery() -> None:
    """Fork a clerk per line and tell when it is gone."""
    FontLibrary.load(fonts_folder())
    tell(ready=os.getpid())
    for line in sys.stdin:
        folder, seed = line.rstrip("\n").split("\t")
        pid = os.fork()
        if pid == 0:
            try:
                live(Path(folder), seed)
            except BaseException:  # noqa: BLE001 - the child must end here whatever happens, and say why
                tell(failed=traceback.format_exc())
            os._exit(1)
        _, status = os.waitpid(pid, 0)
        # The line begun by the dead one ends here.
        os.write(1, b"\n")
        tell(gone=pid, signal=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    nursery()
