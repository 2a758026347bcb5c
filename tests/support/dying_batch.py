"""A process that dies in the second paper of a batch of three; arguments: FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest.mock import patch

from app.archive.clock import SystemClock
from app.archive.files import FileStore
from app.bootstrap import location_of
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.cases import NonAcceptanceReason
from app.domain.filing.batches import BatchWish
from app.domain.filing.kinds import DocumentKind
from app.persistence.store import Store
from tests.support.centres import open_centre_at
from tests.support.dying_issue import die

CASES, DIES_IN = 3, 2
WISH = BatchWish(kind=DocumentKind.NON_ACCEPTANCE)
"""A kind with numbers of its own: a gap in them would be seen."""


def main(folder: Path) -> None:
    """Decline cases and void their notices, then begin to issue them anew."""
    clock = SystemClock()
    store = Store.open(location_of(folder), clock)
    centre = open_centre_at(store, folder, clock)
    for _ in range(CASES):
        case, ground = centre.registered(), NonAcceptanceReason.UNCLEAR
        centre.services.cases.decline(
            case.id, ground, "", centre.today, actor=centre.actor, version=case.version
        )
        (notice,) = centre.services.cases.folder(case.id).documents
        centre.services.issuing.void(notice.id, "印错", actor=centre.actor)
    services = centre.services
    put, written = FileStore.put, []

    def dying(files: FileStore, content: bytes) -> str:
        written.append(content)
        if len(written) == DIES_IN:
            die()
        return put(files, content)

    with patch.object(FileStore, "put", dying):
        for case_ in services.batches.found(CaseFilter(view=CaseView.ALL)):
            services.batches.issue(WISH, case_, actor=centre.actor)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
