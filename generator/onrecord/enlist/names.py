"""The names of an actor: which are linked by themselves, and by which one lists are sorted."""

from functools import lru_cache

from onrecord.model import Actor, ActorKind

PARTICLES = frozenset(
    "abu af al ar av bar ben bin bint da dal dalla das de del dela della den der des di do dos du "
    "el ez ibn la las le los mac mc san st ten ter thor 't van vom von y zu zum zur".split()
)
SUFFIXES = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
LEADING_ARTICLES = ("the ", "a ", "an ")
SHORTEST_LAST_NAME = 2


def linked_names(actor: Actor) -> tuple[str, ...]:
    """Every name that an article's text is searched for, the full name first."""
    names = (actor.name, *actor.aliases, *actor.previous_names)
    if actor.kind is ActorKind.PERSON:
        names = (*names, last_name(actor.name))
    return tuple(dict.fromkeys(name for name in names if name))


@lru_cache(maxsize=10_000)
def last_name(name: str) -> str:
    """The last word of a person's name with the particles before it, "" for a single word."""
    words = _without_suffixes(name)
    start = len(words) - 1
    while start > 0 and words[start - 1].casefold().strip(".") in PARTICLES:
        start -= 1
    if start <= 0 or len(words[-1]) < SHORTEST_LAST_NAME:
        return ""
    return " ".join(words[start:])


def sort_name(name: str, kind: ActorKind) -> str:
    """A person's last word, else the name without a leading article."""
    if kind is ActorKind.PERSON:
        words = _without_suffixes(name)
        return words[-1] if words else name
    for article in LEADING_ARTICLES:
        if name.casefold().startswith(article):
            return name[len(article) :]
    return name


def _without_suffixes(name: str) -> list[str]:
    words = name.split()
    while len(words) > 1 and words[-1].casefold().strip(".,") in SUFFIXES:
        words.pop()
    if words:
        words[-1] = words[-1].rstrip(",")
    return words
