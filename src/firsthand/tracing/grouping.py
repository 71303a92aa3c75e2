"""Putting together what pairs say: groups of whatever is linked, the same whatever the order of the links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any, Generic, Protocol, TypeVar


class _Ordered(Hashable, Protocol):
    def __lt__(self, other: Any, /) -> bool: ...  # noqa: ANN401 - whatever it is ordered against


Node = TypeVar("Node", bound=_Ordered)


class Groups(Generic[Node]):
    """Disjoint groups; the least member of each stands for it."""

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._above: dict[Node, Node] = {node: node for node in nodes}

    def of(self, node: Node) -> Node:
        """The least member of a node's group."""
        self._above.setdefault(node, node)
        root = node
        while self._above[root] != root:
            root = self._above[root]
        while self._above[node] != root:
            self._above[node], node = root, self._above[node]
        return root

    def join(self, one: Node, other: Node) -> bool:
        """Make one group of two; False where they were one."""
        first, second = self.of(one), self.of(other)
        if first == second:
            return False
        if second < first:
            first, second = second, first
        self._above[second] = first
        return True

    def all(self) -> list[list[Node]]:
        """The groups, their members and themselves in order."""
        members: dict[Node, list[Node]] = defaultdict(list)
        for node in self._above:
            members[self.of(node)].append(node)
        return [sorted(members[root]) for root in sorted(members)]
