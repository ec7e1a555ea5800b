"""`onrecord explain`: what a code means and what to do about it."""

import textwrap

import click

from onrecord.diagnostics import Code, code_named, every_code, harmless
from onrecord.text.similar import closest

_WIDTH = 88
_USAGE = 2


def run_explain(code_id: str | None) -> int:
    """Print one explanation, or the list of codes; the exit code."""
    if code_id is None:
        click.echo(
            "\n".join(f"{code.id}  {code.severity:<8} {code.headline}" for code in every_code())
        )
        return 0
    asked = f"OR{code_id}" if code_id.isdecimal() else code_id.upper()
    code = code_named(asked)
    if code is None:
        near = closest(asked, [code.id for code in every_code()])
        hint = f"; did you mean {near}?" if near else ""
        told = f"there is no code {harmless(code_id)}{hint}\n`onrecord explain` lists them all"
        click.echo(told, err=True)
        return _USAGE
    click.echo(_explanation(code))
    return 0


def _explanation(code: Code) -> str:
    kind = {"error": "An error", "warning": "A warning", "info": "An information"}[code.severity]
    effect = {
        "error": "nothing is published while it stands",
        "warning": "it fails under --strict",
        "info": "it never fails; --verbose shows it",
    }[code.severity]
    # An id with hyphens is to be copied whole.
    text = textwrap.fill(code.explanation, _WIDTH, break_on_hyphens=False)
    return f"{code.id}: {code.headline}\n\n{text}\n\n{kind}: {effect}."
