"""The commit that is published: uncommitted files and shallow clones can't be built again."""

from __future__ import annotations

from ..diff.tags import RELEASES, describe_unfetched_tags, list_unfetched_tags
from .errors import Refusal
from .process import try_git
from .project import Workplace


def check_commit(place: Workplace) -> None:
    """Refuse uncommitted files of the document or the package, a shallow clone, and one without the tags of earlier releases.

    Outside a git checkout, as in a source archive, there is nothing to check.

    Args:
        place: where the document and the generated package are.

    Raises:
        Refusal: files are not committed; or the clone is shallow, so that the date of the last change, and with it the
            bytes of the distributions, would be another than in a full clone; or tags were not fetched.
    """
    folder = place.generated
    if try_git(folder, "rev-parse", "--is-inside-work-tree") != "true":
        return
    for part in (place.spec.parent, folder):
        changed = try_git(part, "status", "--porcelain", "--", ".").splitlines()
        if changed:
            raise Refusal(
                f"{part.name}/ has files that are not committed, first {changed[0][3:]}",
                "commit them with `git add -A && git commit`, so that the published bytes can be built again",
            )
    if try_git(folder, "rev-parse", "--is-shallow-repository") == "true":
        raise Refusal(
            "this is a shallow clone, in which the date of the last change is not known",
            "run `git fetch --unshallow --tags`, or set `fetch-depth: 0` for the checkout",
        )
    missing = list_unfetched_tags(RELEASES, folder)
    if missing:
        raise Refusal(
            describe_unfetched_tags(missing),
            "run `git fetch --tags`",
        )
