"""What every dispute must show on paper, read by two programs that know nothing of ours."""

from app.domain.filing.kinds import DocumentKind
from tests.support.pdf_reading import read_both, squash


def read_in_both(pdf):
    """Give the text of a page by each reader, blanks taken out."""
    return read_both(pdf).squashed()


def assert_names_on(told, room, *also):
    """Find every party on the agreement, where there is one, and on the four-duties record."""
    room.issue_form(DocumentKind.FOUR_DUTIES)
    kinds = [kind for kind in (DocumentKind.AGREEMENT, DocumentKind.FOUR_DUTIES) if room.documents(kind)]
    for kind in kinds:
        for text in read_in_both(room.paper(kind)):
            missing = [name for name in told.names if squash(name) not in text]
            assert missing == [], f"{missing} not on {kind.term}"
    for text in read_in_both(room.paper(DocumentKind.FOUR_DUTIES)):
        assert [name for name in also if squash(name) not in text] == []
