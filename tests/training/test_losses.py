"""The losses are those of their definitions, computed over all sequences."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch")

from quotekit.finders.network.labels import LABELS, legal_starts, legal_steps  # noqa: E402
from quotekit.training.losses import field_loss, piece_loss  # noqa: E402


class Field(torch.nn.Module):
    """The part of the network that the field needs."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = torch.nn.Parameter(torch.randn(len(LABELS), len(LABELS)))
        self.begins = torch.nn.Parameter(torch.randn(len(LABELS)))


def weight(field: Field, emissions: torch.Tensor, allowed: torch.Tensor) -> torch.Tensor:
    """The summed weight of all allowed sequences over one paragraph, one by one."""
    total = torch.zeros(())
    for labels in product(range(len(LABELS)), repeat=len(emissions)):
        pairs = list(pairwise(labels))
        possible = legal_starts()[labels[0]] and all(legal_steps()[pair] for pair in pairs)
        if possible and all(allowed[place, label] for place, label in enumerate(labels)):
            score = field.begins[labels[0]] + sum(field.steps[pair] for pair in pairs)
            total = total + (score + sum(emissions[place, label] for place, label in enumerate(labels))).exp()
    return total


@pytest.fixture
def field() -> Field:
    """Random transition scores, always the same."""
    torch.manual_seed(4)
    return Field()


def test_field_loss_sums_over_what_is_allowed(field: Field) -> None:
    """Unknown labels are summed over; another paragraph begins afresh; padding does not count."""
    emissions = torch.randn(1, 6, len(LABELS))
    allowed = torch.zeros(1, 6, len(LABELS), dtype=torch.bool)
    allowed[0, 0, 5] = allowed[0, 1, 6] = True
    allowed[0, 2, :5] = allowed[0, 3, 0] = allowed[0, 4] = allowed[0, 5] = True
    begins = torch.tensor([[True, False, False, True, False, False]])
    present = torch.tensor([[True] * 5 + [False]])
    expected = 0.0
    for start, end in ((0, 3), (3, 5)):
        some, every = emissions[0, start:end], torch.ones(end - start, len(LABELS), dtype=torch.bool)
        expected += weight(field, some, every).log() - weight(field, some, allowed[0, start:end]).log()
    found = field_loss(field, emissions, allowed, begins, present)
    assert found.item() == pytest.approx(expected.item(), abs=1e-4)


def test_piece_loss_is_the_share_of_what_is_allowed() -> None:
    """Two of seven equally likely labels cost the logarithm of two sevenths."""
    allowed = torch.zeros(3, len(LABELS), dtype=torch.bool)
    allowed[:, :2] = True
    loss = piece_loss(torch.zeros(3, len(LABELS)), allowed)
    assert loss.item() == pytest.approx(-3 * torch.tensor(2 / 7).log().item(), abs=1e-5)
