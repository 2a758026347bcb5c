"""What README tells a newcomer to type is what CI runs, and the locks hold what pyproject.toml asks for."""

import re
import subprocess
import sys
import tomllib

import pytest

from tests.support.sources import TREE, python_files, text_of, tracked_files

LOCKS = ("constraints.txt", "constraints-test.txt")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; .+?)? \\$")


def command(mark):
    """The one line README shows under a mark."""
    block = re.search(rf"<!-- command: {mark} -->\n```\w*\n(.+)\n```\n", text_of("README.md"))
    assert block, f"README has no one-line command under {mark!r}"
    return block[1]


def pinned(lock):
    return dict(match.groups() for match in map(PIN.match, text_of(lock).splitlines()) if match)


def asked_for():
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    named = {"constraints.txt": [*project["dependencies"], *extras["build"], *extras["postgres"]]}
    named["constraints-test.txt"] = [*named["constraints.txt"], *extras["test"], *extras["dev"]]
    return named


@pytest.mark.parametrize("mark", ["open", "test"])
def test_one_line_makes_its_environment_installs_by_hash_and_goes(mark):
    steps = command(mark).split(" && ")
    assert steps[0] == "python3 -m venv .venv"
    assert "--require-hashes" in steps[1]
    assert steps[2].endswith("pip install --no-deps --no-build-isolation -e .")
    assert len(steps) == 4


@pytest.mark.parametrize("mark", ["open", "test"])
def test_the_windows_line_does_the_same(mark):
    windows = command(f"{mark} on Windows").replace("py -3 -m venv", "python3 -m venv")
    assert windows.replace(".venv\\Scripts\\", ".venv/bin/") == command(mark)


def test_ci_reads_its_test_command_out_of_readme():
    script = text_of(".ci/run")
    assert "<!-- command: test -->" in script
    assert "pytest" not in script
    assert "pytest" in command("test")
    for check in ("ruff check", "ruff format --check", "mypy", "lint-imports"):
        assert f".venv/bin/{check}" in script


def test_the_terminals_of_the_system_read_the_scripts():
    assert [name for name in tracked_files() if name.startswith(".ci/") and "\r" in text_of(name)] == []
    if sys.platform == "linux":
        subprocess.run(["bash", "-n", str(TREE / ".ci/run")], check=True)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_every_direct_dependency(lock):
    names = {re.split(r"[\[<>=!;\s]", asked)[0] for asked in asked_for()[lock]}
    assert names - pinned(lock).keys() == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_hashes_and_no_address(lock):
    for line in text_of(lock).splitlines():
        assert (
            PIN.match(line) or re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) or line[0] == "#"
        ), line


def test_the_two_locks_agree():
    program, tests = (pinned(lock) for lock in LOCKS)
    assert {name: version for name, version in program.items() if tests.get(name) != version} == {}


def test_every_dependency_has_an_upper_major():
    for asked in asked_for()["constraints-test.txt"]:
        assert "<" in asked or asked.startswith("tzdata"), asked


def test_the_version_stands_in_one_place():
    version = re.search(r'__version__ = "(.+)"', text_of("app/__init__.py"))[1]
    elsewhere = [n for n in python_files() if n != "app/__init__.py" and f'"{version}"' in text_of(n)]
    assert elsewhere == []
    assert f'version = "{version}"' not in text_of("pyproject.toml")


def test_readme_shows_no_picture_that_is_not_there():
    rendered = re.sub(r"<!--.*?-->", "", text_of("README.md"), flags=re.DOTALL)
    shown = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", rendered)
    assert [name for name in shown if not (TREE / name).is_file()] == []
