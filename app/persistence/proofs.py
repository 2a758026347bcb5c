"""The register of issued pages: what each proves itself by, and the keys that signed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from app.domain.filing.proofs.pages import PageKey, PageProof
from app.persistence.desk import INSTALLATION
from app.persistence.rows.filing import PageKeyRow, PageProofRow
from app.persistence.rows.mapping import shape_of
from app.persistence.writing import Writing


class ProofBook:
    """Proofs of pages are written with the digest of the stored page and never changed."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def add(self, proofs: Iterable[PageProof]) -> None:
        """Write the proofs of a document's pages."""
        for proof in proofs:
            row = PageProofRow()
            shape_of(PageProof, PageProofRow).fill(row, proof)
            self._session.add(row)

    def of_document(self, document_id: UUID) -> tuple[PageProof, ...]:
        """Give the proofs of a document, page by page; none for one issued before pages carried any."""
        rows = self._session.scalars(
            select(PageProofRow).where(PageProofRow.document_id == document_id).order_by(PageProofRow.page)
        )
        return tuple(shape_of(PageProof, PageProofRow).entity(row) for row in rows)

    def with_code(self, code: str) -> tuple[PageProof, ...]:
        """Give the pages that bear a code: none, or one but for a chance of one in 2 to the power of 60."""
        rows = self._session.scalars(
            select(PageProofRow)
            .where(PageProofRow.code == code)
            .order_by(PageProofRow.document_id, PageProofRow.page)
        )
        return tuple(shape_of(PageProof, PageProofRow).entity(row) for row in rows)

    def keys(self) -> tuple[PageKey, ...]:
        """Give every key, the newest first."""
        rows = self._session.scalars(select(PageKeyRow).order_by(PageKeyRow.made_at.desc(), PageKeyRow.id))
        return tuple(shape_of(PageKey, PageKeyRow).entity(row) for row in rows)

    def take_up(self, *, id_: str, public: str, secret: str) -> PageKey:
        """Write a new key and retire those before it; history act ``page_key.made``."""
        key = PageKey(id=id_, public=public, secret=secret, made_at=self._writing.clock.now())
        for known in self.keys():
            if known.retired_at is None:
                self._write(replace(known, secret="", retired_at=key.made_at))
        self._write(key)
        self._writing.record(
            act="page_key.made", kind="settings", subject_id=INSTALLATION, case_id=None, note=key.id
        )
        return key

    def _write(self, key: PageKey) -> None:
        row = self._session.get(PageKeyRow, key.id) or PageKeyRow()
        shape_of(PageKey, PageKeyRow).fill(row, key)
        self._session.add(row)
