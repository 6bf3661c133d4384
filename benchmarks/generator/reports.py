"""What outlets publish of a happening: own reports, agency reports and their copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from benchmarks.generator.account import Account, account_of, padding, paragraphs
from benchmarks.generator.happenings import Happening, Stage
from benchmarks.generator.wording import weekday, write
from benchmarks.generator.words import book, phrases, towns
from checkers.model import Article, Image, Origin, Stamp

# Share of happenings with three reports and more of which one gives a false toll; of happenings
# that an agency reports, for others to copy.
PLANTED, BY_AGENCY = 0.12, 0.35

_MOST_OUTLETS = 12
_MOST_COPIES = 4


@dataclass(frozen=True, slots=True)
class Planted:
    """A false figure that an outlet was made to give."""

    measure: str
    said: int
    true: int


@dataclass(frozen=True, slots=True)
class Report:
    """An article with what is true of it.

    Attributes:
        article: As it would come in.
        happening: Gold id of what it is about; routine news has an id that no other article has.
        mentions: Gold ids of the past happenings it looks back on.
        copy_of: Address of the report whose text it repeats, or "".
        planted: The false figure it gives, or None.
    """

    article: Article
    happening: str
    mentions: tuple[str, ...] = ()
    copy_of: str = ""
    planted: Planted | None = None


def reports_of(chance: Random, happening: Happening, past: Sequence[Happening]) -> Iterator[Report]:
    """The reports of one happening, by one to a dozen outlets, copies included."""
    # Most happenings are reported by a few outlets, some by a dozen.
    outlets = chance.sample(book()["outlets"], min(_MOST_OUTLETS, int(chance.paretovariate(0.8))))
    false = chance.randrange(len(outlets)) if len(outlets) > 2 else -1
    if chance.random() > PLANTED:
        false = -1
    if chance.random() < BY_AGENCY:
        yield from _agency(chance, happening, outlets, past)
    for place, outlet in enumerate(outlets):
        hours = 0.5 + chance.expovariate(1 / 10)
        stage, planted = happening.known(hours), None
        if place == false:
            stage, planted = _falsified(chance, stage)
        account = account_of(chance, happening, stage, hours, past)
        at = happening.at + timedelta(hours=hours)
        article = _published(outlet, happening.id, account, at)
        yield Report(article, happening.id, account.mentions, planted=planted)


def routine(chance: Random, midnight: datetime, name: str) -> Report:
    """News of something that nobody else reports."""
    at = midnight + timedelta(minutes=chance.randrange(24 * 60))
    which = chance.randrange(len(phrases("routine")))
    blanks = {"town": chance.choice(towns()).name, "day": weekday(at)}
    lead = write(chance, phrases("routine")[which], blanks)
    rest = paragraphs(chance, list(padding(chance, blanks, chance.randint(60, 250), name)))
    title = write(chance, phrases("routine_titles")[which], blanks)
    account = Account(title, (lead, *rest), "")
    return Report(_published(chance.choice(book()["outlets"]), name, account, at), name)


def _agency(
    chance: Random, happening: Happening, others: Sequence[str], past: Sequence[Happening]
) -> Iterator[Report]:
    """An agency's report, and the outlets that print it: whole, cut or edited."""
    name, initials = chance.choice(book()["agencies"])
    hours = 0.5 + chance.expovariate(1 / 4)
    account = account_of(chance, happening, happening.known(hours), hours, past, initials)
    at = happening.at + timedelta(hours=hours)
    wire = Report(_published(name, happening.id, account, at), happening.id, account.mentions)
    yield wire
    free = [outlet for outlet in book()["outlets"] if outlet not in others]
    for outlet in chance.sample(free, chance.randint(0, _MOST_COPIES)):
        printed = _reprinted(chance, account, name)
        later = at + timedelta(minutes=chance.randint(3, 300))
        article = _published(outlet, happening.id, printed, later)
        # What a copy leaves out, it does not look back on.
        kept = printed.mentions if _tail(account) in _tail(printed) else ()
        yield Report(article, happening.id, kept, copy_of=wire.article.url)


def _reprinted(chance: Random, account: Account, agency: str) -> Account:
    match chance.choice(("whole", "cut", "edited")):
        case "cut":
            kept = account.paragraphs[: max(2, len(account.paragraphs) * 2 // 3)]
            return replace(account, paragraphs=(*kept, f"(Source: {agency})"))
        case "edited":
            body = list(account.paragraphs)
            if len(body) > 3:
                del body[chance.randrange(1, len(body) - 1)]
            body.append(f"Our newsroom contributed to this report by {agency}.")
            return replace(account, paragraphs=tuple(body))
        case _:
            return account


def _tail(account: Account) -> str:
    return account.paragraphs[-1]


def _falsified(chance: Random, stage: Stage) -> tuple[Stage, Planted]:
    """The toll as an outlet might get it wrong: digits swapped, or a third and more too high."""
    digits = str(stage.killed)
    swapped = int(digits[::-1])
    higher = stage.killed + max(2, int(stage.killed * chance.uniform(0.3, 0.9)))
    said = swapped if len(digits) == 2 and swapped > stage.killed + 1 else higher
    return replace(stage, killed=said), Planted("killed", said, stage.killed)


def _published(outlet: str, name: str, account: Account, at: datetime) -> Article:
    at = at.replace(microsecond=0)
    host = outlet.lower().replace(" ", "-")
    slug = "".join(c for c in account.title.lower().replace(" ", "-") if c.isalnum() or c == "-")
    address = f"https://{host}.example/{at:%Y/%m/%d}/{slug}-{name}"
    picture = Image(url=f"{address}.jpg", caption=account.caption, role="lead")
    return Article(
        url=address,
        text="\n\n".join(account.paragraphs),
        title=account.title,
        published=Stamp(at, Origin.GIVEN),
        fetched=at + timedelta(minutes=20),
        publisher=outlet,
        language="en",
        images=(picture,) if account.caption else (),
    )
