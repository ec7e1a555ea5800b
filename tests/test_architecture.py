"""The house keeps its shape: layers, cycles, sizes, surface, and who may touch what.

Everything is read from the syntax trees of `generator/onrecord`; nothing is imported but the package
itself, for its public surface.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "onrecord"

# The table of the house, lowest first; a file may import its own folder and lower layers.
LAYERS = (
    ("text", "memo", "store"),
    ("diagnostics",),
    ("disk",),
    ("model",),
    ("read",),
    ("enlist",),
    ("annotate",),
    ("link", "address"),
    ("check", "formats"),
    ("pages",),
    ("render",),
    ("audit",),
    ("publish",),
    ("search",),
    ("build",),
    ("preview", "desk"),
    ("cli",),
)
LAYER_OF = {name: number for number, names in enumerate(LAYERS) for name in names}

# Part of no layer: the surface sees the top by name, and everyone may ask for the version.
SURFACE = {"", "__main__"}

# Each third-party package and where it may be imported: one module, or the one folder named for it.
HOME_OF = {
    "click": "cli",
    "ghp_import": "desk/deploy.py",
    "imagesize": "read/picture_size.py",
    "jinja2": "render",
    "livereload": "preview",
    "markdown_it": "annotate",
    "markupsafe": "render",
    "mdit_py_plugins": "annotate/markdown.py",
    "msgspec": "text",
    "pagefind_bin": "search/pagefind.py",
    "pydantic": "read/schemas",
    "pydantic_core": "read/schemas",
    "rapidfuzz": "text/similar.py",
    "rich": "cli",
    "tornado": "preview",
    "watchfiles": "preview",
    "yaml": "text/yaml_events.py",
}

# Where imports may stand inside functions, by place or file, and why.
LATE_IMPORTS = {
    "build/__init__.py": "where nothing changed, no stage is needed",
    "cli": "it starts fast",
    "read/picture_size.py": "its package is slow to import, and many sites have no pictures",
    "search/pagefind.py": "its package need not be installed, and most builds start no program",
    "text/similar.py": "its package is slow to import, and most builds have nothing to propose",
}

# Only these may know files, processes or the clock.
WORLDLY_LAYERS = ("disk", "read", "publish", "search", "preview", "desk", "cli")
WORLDLY_MODULES = {
    "io", "locale", "os", "pathlib", "random", "secrets", "shutil", "socket", "subprocess",
    "tempfile", "threading", "time", "urllib.request", "uuid",
}  # fmt: skip
HARMLESS_NAMES = {"PurePath", "PurePosixPath"}
# A file outside those layers that touches the world all the same, and why.
WORLDLY_FILES = {
    "build/memory.py": "keeps the memo in the site's folder, and knows the program by its files",
    "build/pipeline.py": "hands the site's folder from read to publish",
    "build/rendering.py": "hands an edition to other processes as a file",
    "build/result.py": "is asked for a folder",
    "build/retouch.py": "hands an edited file to read by where it lies",
    "build/texts.py": "hands files to other processes by where they lie",
    "build/workers.py": "begins processes, and sees to it that they end",
    "memo.py": "keeps everything in one file",
    "store.py": "keeps things in a file for the time of a build",
    "render/compiled_layouts.py": "keeps them in the user's cache folder",
    "render/opening.py": "reads the theme of the site and of the package",
    "render/theme.py": "reads the layouts of the site and of the package",
}

LONGEST_FILE = 400
LONGEST_FUNCTION = 60

PUBLIC_NAMES = {
    "BuildResult",
    "BuildSettings",
    "Diagnostic",
    "__version__",
    "build_site",
    "check_site",
}


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module, what is taken from it, where, and whether inside a function."""

    module: str
    name: str
    line: int
    late: bool


@dataclass(frozen=True, slots=True)
class Module:
    """A file of the package: its path in it, its dotted name without `onrecord`, its tree."""

    path: str
    name: str
    lines: int
    tree: ast.Module

    @property
    def place(self) -> str:
        """The folder or file of the table that it belongs to; empty for the surface."""
        return self.name.split(".")[0]

    @cache  # noqa: B019 - the modules are read once and stay for all tests
    def imports(self) -> Sequence[Import]:
        """Every import, as absolute dotted names."""
        return list(self._imports())

    def _imports(self) -> Iterator[Import]:
        late = {
            id(inner)
            for outer in ast.walk(self.tree)
            if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef)
            for inner in ast.walk(outer)
        }
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(alias.name, "", node.lineno, id(node) in late)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.path}:{node.lineno}: imports are absolute"
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    found = whole if whole in MODULE_NAMES else str(node.module)
                    yield Import(found, alias.name, node.lineno, id(node) in late)

    def inner_imports(self) -> Iterator[Import]:
        """The imports of the package's own modules, without the leading `onrecord`."""
        for found in self.imports():
            if found.module.split(".")[0] == "onrecord":
                inner = found.module.partition(".")[2]
                yield Import(inner, found.name, found.line, found.late)


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES = sorted(PACKAGE.rglob("*.py"))
MODULE_NAMES = {f"onrecord.{_dotted(path)}".rstrip(".") for path in SOURCES}
MODULES = [
    Module(
        path.relative_to(PACKAGE).as_posix(),
        _dotted(path),
        len((text := path.read_text(encoding="utf-8")).splitlines()),
        ast.parse(text),
    )
    for path in SOURCES
]


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_every_file_has_its_place_in_the_table() -> None:
    homeless = [
        module.path
        for module in MODULES
        if module.place not in LAYER_OF and module.name not in SURFACE
    ]
    assert homeless == []


