"""Have the agreement of a demo case signed, refused, scanned and put into its cabinet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from app.domain.disputes.cases import Case
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.originals import empty_original
from app.domain.settlements.agreements import (
    AgreementState,
    Signature,
    SignerRole,
    SigningManner,
    SigningRefusal,
)
from app.domain.settlements.signing import SignerPlace
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.services.services import Services

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_PER_POINT = 130 / 72
_PRESSED = ((206, 52, 44), (180, 60, 60))


class Signing:
    """What a mediator does when the parties sit at the table with the printed agreement."""

    def __init__(self, services: Services, actor: Actor) -> None:
        self._services, self._actor = services, actor

    def sign_all(self, case: Case, on: date) -> None:
        """Record every signature and the seal on one day; people press a fingerprint beside their name."""
        settlements = self._services.settlements
        agreement = self._services.cases.folder(case.id).agreements[-1]
        for place in settlements.places(agreement):
            signature = self._signature(case, place, on)
            agreement = settlements.sign(
                agreement.id, signature, actor=self._actor, version=agreement.version
            ).value

    def refuse_last(self, case: Case, on: date) -> None:
        """Have all parties sign but the last, who would rather not."""
        services = self._services
        agreement = services.cases.folder(case.id).agreements[-1]
        *others, last = [
            place for place in services.settlements.places(agreement) if place.role is SignerRole.PARTY
        ]
        for place in others:
            agreement = services.settlements.sign(
                agreement.id,
                self._signature(case, place, on),
                actor=self._actor,
                version=agreement.version,
            ).value
        refusal = SigningRefusal(
            id=new_id(),
            role=last.role,
            signer_id=last.signer_id,
            name=last.name,
            refused_on=on,
            reason="说要回去和家里商量，今天不签。",
            witness=self._recorder(case),
        )
        services.signing.refuse(agreement.id, refusal, actor=self._actor, version=agreement.version)

    def take_original(self, case: Case, number: int) -> None:
        """Scan the signed agreements and say where the originals lie."""
        folder = self._services.cases.folder(case.id)
        for agreement in folder.agreements:
            found = [paper for paper in folder.documents if paper.id == agreement.document_id]
            if agreement.state is AgreementState.EFFECTIVE and found:
                self._scan(found[0], number)

    def _scan(self, document: IssuedDocument, number: int) -> None:
        originals = self._services.originals
        scan = _scanned(self._services.issuing.bytes_of(document.id))
        link = originals.attach_scan(
            document.id, scan, "协议书签名页扫描（演示）.pdf", actor=self._actor, version=0
        ).value
        lies = replace(empty_original(document), version=link.original.version)
        originals.locate(
            replace(lies, cabinet="2", box=str(number % 9 + 1), place=f"第{number}件"), actor=self._actor
        )

    def _signature(self, case: Case, place: SignerPlace, on: date) -> Signature:
        party = case.party(place.signer_id) if place.signer_id is not None else None
        is_seal = place.role is SignerRole.SEAL
        signature = Signature(
            id=new_id(),
            role=place.role,
            signer_id=place.signer_id,
            name=place.name,
            manner=SigningManner.SEAL if is_seal else SigningManner.SIGNATURE,
            signed_on=on,
        )
        if party is None or not party.is_person:
            return signature
        signature = replace(signature, has_fingerprint=True)
        if not party.language or party.language in ("汉语", "国家通用语言"):
            return signature
        return replace(
            signature,
            interpreter="古丽娜尔·艾尼",
            language=party.language,
            was_read_out=True,
            witness=self._recorder(case),
        )

    @staticmethod
    def _recorder(case: Case) -> str:
        return case.mediators[-1].name if case.mediators else ""


def _scanned(pdf: bytes) -> bytes:
    """Draw the stored pages as a scanner would give them: a scribble and a thumb on the last."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    sheets = [page.render(scale=_DOTS_PER_POINT).to_pil().convert("RGB") for page in opened]
    opened.close()
    _sign(sheets[-1])
    out = BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=130)
    return out.getvalue()


def _sign(sheet: Image) -> None:
    from PIL import ImageDraw

    pen = ImageDraw.Draw(sheet)
    across, down = sheet.size
    for line in range(3):
        left, top = across * 3 // 10, down * (62 + 5 * line) // 100
        strokes = [(left + 14 * n, top + (10 if n % 2 else -6) + 3 * (n % 3)) for n in range(9)]
        pen.line(strokes, fill=(40, 46, 90), width=3)
        pen.ellipse((left + 150, top - 18, left + 178, top + 20), fill=_PRESSED[line % 2])
