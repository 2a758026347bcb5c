"""What is said in a channel that is not people's mediation, on papers and of its law, as its row tells it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PaperWords


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTexts:
    """What the notice of rights of a channel says."""

    principles: tuple[str, ...]
    rights: tuple[str, ...]
    duties: tuple[str, ...]
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelArticle:
    """The article of a channel's own law that ``stands_for`` one of people's mediation law (第十七条)."""

    stands_for: str
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTitle:
    """The name of one form in a channel."""

    kind: DocumentKind
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPapers:
    """The forms drawn for a channel; ``is_by_another`` says that a body other than ours bears them.

    ``told_in_agreement`` is what its agreement says of its own effect, in the words of its law.
    """

    named: tuple[PaperTitle, ...]
    words: PaperWords
    is_by_another: bool
    notice: NoticeTexts
    told_in_agreement: tuple[str, ...] = ()
    source: str
    is_verified: bool

    def title(self, kind: DocumentKind) -> str:
        """Give what a form is called; empty where the channel does not draw it."""
        return next((entry.title for entry in self.named if entry.kind is kind), "")
