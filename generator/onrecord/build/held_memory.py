"""A memory that lasts for many builds, and keeps at hand what each of them would read back."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from onrecord.build.bench import Bench
from onrecord.build.memory import Memory

Value = TypeVar("Value")


class HeldMemory(Memory):
    """What is remembered, on the disk as ever; what is asked for at every build also here."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory.memo)
        self._held: dict[str, Any] = {}
        self._made: dict[str, tuple[Hashable, Any]] = {}
        self._at_hand: dict[str, dict[str, Any]] = {}

    @property
    def lasts(self) -> bool:
        """It does."""
        return True

    def at_hand(self, kind: str) -> dict[str, Any]:
        """What earlier builds have put here, also those that came to no good end."""
        return self._at_hand.setdefault(kind, {}) if self.memo else {}

    def recall(self, kind: str, of: type[Value], key: str = "") -> Value | None:
        """What is kept of this kind; one that stands alone is read back once."""
        if key:
            return super().recall(kind, of, key)
        if kind not in self._held:
            self._held[kind] = super().recall(kind, of)
        value: Value | None = self._held[kind]
        return value

    def remember(self, kind: str, value: object, key: str = "") -> None:
        """Keep a value, here too where it stands alone."""
        if key:
            super().remember(kind, value, key)
        else:
            super().remember(kind, value)
            self._held[kind] = value

    def once(self, kind: str, key: Hashable, make: Callable[[], Value]) -> Value:
        """What was made, as long as it is asked for by the same key."""
        made = self._made.get(kind)
        if made is None or made[0] != key:
            self._let_go(made)
            made = self._made[kind] = key, make()
        value: Value = made[1]
        return value

    def give_up(self) -> None:
        """Drop what was not committed, and what was made of it."""
        super().give_up()
        self._end_all()

    def close(self) -> None:
        """Drop what was not committed, and all that is at hand."""
        super().close()
        self._end_all()
        self._at_hand = {}

    def _end_all(self) -> None:
        for made in self._made.values():
            self._let_go(made)
        self._held, self._made = {}, {}

    @staticmethod
    def _let_go(made: tuple[Hashable, Any] | None) -> None:
        if made is not None and isinstance(made[1], Bench):
            made[1].let_go()
