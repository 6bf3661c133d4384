"""Two invented outlets on the loopback interface, whose reports of one crash cannot both stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{published}"></head>
<body><article><h1>{title}</h1>{body}</article></body></html>"""

CRASH = (
    "A coach and a lorry collided near Hallendorf on Thursday afternoon. {toll} in the crash, "
    "the provincial police said. The coach was on its way from Hallendorf to the coast when it "
    "left the road at about four in the afternoon, and rescuers worked until dark.",
    "The road between Hallendorf and Brenn stays closed until Friday morning, the police said. "
    "Drivers are asked to go by way of Ostrow.",
)

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{outlet}</title>
<link>{base}/</link><description>News</description>{items}</channel></rss>"""

ITEM = "<item><title>{title}</title><link>{base}{path}</link><guid>{base}{path}</guid></item>"


def report(outlet: str, title: str, toll: str, published: str) -> str:
    """A page of one outlet about the crash."""
    body = "".join(f"<p>{paragraph.format(toll=toll)}</p>" for paragraph in CRASH)
    return PAGE.format(outlet=outlet, title=title, published=published, body=body)


PAGES = {
    "/courier/crash": report(
        "Hallendorf Courier",
        "Coach and lorry collide near Hallendorf",
        "Twelve people were killed",
        "2026-03-05T18:10:00+01:00",
    ),
    "/tribune/crash": report(
        "Brenn Tribune",
        "Coach crash near Hallendorf",
        "Twenty-one people were killed",
        "2026-03-05T18:20:00+01:00",
    ),
    "/radio/crash": report(
        "Radio Ostrow",
        "Crash closes road near Hallendorf",
        "Thirty-four people were killed",
        "2026-03-05T18:15:00+01:00",
    ),
}


@contextmanager
def outlets() -> Iterator[str]:
    """Address of a server with the pages above, and two feeds: ``/feed`` and ``/no-feed``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = _everything(base).get(self.path)
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", found[0] if found else "text/plain")
            self.end_headers()
            self.wfile.write(found[1].encode() if found else b"")

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        base = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield base
        server.shutdown()
        thread.join()


def _everything(base: str) -> Mapping[str, tuple[str, str]]:
    """Content type and body of every address; the radio's page is not in the feed."""
    listed = {"/courier/crash": "Collision", "/tribune/crash": "Coach crash"}
    items = "".join(
        ITEM.format(base=base, path=path, title=title) for path, title in listed.items()
    )
    pages = {path: ("text/html; charset=utf-8", page) for path, page in PAGES.items()}
    return {
        "/feed": ("application/rss+xml", FEED.format(outlet="Province", base=base, items=items)),
        "/no-feed": ("text/plain", "This address holds no feed."),
        **pages,
    }
