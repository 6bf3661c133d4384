"""News of a generated world, with what is true of each article: for measuring, never for training.

Several happenings a day, each reported by up to a dozen outlets with rising tolls, hedges, parts,
agency copies, passing mentions of earlier ones, figures that count nobody, happenings easily taken
for one another, and now and then a false figure that is known to be false.
"""

from benchmarks.generator.reports import Planted, Report
from benchmarks.generator.stream import generate

__all__ = ["Planted", "Report", "generate"]
