"""Text and Markdown files: YAML front matter with the fields of an article, where there is any."""

from __future__ import annotations

import re
from typing import Any

import yaml

from checkers.errors import ArticleUnreadable
from checkers.model import Article, Origin
from flows.sources.fields import article_from_fields
from flows.sources.plain_text import article_from_text
from flows.sources.printed.lines import unwrap

FENCE = re.compile(
    r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
HEADING = re.compile(r"\s*#[ \t]+(?P<title>\S[^\n]*?)[ \t]*#*[ \t]*(?:\n|\Z)")
# Fields of an article fill a screen at most; a longer block is no front matter.
LONGEST = 65_536


class _AsWritten(yaml.SafeLoader):
    """YAML whose plain scalars stay text: 2026-03-05 is read as a date by us, "no" stays a word.

    References to other parts are refused: no article needs them, and a few lines of them can stand
    for more than any memory holds.
    """

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """The next part of the document."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "a reference", self.get_mark())
        node: yaml.Node | None = super().compose_node(parent, index)
        return node


_AsWritten.yaml_implicit_resolvers = {}


def article_from_document(text: str, url: str) -> Article:
    """The article of a ``.txt`` or ``.md`` file.

    With front matter, the fields are what it says and the text is all that stands below it;
    without, they are read from the page's own lines.

    Args:
        text: The file's text.
        url: Address to go by where the front matter gives none.

    Raises:
        ArticleUnreadable: the front matter is no YAML, or a field has the wrong type.
    """
    fields, body = split_front_matter(text)
    if fields is None:
        return article_from_text(text, url)
    if not fields.get("title") and (heading := HEADING.match(body)):
        fields["title"], body = heading["title"], body[heading.end() :]
    if fields.get("text") is None:
        return article_from_fields(fields, Origin.FRONT_MATTER, url=url, text=unwrap(body))
    return article_from_fields(fields, Origin.FRONT_MATTER, url=url)


def split_front_matter(text: str) -> tuple[dict[str, Any] | None, str]:
    """The fields between the first two ``---`` lines (None where there are none), and the rest.

    Raises:
        ArticleUnreadable: what stands there is meant as front matter and is no YAML.
    """
    match = FENCE.match(text)
    if match is None or match.end() > LONGEST:
        return None, text
    try:
        # The loader is a SafeLoader with fewer types.
        fields = yaml.load(match["yaml"], Loader=_AsWritten)  # noqa: S506
    except yaml.YAMLError as error:
        raise ArticleUnreadable(f"the front matter is no YAML: {_where(error)}") from error
    except RecursionError as error:
        raise ArticleUnreadable("the front matter is nested too deeply") from error
    if not isinstance(fields, dict):
        return None, text  # a text that begins with a rule
    return {str(key): _without_nulls(value) for key, value in fields.items()}, text[match.end() :]


def _without_nulls(value: Any) -> Any:
    """``value`` with what YAML writes for nothing as None."""
    if isinstance(value, dict):
        return {str(key): _without_nulls(entry) for key, entry in value.items()}
    return None if value in ("", "~", "null") else value


def _where(error: yaml.YAMLError) -> str:
    """What is wrong and in which line of the file, on one line."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        line = error.problem_mark.line + 2  # lines count from 0, and the fence is one
        return f"{error.problem or 'unexpected text'} in line {line}"
    return "a character that YAML does not allow"
