"""Through whom bodies speak that everybody knows: the White House through its president."""

from __future__ import annotations

from store.bodies import seat_name
from store.gazetteer import find_capital, find_seat, find_state, gazetteer
from store.lists import read_list, read_words
from store.role_patterns import write_name


def find_names(called: str) -> list[str]:
    """Other names of a body, folded: the Department of Defense for the Pentagon."""
    short: dict[str, str] = read_list("bodies")["acronyms"]
    whole: dict[str, str] = read_list("bodies")["whole_names"]
    pairs = [*short.items(), *whole.items(), *((name, letters) for letters, name in short.items())]
    meant = whole.get(called, called)
    found = [other for one, other in pairs if one in (called, meant)]
    found += [one for one, other in whole.items() if other == meant]
    return [name for name in dict.fromkeys(found) if name != called]


def find_seats(called: str) -> list[str]:
    """The seats of power of a state, by whose officers it speaks: the State Department."""
    code, seats = find_state(called) or find_capital(called), gazetteer().seats
    return sorted(each for each in seats if code and seats[each] == code)


def find_through(called: str) -> list[str]:
    """Descriptions of those through whom it speaks, though articles need not name it."""
    lists, code = read_list("bodies"), find_state(called) or find_capital(called) or ""
    officials = [f"{body} official" for body in lists["officials_of"].get(code.lower(), [])]
    several = [f"{one}s" for one in officials]
    return [*lists["speaks_through"].get(_meant(called), []), *officials, *several]


def find_states_through(called: str) -> list[str]:
    """The same as articles from abroad have them: "British foreign secretary"."""
    spoken, states = find_through(called), _states_of(_meant(called))
    return spoken + [f"{state} {one}" for state in states for one in spoken]


def write_heads(called: str) -> str:
    """A pattern for the titles of those who head it, which others have as well; "" if unknown."""
    meant = _meant(called)
    titles = read_list("bodies")["headed_by"].get(meant, [])
    if not titles:
        return ""
    states = "|".join(write_name(each) for each in _states_of(meant))
    before = rf"(?:(?:{states})(?:['’]s?)? )?" if states else ""
    return rf"(?i:^(?:the )?{before}(?:{'|'.join(titles)})$)"


def _meant(called: str) -> str:
    """The name under which the lists have it."""
    name = called and seat_name(called)
    return str(read_list("bodies")["whole_names"].get(name, name))


def _states_of(meant: str) -> list[str]:
    """By what its state and the people of that are called."""
    code = "GB" if meant in read_words("bodies", "of_britain") else find_seat(meant)
    known = gazetteer()
    return sorted(
        each
        for group in (known.states, known.people)
        for each in group
        if code and group[each] == code
    )
