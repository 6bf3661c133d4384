"""One outlet's account of a happening: its figures at that hour, in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.generator.happenings import Happening, Stage
from benchmarks.generator.wording import month, weekday, write, written
from benchmarks.generator.words import cast_of, kinds, phrases

# Words in an account, at least and at most, give or take a sentence.
SHORTEST, LONGEST = 80, 400

# Hours within which a report is early: its figures are cautious.
_EARLY = 8.0

# Of the general sentences, how many fit one happening; and of those that name what it alone has.
_THEMES, _OWN = 6, 10

# Shares of accounts, as they seem usual: that look back on an earlier happening, that name some of
# the dead, that begin with place and day.
_LOOKS_BACK, _NAMES_PARTS, _DATELINE = 0.4, 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Account:
    """The words of a report.

    Attributes:
        title: Its headline.
        paragraphs: Its text.
        caption: Of its picture, or "".
        mentions: Ids of the past happenings it looks back on.
    """

    title: str
    paragraphs: tuple[str, ...]
    caption: str
    mentions: tuple[str, ...] = ()


def account_of(
    chance: Random,
    happening: Happening,
    stage: Stage,
    hours: float,
    past: Sequence[Happening],
    agency: str = "",
) -> Account:
    """An account some hours after the happening, giving the toll of ``stage``.

    Args:
        chance: What is left to it.
        happening: What it is about.
        stage: The toll that it gives, which need not be the true one.
        hours: How long after.
        past: Happenings it may look back on.
        agency: Initials put into the dateline, or "".
    """
    blanks = _blanks(chance, happening, stage, hours)
    lead = _dateline(chance, happening, agency) + write(chance, _pick(chance, "leads"), blanks)
    seconds = [write(chance, form, blanks) for form in _seconds(chance, happening, stage, hours)]
    back, mentions = _look_back(chance, past)
    told = [
        write(chance, form, blanks, _facts(happening.id, form))
        for form in kinds()[happening.sort]["details"]
    ]
    chance.shuffle(told)
    told = told[: chance.randint(1, len(told))]
    room = chance.randint(SHORTEST, LONGEST) - _length([lead, *seconds, *told, *back])
    rest = [*told, *padding(chance, blanks, room, happening.id)]
    chance.shuffle(rest)
    caption = write(chance, _pick(chance, "captions"), blanks) if chance.random() < 0.5 else ""
    return Account(
        title=write(chance, _pick(chance, "title_forms"), blanks),
        paragraphs=(lead, *paragraphs(chance, [*seconds, *rest, *back])),
        caption=caption,
        mentions=mentions,
    )


def padding(chance: Random, blanks: Mapping[str, str], words: int, about: str) -> Iterator[str]:
    """Sentences of about so many words that could stand in any report, figures and all.

    All reports of what ``about`` names draw on the same few themes, and on the same people, things
    and streets, so that two happenings do not sound alike; and they give the same figures and names
    in the same sentence.
    """
    lot = Random(about)
    forms = [*lot.sample(phrases("general"), _THEMES), *lot.sample(phrases("own"), _OWN)]
    chance.shuffle(forms)
    while words > 0 and forms:
        form = forms.pop()
        lasting = form.startswith("{town}")  # of the place, whatever happens there
        facts = _facts(blanks["town"] if lasting else about, form)
        sentence = write(chance, form, {**blanks, **cast_of(about, facts)}, facts)
        words -= _length([sentence])
        yield sentence


def paragraphs(chance: Random, sentences: Sequence[str]) -> Iterator[str]:
    """The sentences in paragraphs of one to three."""
    at = 0
    while at < len(sentences):
        size = chance.randint(1, 3)
        yield " ".join(sentences[at : at + size])
        at += size


def _blanks(chance: Random, happening: Happening, stage: Stage, hours: float) -> dict[str, str]:
    told = kinds()[happening.sort]
    one, one_hurt = stage.killed == 1, stage.injured == 1
    cautious = not one and hours < _EARLY and chance.random() < 0.5
    number = written(chance, stage.killed)
    others = chance.choice(("other", "person") if one_hurt else ("others", "people"))
    return {
        "label": chance.choice(told["labels"]),
        "town": happening.town.name,
        "country": happening.town.country,
        "where": happening.site,
        "how": happening.how,
        "day": weekday(happening.at),
        "speaker": happening.speaker,
        "n_killed": str(stage.killed),
        "n_injured": str(stage.injured),
        "killed": ("at least " if cautious else "")
        + f"{number} {'person' if one else chance.choice(told['nouns'])}",
        "were": "was" if one else "were",
        "have": "has" if one else "have",
        "injured": f"{written(chance, stage.injured)} {others}",
        "injured_were": "was" if one_hurt else "were",
        "injured_are": "is" if one_hurt else "are",
        "part": chance.choice(told["parts"]),
    }


def _seconds(chance: Random, happening: Happening, stage: Stage, hours: float) -> Iterator[str]:
    """What follows the lead: how the toll moved or may move, and who is among the dead."""
    earlier = [one for one in happening.stages if one.killed < stage.killed and one.hours < hours]
    if earlier and chance.random() < 0.5:
        before = str(earlier[-1].killed)
        yield _pick(chance, "rises").replace("{before}", before)
    elif hours < _EARLY:
        yield _pick(chance, "firsts")
    if stage.killed > 5 and chance.random() < _NAMES_PARTS:
        yield _pick(chance, "part_forms")


def _look_back(chance: Random, past: Sequence[Happening]) -> tuple[list[str], tuple[str, ...]]:
    if not past or chance.random() > _LOOKS_BACK:
        return [], ()
    other = chance.choice(past)
    label = chance.choice(kinds()[other.sort]["labels"])
    blanks = {
        "label": label,
        "past_label": label,
        "past_town": other.town.name,
        "past_killed": str(other.stages[-1].killed + 1),
        "past_month": month(other.at),
        "past_year": str(other.at.year),
    }
    return [write(chance, _pick(chance, "backgrounds"), blanks)], (other.id,)


def _dateline(chance: Random, happening: Happening, agency: str) -> str:
    town = happening.town.name.upper()
    if agency:
        return f"{town} ({agency}) — "
    if chance.random() < _DATELINE:
        return f"{town}, {month(happening.at)} {happening.at.day} — "
    return ""


def _facts(about: str, form: str) -> Random:
    return Random(f"{about} {form}")


def _pick(chance: Random, name: str) -> str:
    return chance.choice(phrases(name))


def _length(sentences: Sequence[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)
