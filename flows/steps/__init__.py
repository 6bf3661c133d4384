"""The plain functions that both flows and the command line are made of; none needs Prefect.

``flows.steps.night`` has the night's; it is not named here, so that checking a file does not wait
for what fetching needs.
"""

from flows.steps.checking import check_articles
from flows.steps.result import ArticleResult, Progress, RunResult

__all__ = ["ArticleResult", "Progress", "RunResult", "check_articles"]
