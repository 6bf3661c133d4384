"""Web archives, written by hand byte by byte so that each way of being wrong can be had."""

from __future__ import annotations

PARAGRAPHS = (
    "Forty people were aboard the ferry that lost power off Dorrin on Thursday evening.",
    "Two tugs brought it in before midnight, the harbour master said, and nobody was hurt.",
    "The company has taken the ship out of service until its engines have been looked at.",
)


def page(title: str = "Ferry adrift", head: str = "") -> bytes:
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{text}"
        "</article></body></html>"
    ).encode()


def record(
    url: str,
    body: bytes | None = None,
    *,
    status: str = "200 OK",
    headers: str = "Content-Type: text/html; charset=utf-8\r\n",
    taken: str = "2026-03-05T18:30:00Z",
    kind: str = "response",
    length: int | None = None,
) -> bytes:
    """One record of an archive, not packed; ``length`` is what it says of itself."""
    kept = body if body is not None else page()
    if kind == "response":
        kept = f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + kept
    said = len(kept) if length is None else length
    media = "application/http; msgtype=response" if kind == "response" else "text/html"
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {taken}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: {media}\r\nContent-Length: {said}\r\n\r\n"
    ).encode() + kept + b"\r\n\r\n"  # fmt: skip


def chunked(body: bytes, size: int = 100) -> bytes:
    """A body in chunks, as servers send what they make while they send it."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in pieces) + b"0\r\n\r\n"
