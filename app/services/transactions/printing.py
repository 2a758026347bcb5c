"""Drawing what was issued: from the frozen contents alone, after the commit, as often as a crash demands."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Protocol

from app.archive.files import FileStore
from app.archive.resources import fonts_folder
from app.documents.kinds import CONTENTS_OF, Contents
from app.domain.changes import Changes
from app.domain.contents.channels.worded import titled
from app.domain.errors import RuleRefusal, StorageRefusal
from app.domain.filing.catalogue.entries import ENTRY_OF
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.proofs.pages import PageProof, PageProver
from app.domain.trust.actors import Actor
from app.domain.values.plain import from_json
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.proofs.page_keys import PageKeys

_LOG = logging.getLogger(__name__)


class Rendered(Protocol):
    """A drawn document."""

    @property
    def pdf(self) -> bytes:
        """The file."""

    @property
    def pages(self) -> int:
        """How many pages it has."""

    @property
    def proofs(self) -> Sequence[PageProof]:
        """What each page carries to prove itself; none for a draft."""


class Unprintable(Protocol):
    """A character no font of the document has, and the field it stands in."""

    @property
    def character(self) -> str:
        """The character."""

    @property
    def field(self) -> str:
        """The dotted path of the field in the contents."""


class DocumentRenderer(Protocol):
    """What draws: ``Renderer`` of ``app.documents.rendering``, loaded when first needed, or a test's own."""

    def render(self, contents: Contents, *, is_draft: bool, prover: PageProver | None = None) -> Rendered:
        """Draw contents; the same contents give the same bytes. ``prover`` proves the pages of an issue."""

    def missing_characters(self, contents: Contents) -> Sequence[Unprintable]:
        """Give every character that would be missing on paper."""

    def carried(self, contents: Contents) -> frozenset[str]:
        """Draw contents and read them back: the paths of the fields whose value stands on paper."""


class LateRenderer:
    """Loads the typesetting floor and its fonts on first use: the window opens before it."""

    def render(self, contents: Contents, *, is_draft: bool, prover: PageProver | None = None) -> Rendered:
        """Draw contents."""
        return self._renderer().render(contents, is_draft=is_draft, prover=prover)

    def missing_characters(self, contents: Contents) -> Sequence[Unprintable]:
        """Give every character that would be missing on paper."""
        return self._renderer().missing_characters(contents)

    def carried(self, contents: Contents) -> frozenset[str]:
        """Draw contents and read them back."""
        return self._renderer().carried(contents)

    @staticmethod
    def _renderer() -> DocumentRenderer:
        from app.documents.rendering import Renderer

        return Renderer(fonts_folder())


class Printing:
    """Draws and stores issued documents.

    Kill-safety: number and contents are committed before anything is drawn. A process that dies
    between that commit and ``stored`` leaves a document with an empty digest; ``finish`` at the next
    start draws it from the frozen JSON. Drawing is deterministic and files are kept by content, so
    drawing twice stores the same file once. Pages are signed while they are drawn, so their proofs are
    recorded with the digest of the page, in one transaction.
    """

    def __init__(self, store: Store, files: FileStore, renderer: DocumentRenderer, keys: PageKeys) -> None:
        self._store = store
        self._files = files
        self._keys = keys
        self.renderer = renderer

    def refuse_unprintable(self, contents: Contents) -> None:
        """Refuse contents that cannot become a paper.

        Raises RuleRefusal ``document.fields_missing`` where a field the kind cannot do without is empty,
        ``document.unprintable_character`` where no font has a character.
        """
        lacking = ENTRY_OF[contents.kind].lacking(contents)
        if lacking:
            raise RuleRefusal("document.fields_missing", title=titled(contents), fields="、".join(lacking))
        for missing in self.renderer.missing_characters(contents):
            raise RuleRefusal(
                "document.unprintable_character",
                field=missing.field,
                character=missing.character,
                codepoint="、".join(f"U+{ord(sign):04X}" for sign in missing.character),
            )

    def refuse_unstorable(self) -> None:
        """Refuse before a number is taken when the page could not be stored: ``files.unreachable``."""
        self._files.refuse_unreachable()

    def draw(self, document: IssuedDocument, *, actor: Actor) -> Done[IssuedDocument]:
        """Draw a committed document and store its page.

        A full or unwritable disk does not undo the issue: it is logged, and the document comes back
        with an empty ``sha256``, to be drawn at the next start or when its bytes are asked for.
        """
        try:
            return self.finish(document, actor=actor)
        except StorageRefusal:
            _LOG.exception("document %s is issued but its page could not be stored", document.id)
            return Done(document, Changes())

    def finish(self, document: IssuedDocument, *, actor: Actor) -> Done[IssuedDocument]:
        """Draw and store, or raise StorageRefusal; a page that somebody stored meanwhile stays."""
        contents: Contents = from_json(CONTENTS_OF[document.kind], document.contents)
        prover = self._keys.prover(document, actor=actor)
        drawn = self.renderer.render(contents, is_draft=False, prover=prover)
        digest = self._files.put(drawn.pdf)
        with self._store.unit_of_work(actor) as work:
            known = work.documents.get(document.id)
            if known.sha256:
                return Done(known, Changes())
            stored = work.documents.stored(document.id, sha256=digest, pages=drawn.pages)
            work.proofs.add(drawn.proofs)
            return Done(stored, work.commit())
