"""The actors and topics indexes, and the letters of long ones."""

from onrecord.pages.views.frame import PageFrame
from onrecord.text.frozen import Frozen


class LetterLink(Frozen):
    """A letter of an A to Z; without permalink where nothing begins with it."""

    letter: str  # "A"
    permalink: str  # "/actors/#a" or "/actors/a-z/a/", "" for none
    count: int  # how many begin with it
    is_current: bool = False  # True on the letter's own page


class KindChip(Frozen):
    """A kind of actor to show only."""

    anchor: str  # "k-person"
    label: str  # "People"
    count: int  # how many


class ActorRow(Frozen):
    """An actor in the A to Z."""

    name: str  # "Abdul-Mahdi, Adel"
    permalink: str  # the actor's page
    kind_class: str  # "k-person"
    counts: str  # "1 quote, 3 briefings"
    line: str  # role or summary, "" for none


class LetterGroup(Frozen):
    """The actors of one letter."""

    anchor: str  # "a"
    letter: str  # "A"
    actors: tuple[ActorRow, ...]  # never empty


class ActorsView(Frozen):
    """The actors index, or one letter of a long one."""

    frame: PageFrame
    title: str  # "Actors", "Actors: A"
    lede: str  # "27 people and organisations named in 6 briefings."
    all_count: int  # the chip "All"
    kinds: tuple[KindChip, ...]  # kinds that occur; () with fewer than two
    letters: tuple[LetterLink, ...]  # A to Z and the other letters that occur
    groups: tuple[LetterGroup, ...]  # () on the index of a long list, which has only letters


class TopicRow(Frozen):
    """A topic in the index."""

    title: str  # "Iran"
    permalink: str  # the topic's page
    summary: str  # one line, "" for none
    counts: str  # "4 briefings"


class TopicsView(Frozen):
    """The topics index, by title."""

    frame: PageFrame
    title: str  # "Topics"
    lede: str  # what the page is
    topics: tuple[TopicRow, ...]  # () where there are none
