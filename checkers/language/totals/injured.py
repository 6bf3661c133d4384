"""How many were hurt and lived: as stated, else those who were shot or struck and did not die."""

from __future__ import annotations

from checkers.language.totals.account import Account
from checkers.language.totals.people import People, at_least_so_many
from checkers.model import Figure

_NOTHING = Account()


def injured(accounts: dict[str, Account], dead: Figure | None) -> Figure | None:
    """The injured of one happening, or None; ``dead`` is the total of its dead."""
    hurt = accounts.get("injured", _NOTHING)
    shot = accounts.get("shot", _NOTHING)
    lived = shot.others or _less(shot.lead or shot.later, dead)
    if hurt.apart is not None:
        return hurt.apart
    if hurt.lead is not None:
        if lived is None or shot.lead is None:
            return hurt.lead
        # "Four people were hurt", one of whom died; "two suffered minor injuries" of four shot.
        more = (lived.low or 0) > (hurt.lead.low or 0)
        same = hurt.lead == shot.lead and hurt.lead != hurt.beside
        return lived if more or same else hurt.lead
    if lived is not None and ((lived.low or 0) > 1 or _some(dead)):
        return lived
    told = hurt.total
    if told is not None and hurt.treated is not None and not _some(dead):
        told = max(told, hurt.treated, key=lambda figure: figure.low or 0)
    people = at_least_so_many(_one_by_one(accounts, dead))
    if told is None or (people is not None and (people.low or 0) > (told.low or 0)):
        return people or lived or told
    return told


def _one_by_one(accounts: dict[str, Account], dead: Figure | None) -> float:
    """How many are told of one by one as hurt, or as shot or in hospital and not as dead."""
    injured_, shot_ = accounts.get("injured", _NOTHING), accounts.get("shot", _NOTHING)
    hurt, killed = injured_.people, accounts.get("killed", _NOTHING).people
    either = shot_.people.and_also(shot_.patients).and_also(injured_.patients)
    left = _left(hurt.and_also(either), killed, (dead.low or 0) if dead is not None else 0)
    return max(hurt.number, min(hurt.and_also(either.without(killed)).number, left))


def _left(either: People, killed: People, dead: float) -> float:
    """How many of those who may have lived or died cannot be the dead."""
    named = len(either.names - killed.names) - (0 if killed.names else dead)
    described = max(len(either.sexes), int(either.somebody), either.listed) - dead
    return max(named, described, 0)


def _some(figure: Figure | None) -> bool:
    return figure is not None and bool(figure.low)


def _less(shot: Figure | None, killed: Figure | None) -> Figure | None:
    """Those shot without those killed, or None where nobody is left."""
    if shot is None or shot.low is None:
        return None
    gone = killed.low if killed is not None and killed.low is not None else 0
    if shot.low <= gone:
        return None
    return Figure(shot.low - gone, None if shot.high is None else max(0, shot.high - gone))
