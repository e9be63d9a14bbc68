"""The tags of releases, including those on the remote that a shallow clone, or one with `--no-tags`, lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from .folding import list_names
from .revisions import RevisionError, find_repository, is_shallow, read_git, run_git

RELEASES: Final = "v[0-9]*"
_TIMEOUT: Final = 10.0
"""Seconds that a remote has to respond; after them, only the local tags count."""


def find_newest_tag(pattern: str, folder: Path) -> str:
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
            f"{describe_unfetched_tags(missing)}\n"
            f"help: `git fetch {'--unshallow ' if is_shallow(root) else ''}--tags` fetches them, or name the last release: `release SINCE`"
        )
    tag = read_git(root, "describe", "--tags", "--abbrev=0", f"--match={pattern}", "HEAD")
    if tag:
        return tag
    others = read_git(root, "tag", "--list", pattern).split()
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
        "nothing has been released yet: there is no tag like `v1.2.0`\n"
        "help: publish the version that is there as it is, then tag its commit, like `git tag v0.1.0`; "
        f"if there was a release, {name}"
    )


def list_unfetched_tags(pattern: str, folder: Path) -> list[str]:
    """Return the tags of the remote that are missing here and lead to the current commit, as far as git can tell.

    Tags of other branches are left out. If a shallow clone lacks the commit of a tag, its branch is unknown, and the
    tag is listed. Without a remote, or if it does not respond in time, there are none.
    """
    remotes = read_git(folder, "remote").split()
    if not remotes:
        return []
    remote = "origin" if "origin" in remotes else remotes[0]
    arguments = ("ls-remote", "--tags", "--quiet", remote, pattern)
    listing = read_git(folder, *arguments, timeout=_TIMEOUT)
    own = set(read_git(folder, "tag", "--list", pattern).split())
    commits: dict[str, str] = {}
    for line in listing.splitlines():
        commit, _, reference = line.partition("\t")
        name = reference.removeprefix("refs/tags/")
        commits[name.removesuffix("^{}")] = commit  # of an annotated tag, its commit comes last
    return [
        name for name, commit in commits.items() if name not in own and _is_part(commit, folder)
    ]


def describe_unfetched_tags(names: list[str]) -> str:
    """Return the sentence that says which tags are missing here."""
    shown = list_names(map("`{}`".format, names))
    return f"the remote has tags of this history that were not fetched: {shown}"


def _is_part(commit: str, folder: Path) -> bool:
    """Return whether a commit leads to the current one, or may do."""
    if run_git(folder, "cat-file", "-e", commit).returncode:
        return is_shallow(folder)
    return run_git(folder, "merge-base", "--is-ancestor", commit, "HEAD").returncode == 0
