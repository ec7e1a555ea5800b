"""The Nu HTML checker over a whole published folder, in one Java process."""

import json
import subprocess
from pathlib import Path

from tests.rig.needs import give_up, node_package, program

_OLDEST_JAVA = 17


def complaints(folder: Path) -> list[str]:
    """Every error and warning that the checker has about the HTML files of a folder.

    Infos are left out but for those that it calls warnings.
    """
    java = program("java", package="default-jre-headless")
    jar = node_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    _need_java(java)
    checked = subprocess.run(
        [
            java,
            "-jar",
            str(jar),
            "--format",
            "json",
            "--exit-zero-always",
            "--skip-non-html",
            str(folder),
        ],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    report = json.loads(checked.stderr)
    return [
        f"{_path(message, folder)}:{message.get('lastLine', 0)}: {message['message']}"
        f" [{message.get('extract', '').strip()}]"
        for message in report["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
    ]


def _path(message: dict[str, str], folder: Path) -> str:
    return message.get("url", "").partition(f"{folder.as_posix()}/")[2]


def _need_java(java: str) -> None:
    said = subprocess.run([java, "-version"], check=True, capture_output=True, text=True).stderr
    version = said.partition('"')[2].partition(".")[0].partition('"')[0]
    if version.isdigit() and int(version) < _OLDEST_JAVA:
        give_up(f"Java {_OLDEST_JAVA} (this is {version})", "apt-get install default-jre-headless")
