"""Killing clerks at random moments, and comparing what they were told was kept with what is there."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast
from uuid import UUID

from app.archive.clock import SystemClock
from app.archive.data_folder import DataFolder
from app.bootstrap import build_services, location_of
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.people.staff import StaffMember
from app.domain.values.days.moments import local_day
from app.persistence.opening.locking import LOCK_NAME
from app.persistence.store import Store
from app.services.services import Services
from tests.support.centres import program_rules
from tests.support.mortal_clerk import DRAFT_KEY
from tests.support.terminal import ROOT

Told = dict[str, str]
RULES = program_rules()
STATES = ("triaged", "awaiting_consent", "accepted", "assigned", "mediating", "agreed")
"""The states a clerk takes a case through; a case may stand further than the last step that was told."""


TO_THE_ISSUE = 0.3
"""The share of clerks who are killed in issuing: writes are many and short, issues few and worth more."""
LONGEST_ISSUE = 0.2
"""Seconds from the first step of an issue to some time after the last."""


@dataclass
class Memory:
    """What clerks said: the last text kept in each place, and the write each was killed in."""

    kept: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Told] = field(default_factory=dict)
    """What came with a kept write: ids, numbers, digests."""
    cases: dict[str, Told] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    """Places written since the last kill: the others are looked at again at the end."""
    pending: Told | None = None
    acknowledged: int = 0

    def hear(self, told: Told) -> None:
        """Take one line in."""
        if "tried" in told:
            self.pending = told
        elif "kept" in told:
            self._keep(told)

    def _keep(self, told: Told) -> None:
        place = told["kept"]
        tried, self.pending = cast(Told, self.pending), None
        self.acknowledged += 1
        self.touched.add(place)
        if place == "case":
            self.cases[told["id"]] = told
            self.touched.add(told["id"])
            self.kept.pop("draft", None)
            return
        self.kept[place] = tried["text"]
        self.facts[place] = {**tried, **told}

    def may_be(self, place: str) -> set[str]:
        """Give what may stand in a place: what was kept, or what was being written at the end."""
        known = {self.kept[place]} if place in self.kept else set()
        if self.pending is not None and self.pending["tried"] == place:
            known.add(self.pending["text"])
        return known


class Nursery:
    """The process that bears clerks."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.mortal_clerk"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        self._heard()

    def life(self, folder: Path, seed: int, memory: Memory) -> int:
        """Let a clerk work on a folder and kill it at a random moment; gives its process id."""
        chance = random.Random(seed)
        stdin = self._process.stdin
        if stdin is None:
            raise AssertionError("a nursery listens")
        stdin.write(f"{folder}\t{seed}\n".encode())
        stdin.flush()
        pid = int(self._heard()["opened"])
        if chance.random() < TO_THE_ISSUE:
            while not (told := self._heard()).get("tried", "").startswith("issue"):
                memory.hear(told)
            memory.hear(told)
            time.sleep(chance.uniform(0, LONGEST_ISSUE))
        else:
            for _ in range(chance.choice((chance.randrange(90), chance.randrange(30)))):
                memory.hear(self._heard())
            time.sleep(chance.choice((0.0, chance.uniform(0, 0.003), chance.uniform(0, 0.05))))
        os.kill(pid, signal.SIGKILL)
        while "gone" not in (told := self._heard()):
            memory.hear(told)
        if int(told["signal"]) != -signal.SIGKILL:
            raise AssertionError(told)
        return pid

    def close(self) -> None:
        """Send the nursery home."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _heard(self) -> Told:
        """Read the next whole line; the one its writer died in is no line."""
        stdout = self._process.stdout
        while stdout is not None and (line := stdout.readline()):
            try:
                told = cast(Told, json.loads(line))
            except ValueError:
                continue
            if "failed" in told:
                raise AssertionError(told["failed"])
            return told
        raise AssertionError("the nursery is gone")


@dataclass
class Autopsy:
    """What was found after a kill."""

    drawn_later: int = 0
    kept_unheard: int = 0
    """Writes that were committed though their writer died before it could say so."""


def after_death(folder: Path, pid: int, memory: Memory) -> Autopsy:
    """Open the folder as the next program does; raise AssertionError for anything lost or torn."""
    lock = json.loads((folder / LOCK_NAME).read_text(encoding="utf-8"))
    _same("the lock names the dead", lock["pid"], pid)
    with _opened(folder) as services:
        found = Autopsy(drawn_later=services.issuing.finish_unstored())
        _look_at_cases(services, memory, found)
        _look_at_the_draft(services, memory)
        _look_at_places(services, memory, found)
        _same("nothing is unsound", services.integrity.check().problems, ())
    memory.pending = None
    memory.touched.clear()
    return found


def everything_again(folder: Path, memory: Memory) -> int:
    """Compare all that was ever kept, and count the issued agreements, each of which has its page."""
    memory.touched = {*memory.kept, *memory.cases}
    with _opened(folder) as services:
        _look_at_cases(services, memory, Autopsy())
        _look_at_places(services, memory, Autopsy())
        folders = [services.cases.folder(UUID(id_)) for id_ in memory.cases]
        documents = [entry for case in folders for entry in case.documents]
        agreements = [entry for entry in documents if entry.kind is DocumentKind.AGREEMENT]
        for document in agreements:
            _same("a page", services.issuing.bytes_of(document.id)[:5], b"%PDF-")
    return len(agreements)


@contextmanager
def _opened(folder: Path) -> Iterator[Services]:
    with Store.open(location_of(folder), SystemClock()).closing() as store:
        yield build_services(store, DataFolder(folder), SystemClock(), RULES)


def _look_at_cases(services: Services, memory: Memory, found: Autopsy) -> None:
    """After a kill in registering there is either the draft and no case, or the case and no draft."""
    ids = {str(line.id) for line in services.lists.page(CaseFilter(view=CaseView.ALL), 0, 100_000)}
    _same("registered cases that are not there", set(memory.cases) - ids, set())
    for id_ in ids - set(memory.cases):
        case = services.cases.folder(UUID(id_)).case
        _one_of("a case nobody heard of", case.facts, memory.may_be("case"))
        memory.cases[id_] = {"id": id_, "number": case.intake_number, "text": case.facts}
        memory.kept.pop("draft", None)
        found.kept_unheard += 1
    for id_ in memory.touched & set(memory.cases):
        case = services.cases.folder(UUID(id_)).case
        told = memory.cases[id_]
        _same("facts and number", (case.facts, case.intake_number), (told["text"], told["number"]))
    year = local_day(SystemClock().now()).year
    numbers = services.settings.numbers(_me(services).organisation_id, NumberSeries.INTAKE, year)
    _same("a number for each case, in order", [n.sequence for n in numbers], list(range(1, len(ids) + 1)))


def _look_at_the_draft(services: Services, memory: Memory) -> None:
    draft = services.drafts.get(DRAFT_KEY, actor=_me(services).actor)
    if draft is not None:
        _one_of("draft", draft.payload, memory.may_be("draft"))
        memory.kept["draft"] = draft.payload
        memory.facts.setdefault("draft", {})
    elif "draft" in memory.kept:
        raise AssertionError("the draft is lost")


def _look_at_places(services: Services, memory: Memory, found: Autopsy) -> None:
    for place in memory.touched & set(memory.kept) - {"draft"}:
        kind, _, id_ = place.partition(" ")
        now = _stands(services, kind, UUID(id_), memory.facts[place])
        _one_of(place, now, memory.may_be(place))
        found.kept_unheard += now != memory.kept[place]
        memory.kept[place] = now


def _me(services: Services) -> StaffMember:
    me = services.settings.me()
    if me is None:
        raise AssertionError("nobody sits here")
    return me


def _stands(services: Services, kind: str, id_: UUID, told: Told) -> str:
    """Read what stands in a place now, as the clerk told it."""
    if kind == "session":
        return services.mediation.session(id_).record
    if kind == "agreement":
        return services.settlements.agreement(id_).responsibilities
    if kind == "issue":
        issued = services.settlements.agreement(id_)
        _same("number", issued.number, told["number"])
        pdf = services.issuing.bytes_of(UUID(told["id"]))
        _same("page", hashlib.sha256(pdf).hexdigest(), told["sha256"])
        return ""
    if kind == "finished":
        return "finished" if services.mediation.session(id_).finished_at else ""
    case = services.cases.folder(id_).case
    if kind == "consents":
        return str(len({inquiry.party_id for inquiry in case.consents}))
    has_come_so_far = STATES.index(str(case.state)) >= STATES.index(told["text"])
    return told["text"] if has_come_so_far else str(case.state)


def _same(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise AssertionError(f"{what}: {found!r} instead of {wanted!r}")


def _one_of(what: str, found: object, wanted: set[str]) -> None:
    if found not in wanted:
        raise AssertionError(f"{what}: {found!r} is none of {wanted!r}")
