"""Files that come with the program: in a wheel beside its code, else in the repository."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def packaged_requirements() -> str:
    """What onrecord needs, each with its version and the digests of its files."""
    packaged = _PACKAGE / "_requirements.txt"
    in_repository = _PACKAGE.parents[1] / "requirements" / "site.txt"
    return (packaged if packaged.is_file() else in_repository).read_text(encoding="utf-8")


def starter_files(name: str) -> dict[str, str]:
    """The texts of a new site of that name, by path, with marks such as ‹title› in them."""
    folder = Path(__file__).parent / "starter" / name
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}
