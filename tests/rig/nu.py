"""The Nu HTML checker over a whole published folder, in one Java process."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote, unquote

from tests.rig.needs import give_up, node_package, program
from tests.rig.serving import served

_OLDEST_JAVA = 17
# The checker refuses to fetch from the loopback address unless it is told that it may.
_LOOPBACK = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
# It is over in seconds: compiling its code to the utmost costs more than that gains.
_IN_HASTE = ("-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_OPTIONS = ("--format", "json", "--exit-zero-always", "--skip-non-html")


def complaints(folder: Path, pages: Sequence[str] = ()) -> list[str]:
    """Every error and warning that the checker has about these HTML files of a folder, or all.

    The folder is served: from a file the checker cannot tell what `'self'` means in a page's
    content security policy, and takes the page's own styles for foreign ones.
    """
    java = program("java", package="default-jre-headless")
    jar = node_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    _need_java(java)
    paths = list(pages) or sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.html")
    )
    assert paths, f"there are pages in {folder}"
    with served(folder) as root:
        checked = subprocess.run(
            [
                *(java, *_IN_HASTE, _LOOPBACK, "-jar", str(jar), *_OPTIONS),
                *(root + quote(path) for path in paths),
            ],
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
    return [
        f"{unquote(message.get('url', '').removeprefix(root))}:{message.get('lastLine', 0)}:"
        f" {message['message']} [{message.get('extract', '').strip()}]"
        for message in json.loads(checked.stderr)["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
    ]


def _need_java(java: str) -> None:
    said = subprocess.run([java, "-version"], check=True, capture_output=True, text=True).stderr
    version = said.partition('"')[2].partition(".")[0].partition('"')[0]
    if version.isdigit() and int(version) < _OLDEST_JAVA:
        give_up(f"Java {_OLDEST_JAVA} (this is {version})", "apt-get install default-jre-headless")
