"""What a renderable looks like on a screen of a given width."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType

from flows.console.screen import THEME


def lines(renderable: RenderableType, width: int = 80, *, styled: bool = False) -> list[str]:
    """The lines printed, without trailing spaces: to a file, or (``styled``) to a terminal."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        theme=THEME,
        highlight=False,
        markup=False,
        emoji=False,
        force_terminal=styled,
        color_system="standard" if styled else None,
    )
    console.print(renderable)
    return [line.rstrip() for line in out.getvalue().splitlines()]
