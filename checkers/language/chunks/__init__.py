"""A sentence as a row of chunks: counted people, what befell them, and the words between.

Each chunk has a one-letter tag, so that the grammar of ``casualties`` can be written as patterns
over the row of tags:

    Q counted noun phrase      S somebody, without a number ("a man")     E what befell somebody
    T "death toll"             X be, get       H have                     R adverb
    P preposition              D determiner    C and, or, but             W who, which, that
    I including, of whom       L leaving       M rose, stands, reached    , comma, bracket, dash
    ; end of a clause          y said          " quotation mark           n anything else
    o ordinal                  Z himself, herself
"""

from checkers.language.chunks.chunk import Chunk, Forms, tag_row
from checkers.language.chunks.chunker import chunk

__all__ = ["Chunk", "Forms", "chunk", "tag_row"]
