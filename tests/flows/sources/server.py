"""A web server on this machine that answers as the web does at its best and its worst."""

from __future__ import annotations

import gzip
import ssl
import threading
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

Headers = dict[str, str]


@dataclass(frozen=True)
class Answer:
    """One answer: a status, a body or the pieces of one, and headers beside its length."""

    body: bytes | Callable[[], Iterator[bytes]] = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Headers = field(default_factory=dict)


@dataclass
class Web:
    """The pages of the server and the requests that it saw.

    Attributes:
        address: Where it listens, without a path.
        pages: Answers by path; the last of several is given again and again.
        requests: Headers of each request, by path, in order.
        given: Status of each answer, by path, in order.
        stopping: Set when the server stops, so that endless answers end.
    """

    address: str = ""
    pages: dict[str, list[Answer]] = field(default_factory=dict)
    requests: dict[str, list[Headers]] = field(default_factory=lambda: defaultdict(list))
    given: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    stopping: threading.Event = field(default_factory=threading.Event)

    def add(self, path: str, *answers: Answer) -> str:
        """Put answers at a path and return its address."""
        self.pages[path] = list(answers)
        return f"{self.address}{path}"

    def drip(self, piece: bytes = b"x") -> Answer:
        """An answer that never ends, a piece every tenth of a second."""

        def pieces() -> Iterator[bytes]:
            while not self.stopping.wait(0.1):
                yield piece

        return Answer(pieces)

    def silence(self) -> Answer:
        """An answer that does not come."""

        def pieces() -> Iterator[bytes]:
            self.stopping.wait(30)
            yield b""

        return Answer(pieces)


def packed(body: bytes) -> Answer:
    """A body compressed with gzip."""
    return Answer(gzip.compress(body), headers={"Content-Encoding": "gzip"})


def bomb(megabytes: int) -> Answer:
    """So many megabytes of zeros, compressed a thousand to one."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    body = b"".join(squeeze.compress(bytes(1 << 20)) for _ in range(megabytes)) + squeeze.flush()
    return Answer(body, headers={"Content-Encoding": "gzip"})


def self_signed(folder: Path, name_of_host: str = "") -> ssl.SSLContext:
    """What a server for https needs, under a certificate that nobody has signed but itself.

    It is for ``name_of_host``, or for the address of this machine; ``server.pem`` holds it.
    """
    subject: x509.GeneralName = x509.IPAddress(ip_address("127.0.0.1"))
    if name_of_host:
        subject = x509.DNSName(name_of_host)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([subject]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    both = folder / "server.pem"
    both.write_bytes(key.private_bytes(*plain) + certificate.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return context


def unchanged(answer: Answer, asked: Message) -> bool:
    """Whether the validators that a client gives are those of the answer, whatever its body."""
    for header, condition in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        if header in answer.headers:
            return asked.get(condition) == answer.headers[header]
    return False


@contextmanager
def serving(secure: ssl.SSLContext | None = None) -> Iterator[Web]:
    """A server that runs as long as the block."""
    web = Web()

    class Handler(BaseHTTPRequestHandler):
        """Gives the next answer of the path that is asked for."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            web.requests[self.path].append({k.lower(): v for k, v in self.headers.items()})
            answers = web.pages.get(self.path, [Answer(b"not here", 404)])
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            if answer.status == 200 and unchanged(answer, self.headers):
                answer = Answer(status=304, headers=answer.headers)
            web.given[self.path].append(answer.status)
            self.give(answer)

        def give(self, answer: Answer) -> None:
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if isinstance(answer.body, bytes):
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)
                return
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            try:
                for piece in answer.body():
                    self.wfile.write(piece)
                    self.wfile.flush()
            except OSError:
                pass  # the client has had enough

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if secure is not None:
        server.socket = secure.wrap_socket(server.socket, server_side=True)
    web.address = f"http{'s' if secure else ''}://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield web
    finally:
        web.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
