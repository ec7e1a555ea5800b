"""The vocabulary of schema.org as a judge: its types, as TypeScript has them, over linked data."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.rig.linked_data import Node
from tests.rig.needs import node_package, program

_FOUND = re.compile(r"graphs\.ts\((?P<line>[0-9]+),[0-9]+\): error (?P<told>.*)")


def _typed(value: object) -> object:
    """The graph without what schema.org lets be said of any property of an action (`query-input`).

    Its types have no place for that.
    """
    if isinstance(value, Mapping):
        return {key: _typed(one) for key, one in value.items() if not key.endswith("-input")}
    return [_typed(one) for one in value] if isinstance(value, list) else value


def misuses(graphs: Mapping[str, list[Node]], folder: Path) -> list[str]:
    """Each type or property that is not schema.org's, or is where it has no place, with its page.

    `folder` is where the graphs are laid out for the compiler, a page a line.
    """
    types = node_package("schema-dts")
    compiler = node_package("typescript") / "bin" / "tsc"
    settings = {
        "compilerOptions": {
            "module": "es2020",
            "moduleResolution": "node",
            "noEmit": True,
            "paths": {"schema-dts": [types.as_posix()]},
            "skipLibCheck": True,
            "strict": True,
            "target": "es2020",
            "types": [],
        },
        "files": ["graphs.ts"],
    }
    (folder / "tsconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    lines = ['import type { Graph } from "schema-dts";']
    for number, nodes in enumerate(graphs.values()):
        graph = json.dumps({"@context": "https://schema.org", "@graph": _typed(nodes)})
        lines.append(f"export const page{number}: Graph = {graph};")
    (folder / "graphs.ts").write_text("\n".join(lines), encoding="utf-8")
    checked = subprocess.run(
        [program("node", package="nodejs"), str(compiler), "--project", str(folder)],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    pages = ["", *graphs]
    found = [
        f"{pages[int(match['line']) - 1]}: {match['told']}"
        for match in _FOUND.finditer(checked.stdout)
    ]
    assert bool(found) == bool(checked.returncode), checked.stdout + checked.stderr
    return found
