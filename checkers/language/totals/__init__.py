"""An article's own totals for a happening, worked out from all the figures it gives.

A report states its news in the headline and the first lines, so what these count stands before
what comes later, which is often an earlier happening or the sum of many. Where no total is
given, people spoken of one by one are told apart by name, or by being a man and a woman.
"""

from checkers.language.totals.totals import is_round_up, totals

__all__ = ["is_round_up", "totals"]
