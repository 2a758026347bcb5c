"""锁屏: the password with which a member of staff opens the locked screen again, if there is one."""

from __future__ import annotations

import secrets
from uuid import UUID

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.staff import StaffRole
from app.domain.trust.actors import Actor
from app.domain.trust.passwords import LockPassword
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.transactions.looking import look

_KEY = "lock.password"
_SALT_BYTES = 16
_NONE = ""


class ScreenLockService:
    """Keeps one optional password per member of staff; history tells that it changed, never what it is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def has_password(self, staff_id: UUID) -> bool:
        """Tell whether a locked screen asks this person for a password."""
        with look(self._store) as work:
            return bool(work.preferences.get(staff_id, _KEY))

    def with_password(self) -> frozenset[UUID]:
        """Give those of the roster who have one."""
        with look(self._store) as work:
            members = work.staff.all()
            return frozenset(member.id for member in members if work.preferences.get(member.id, _KEY))

    def opens(self, staff_id: UUID, typed: str) -> bool:
        """Tell whether what was typed opens this person's screen; without a password anything does."""
        with look(self._store) as work:
            kept = work.preferences.get(staff_id, _KEY)
        return not kept or LockPassword.read(kept).fits(typed)

    def set_own(self, old: str, new: str, *, actor: Actor) -> Done[bool]:
        """Set or change one's own password; an empty new one takes it away.

        InvalidInput ``lock.wrong_password`` where there is one already and ``old`` is not it, and
        ``lock.password_short`` for fewer than four signs.
        """
        with self._store.unit_of_work(actor) as work:
            kept = work.preferences.get(actor.id, _KEY)
            if kept and not LockPassword.read(kept).fits(old):
                raise InvalidInput("lock.wrong_password", field="old")
            if new:
                told = LockPassword.of(new, secrets.token_bytes(_SALT_BYTES)).text
                _put(work, actor.id, told, "staff.lock_password_set")
            elif kept:
                _put(work, actor.id, _NONE, "staff.lock_password_removed")
            return Done(bool(new), work.commit())

    def clear(self, staff_id: UUID, *, actor: Actor) -> Done[str]:
        """Take a forgotten password away; RuleRefusal ``lock.director_only`` for all but a director."""
        with self._store.unit_of_work(actor) as work:
            acting = work.staff.find(actor.id)
            if acting is None or StaffRole.DIRECTOR not in acting.roles:
                raise RuleRefusal("lock.director_only")
            member = work.staff.get(staff_id)
            if work.preferences.get(staff_id, _KEY):
                _put(work, staff_id, _NONE, "staff.lock_password_cleared")
            return Done(member.name, work.commit())


def _put(work: UnitOfWork, staff_id: UUID, text: str, act: str) -> None:
    work.preferences.put(staff_id, _KEY, text)
    work.history.note(act=act, kind="staff", subject_id=staff_id)
