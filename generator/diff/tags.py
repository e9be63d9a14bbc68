"""The tags of releases, those on the remote included that a clone with `--no-tags` or a shallow one lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from .folding import list_names
from .revisions import RevisionError, find_repository, is_shallow, run_git

RELEASES: Final = "v[0-9]*"
_TIMEOUT: Final = 10.0
"""Seconds that a remote has; without an answer, what is here counts."""


def newest_tag(pattern: str, folder: Path) -> str:
    """Return the newest tag of a pattern that leads to the current commit.

    Args:
        pattern: as `git describe --match` takes it.
        folder: a folder of the repository.

    Raises:
        RevisionError: there is none, or the remote has tags that were not fetched.
    """
    root = find_repository(folder)
    missing = list_unfetched_tags(pattern, root)
    if missing:
        raise RevisionError(
            "the remote has tags of this history that were not fetched: "
            f"{list_names(map('`{}`'.format, missing))}\n"
            f"help: `git fetch {'--unshallow ' if is_shallow(root) else ''}--tags` fetches them, or name the last release: `release SINCE`"
        )
    result = run_git(root, "describe", "--tags", "--abbrev=0", f"--match={pattern}", "HEAD")
    tag = result.stdout.decode(errors="replace").strip()
    if result.returncode == 0 and tag:
        return tag
    others = run_git(root, "tag", "--list", pattern).stdout.decode(errors="replace").split()
    name = "name the revision or the document of the last release: `release SINCE`"
    if is_shallow(root):
        raise RevisionError(
            "no tag like `v1.2.0` leads to this commit, and this is a shallow clone, which may lack tags\n"
            f"help: `git fetch --unshallow --tags` fetches them, or {name}"
        )
    if others:
        raise RevisionError(
            f"none of the {len(others)} tags like `{others[-1]}` leads to this commit\nhelp: {name}"
        )
    raise RevisionError(
        f"no tag like `v1.2.0` leads to this commit\nhelp: `git fetch --tags` if there are any elsewhere; else {name}"
    )


def list_unfetched_tags(pattern: str, folder: Path) -> list[str]:
    """Return the tags of the remote that are missing here and lead to the current commit, as far as git can tell.

    A tag of another branch is left out. Of a commit that a shallow clone lacks nobody can tell, so its tag is listed.
    Without a remote, or where it does not answer in time, there are none.
    """
    remotes = run_git(folder, "remote").stdout.decode(errors="replace").split()
    if not remotes:
        return []
    remote = "origin" if "origin" in remotes else remotes[0]
    listing = run_git(
        folder, "ls-remote", "--tags", "--quiet", remote, pattern, timeout=_TIMEOUT
    ).stdout.decode(errors="replace")
    own = set(run_git(folder, "tag", "--list", pattern).stdout.decode(errors="replace").split())
    commits: dict[str, str] = {}
    for line in listing.splitlines():
        commit, _, reference = line.partition("\t")
        name = reference.removeprefix("refs/tags/")
        commits[name.removesuffix("^{}")] = commit  # of an annotated tag, its commit comes last
    return [
        name for name, commit in commits.items() if name not in own and _is_part(commit, folder)
    ]


def _is_part(commit: str, folder: Path) -> bool:
    """Return whether a commit leads to the current one, or may do."""
    if run_git(folder, "cat-file", "-e", commit).returncode:
        return is_shallow(folder)
    return run_git(folder, "merge-base", "--is-ancestor", commit, "HEAD").returncode == 0
