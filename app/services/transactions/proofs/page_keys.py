"""The keys of a data store: made at first need, used to prove pages, renewed on request, kept for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.archive.signing.keys import KeyFolder, SigningKey, is_signed, key_id_of
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.proofs.pages import (
    PageClaim,
    PageKey,
    PageProof,
    ProvenPage,
    QrContents,
    code_of,
    text_digest,
)
from app.domain.trust.actors import Actor
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.looking import look


@dataclass(frozen=True, slots=True)
class DocumentProver:
    """Proves the pages of one document with one key; the same page always gets the same proof."""

    document: IssuedDocument
    key: SigningKey
    key_id: str

    @property
    def copies(self) -> int:
        """How many copies of the document there are."""
        return self.document.copies

    def prove(self, page: int, pages: int, text: str) -> ProvenPage:
        """Sign one page."""
        document = self.document
        claim = PageClaim(
            document_id=document.id,
            number=document.number,
            page=page,
            pages=pages,
            text_sha256=text_digest(text),
        )
        signature = self.key.sign(claim.message())
        proof = PageProof(
            document_id=document.id,
            page=page,
            pages=pages,
            code=code_of(signature),
            key_id=self.key_id,
            signature=signature.hex(),
            text=text,
        )
        return ProvenPage(proof, QrContents(claim, self.key_id, signature).packed())


class PageKeys:
    """Public halves lie in the database of both kinds; the private one in a file beside a local database.

    On a server several computers sign with one key, so the private half lies in the database there. Where the
    file is gone (data copied without it, a restored backup), a new key is made; pages signed before are
    still verified by the public half.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = KeyFolder(folder)

    def prover(self, document: IssuedDocument, *, actor: Actor) -> DocumentProver:
        """Give what proves the pages of a document, with a new key where there is none."""
        key = self._current()
        if key is None:
            key = self._make(actor)[0]
        return DocumentProver(document, key, key_id_of(key.public))

    def renew(self, *, actor: Actor) -> Done[str]:
        """Sign with a new key from now on; the public half of the old one stays. Gives the new key's id."""
        _key, done = self._make(actor)
        return done

    def all(self) -> tuple[PageKey, ...]:
        """Give every key, the newest first."""
        with look(self._store) as work:
            return work.proofs.keys()

    def is_ours(self, claim: PageClaim, key_id: str, signature: bytes) -> bool:
        """Tell whether a key of this data store, current or retired, signed a claim."""
        return self.judge()(claim, key_id, signature)

    def judge(self) -> Callable[[PageClaim, str, bytes], bool]:
        """Give ``is_ours`` for very many claims: the keys are read once."""
        known = {key.id: bytes.fromhex(key.public) for key in self.all()}

        def is_ours(claim: PageClaim, key_id: str, signature: bytes) -> bool:
            return key_id in known and is_signed(known[key_id], claim.message(), signature)

        return is_ours

    def _current(self) -> SigningKey | None:
        for key in self.all():
            if key.retired_at is None:
                held = bytes.fromhex(key.secret)
                return SigningKey(held) if held else self._folder.find(key.id)
        return None

    def _make(self, actor: Actor) -> tuple[SigningKey, Done[str]]:
        key = SigningKey.make()
        is_shared = self._store.backend == "postgresql"
        if not is_shared:
            self._folder.keep(key)
        with self._store.unit_of_work(actor) as work:
            made = work.proofs.take_up(
                id_=key_id_of(key.public),
                public=key.public.hex(),
                secret=key.secret.hex() if is_shared else "",
            )
            return key, Done(made.id, work.commit())
