"""The real window, killed while somebody types: what its mark called saved comes back to the same field."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing

import pytest

from app.bootstrap import location_of, open_centre
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.presenters.intake.entries import from_payload
from app.presenters.intake.page import DRAFT_KEY
from tests.support.mortal_clerk import set_up
from tests.support.terminal import ROOT

SHORT, LONG = 3, 20


def a_life(folder, seed):
    """Let somebody type until some marks were seen and a moment more, kill; gives what was said."""
    chance = random.Random(seed)
    marks = chance.randrange(1, 7)
    command = [sys.executable, "-m", "tests.support.mortal_window", str(folder), str(seed)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment) as window:
        said = []
        while sum("saved" in line for line in said) < marks:
            said.append(json.loads(window.stdout.readline()))
        time.sleep(chance.uniform(0, 0.6))
        window.send_signal(signal.SIGKILL)
        for line in window.stdout:
            try:
                said.append(json.loads(line))
            except ValueError:
                break
    assert window.returncode == -signal.SIGKILL
    return said


def what_is_kept(folder):
    """Give the facts of every case, and those of the draft."""
    with closing(open_centre(location_of(folder))) as centre:
        services = centre.services
        lines = services.lists.page(CaseFilter(view=CaseView.ALL), 0, 10_000)
        cases = [services.cases.folder(line.id).case.facts for line in lines]
        draft = services.drafts.get(DRAFT_KEY, actor=services.settings.me().actor)
        assert services.integrity.check().is_sound
        return cases, "" if draft is None else from_payload(draft.payload).facts


@pytest.mark.parametrize("kills", [SHORT, pytest.param(LONG, marks=pytest.mark.long)])
def test_what_the_window_called_saved_comes_back(kills, tmp_path):
    folder = tmp_path / "data"
    set_up(folder)
    seed = random.randrange(10**9)
    draft, registered, marks = "", [], 0
    for turn in range(kills):
        print(f"seed {seed} turn {turn}")
        opened, *said = a_life(folder, seed + turn)
        assert opened["stands"] == draft
        saved = typed = draft
        registering = None
        for line in said:
            if "typing" in line:
                typed = line["typing"]
            elif "saved" in line:
                saved, marks = line["saved"], marks + 1
            elif "registering" in line:
                registering = line["registering"]
            elif "registered" in line:
                registered.append(line["registered"])
                saved = typed = ""
                registering = None
        cases, draft = what_is_kept(folder)
        if registering is not None and len(cases) == len(registered) + 1:
            registered.append(registering)
            saved = typed = ""
        assert sorted(cases) == sorted(registered)
        assert typed.startswith(draft)
        assert draft.startswith(saved)
    print(f"{kills} kills, {marks} marks of saving, {len(registered)} cases")
    assert marks >= kills
