"""The address that a page goes by: one for all the ways that lead to it."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from flows.sources.page.markup import web_address

# Parameters that say where a reader came from and never what is shown. Source: the lists of the
# ClearURLs rules (https://docs.clearurls.xyz) and of Firefox's query stripping, November 2026, as
# far as news sites use them; written anew, with the parameters of feeds and newsletters added.
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|twclid|igshid|igsh|yclid|wbraid|gbraid|mc_[ce]id|_hs\w+"
    r"|hsctatracking|vero_\w+|oly_\w+|wickedid|mkt_tok|ref_?src|ref_?url|cmpid|icid|ocid|ito"
    r"|at_\w+|xtor|s_cid|smid|sr_share|soc_src|soc_trk|guccounter|guce_\w+|ns_(?:campaign|mchannel|source|linkname|fee)|spm|share_id"
    r"|traffic_source|ftag|taid|_ga|_gl|srnd|sref|tpcc|__twitter_impression"
    r"|amp_gsa|amp_js_v|usqp",
    re.IGNORECASE,
)
# Ways to ask for the fast version of a page (AMP): in its path, its query or its host.
_AMP_QUERY = re.compile(r"(?:output|outputtype|format|view)=amp", re.IGNORECASE)
_AMP_PATH = re.compile(r"(?:/amp/?$|^/amp(?=/)|\.amp(?:\.html)?$|(?<=/)amp(?=/))", re.IGNORECASE)
# "www.outlet.example.cdn.ampproject.org/c/s/www.outlet.example/story": a copy kept for speed.
_AMP_CACHE = re.compile(r"^/(?:[acirv]|wp)/(?P<safe>s/)?(?P<rest>[^/]+\..*)$")


def page_address(given: str, url: str) -> str:
    """The address that a page gives as its own where it can be, else the one it came from, bare.

    A copy that points to the original on another site keeps its own address: it is another outlet's
    page. So does a page whose system calls every page the home page.
    """
    own, other = urlsplit(url), urlsplit(web_address(url, given) if given else "")
    if not other.netloc:
        return bare_address(url)
    if own.scheme == "file":
        return bare_address(other.geturl())
    home = other.path in ("", "/") and own.path not in ("", "/")
    if home or _site(own.hostname) != _site(other.hostname):
        return bare_address(url)
    return bare_address(other.geturl())


def bare_address(url: str) -> str:
    """An address without how a reader came to it, which fast version it is, and where to scroll.

    Addresses that are not of the web stay as they are.
    """
    split = urlsplit(url)
    if split.scheme not in ("http", "https"):
        return url
    cached = _AMP_CACHE.match(split.path) if ".cdn.ampproject." in split.netloc else None
    if cached:
        return bare_address(f"{'https' if cached['safe'] else 'http'}://{cached['rest']}")
    if not split.query and not split.fragment:
        return url
    pairs = parse_qsl(split.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _tells_nothing(*pair)]
    query = split.query if len(kept) == len(pairs) else urlencode(kept)
    fragment = split.fragment if split.fragment.startswith("!") else ""
    return urlunsplit(split._replace(query=query, fragment=fragment))


def is_fast_version(url: str) -> bool:
    """Whether an address is that of a page's fast version (AMP)."""
    split = urlsplit(url)
    host = split.hostname or ""
    return bool(
        host.startswith("amp.") or ".cdn.ampproject." in host
        or _AMP_QUERY.search(split.query) or _AMP_PATH.search(split.path)
        or re.search(r"(?:^|&)amp(?:=1|&|$)", split.query)
    )  # fmt: skip


def _tells_nothing(name: str, value: str) -> bool:
    fast = (name == "amp" and value in ("", "1", "true")) or _AMP_QUERY.fullmatch(f"{name}={value}")
    return bool(fast or TRACKING.fullmatch(name))


def _site(host: str | None) -> str:
    """A host without the prefixes of its mobile and fast versions."""
    host = host or ""
    if ".cdn.ampproject." in host:
        # The cache writes the outlet's host with a dash for each dot, and two for a dash.
        named = host.split(".cdn.ampproject.", 1)[0]
        host = named.replace("--", "\0").replace("-", ".").replace("\0", "-")
    return re.sub(r"^(?:www|m|mobile|amp)\.", "", host)