def test_a_layer_imports_only_itself_and_lower_ones() -> None:
    wrong = [
        f"{module.path}:{found.line} imports {found.module}"
        for module in MODULES
        if module.name not in SURFACE
        for found in module.inner_imports()
        if found.module and not _may_import(module.place, found.module.split(".")[0])
    ]
    assert wrong == []


def _may_import(importer: str, imported: str) -> bool:
    return importer == imported or LAYER_OF[imported] < LAYER_OF[importer]


def test_imports_form_no_cycle() -> None:
    graph = {
        module.name: {
            found.module for found in module.inner_imports() if found.module != module.name
        }
        for module in MODULES
    }
    assert _cycle(graph) == []


def _cycle(graph: Mapping[str, set[str]]) -> list[str]:
    """A chain of imports that comes back to itself, or nothing."""
    done: set[str] = set()

    def follow(name: str, chain: list[str]) -> list[str]:
        if name in chain:
            return [*chain[chain.index(name) :], name]
        if name in done:
            return []
        for imported in sorted(graph.get(name, ())):
            if found := follow(imported, [*chain, name]):
                return found
        done.add(name)
        return []

    return next((found for name in sorted(graph) if (found := follow(name, []))), [])


def test_the_search_for_cycles_finds_one() -> None:
    assert _cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]


def test_nothing_is_imported_for_the_type_checker_alone() -> None:
    wrong = [
        f"{module.path}:{node.lineno}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Name) and node.id == "TYPE_CHECKING")
        or (isinstance(node, ast.Attribute) and node.attr == "TYPE_CHECKING")
    ]
    assert wrong == []


def test_functions_import_nothing_but_where_the_list_allows() -> None:
    wrong = [
        f"{module.path}:{found.line} imports {found.module}"
        for module in MODULES
        if module.place not in LATE_IMPORTS and module.path not in LATE_IMPORTS
        for found in module.imports()
        if found.late
    ]
    assert wrong == []


def test_each_third_party_package_stays_in_its_home() -> None:
    known = set(HOME_OF) | set(_standard_library()) | {"onrecord"}
    wrong = [
        f"{module.path}:{found.line} imports {found.module}"
        for module in MODULES
        for found in module.imports()
        if (top := found.module.split(".")[0]) not in known
        or (top in HOME_OF and not _lives_in(module.path, HOME_OF[top]))
    ]
    assert wrong == []


def _standard_library() -> frozenset[str]:

    return sys.stdlib_module_names


def _lives_in(path: str, home: str) -> bool:
    return path == home or path.startswith(f"{home}/") or path == f"{home}.py"


def test_only_the_outer_stages_touch_the_world() -> None:
    wrong = [
        f"{module.path}:{found.line} imports {found.module}"
        for module in MODULES
        if module.place not in WORLDLY_LAYERS and module.path not in WORLDLY_FILES
        for found in module.imports()
        if found.module in WORLDLY_MODULES and found.name not in HARMLESS_NAMES
    ]
    assert wrong == []


def test_only_the_command_line_and_the_preview_read_the_clock() -> None:
    wrong = [
        f"{module.path}:{node.lineno}"
        for module in MODULES
        if module.place not in {"cli", "preview"}
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today"}
        if isinstance(node.value, ast.Name) and node.value.id in {"datetime", "date"}
    ]
    assert wrong == []


def test_nothing_is_printed_outside_the_command_line() -> None:
    wrong = [
        f"{module.path}:{node.lineno}"
        for module in MODULES
        if module.place != "cli"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", ["generator", "tests", "requirements"])
def test_no_file_is_longer_than_a_reader_can_hold(folder: str) -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in _python_files(folder)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


@pytest.mark.parametrize("folder", ["generator", "tests", "requirements"])
def test_no_function_is_longer_than_a_screen(folder: str) -> None:
    long = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": lines
        for path in _python_files(folder)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def _python_files(folder: str) -> list[Path]:
    return [
        path for path in sorted((ROOT / folder).rglob("*.py")) if "node_modules" not in path.parts
    ]


def test_the_public_surface_is_what_it_was() -> None:
    assert set(onrecord.__all__) == PUBLIC_NAMES
    assert all(hasattr(onrecord, name) for name in PUBLIC_NAMES)


def test_names_follow_the_house() -> None:
    banned = re.compile(r"(Manager|Handler|Helper|Util|Utils|Processor|Context|Data|Info)$")
    wrong = [
        f"{module.path}:{node.lineno} {node.name}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and banned.search(node.name)
    ]
    assert wrong == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    machine = re.compile(
        "|".join(
            [
                r"/(?:work|root|home|tmp)" + r"/[a-z]",
                r"(?:files\.)?python" + r"hosted\.org",
                r"pypi" + r"\.org/simple",
                r"registry\.npm" + r"js",
                r"deb\.debian" + r"\.org",
            ]
        )
    )
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in _tracked()
        if (text := _text_of(path)) is not None and path != Path(__file__)
        for number, line in enumerate(text.splitlines(), start=1)
        if (match := machine.search(line))
    ]
    assert found == []


def _text_of(path: Path) -> str | None:
    """The text of a tracked file; None where it is no text."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
