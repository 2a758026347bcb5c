"""The lock password: kept so that it can be tried, never read."""

import pytest

from app.domain.errors import InvalidInput
from app.domain.trust.passwords import LockPassword

SALT = bytes(range(16))


def test_only_what_was_set_fits():
    kept = LockPassword.of("枫桥-2026", SALT)
    assert kept.fits("枫桥-2026")
    assert not kept.fits("枫桥-2027")
    assert not kept.fits("")


def test_it_is_stored_with_everything_a_try_needs_and_without_itself():
    kept = LockPassword.of("secret-4821", SALT)
    assert "4821" not in kept.text
    assert kept.text.startswith("scrypt$16384$8$1$")
    assert LockPassword.read(kept.text) == kept
    assert LockPassword.read(kept.text).fits("secret-4821")


def test_the_same_password_of_two_people_is_kept_differently():
    assert LockPassword.of("0000", SALT).digest != LockPassword.of("0000", SALT[::-1]).digest


def test_one_spelling_of_what_looks_the_same():
    assert LockPassword.of("Jose\u0301", SALT).fits("Jos\u00e9")


def test_a_short_one_is_refused():
    with pytest.raises(InvalidInput, match=r"lock\.password_short"):
        LockPassword.of("123", SALT)


@pytest.mark.parametrize("text", ["", "md5$1$1$1$00$00", "scrypt$1$2"])
def test_what_is_no_hash_of_ours_is_no_password(text):
    with pytest.raises(ValueError):  # noqa: PT011 - any of the ways in which it cannot be read
        LockPassword.read(text)
