"""The losses are those of their definitions, computed over all sequences."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch")

from quotekit.finders.network.labels import LABELS, legal_starts, legal_steps  # noqa: E402
from quotekit.finders.network.linker import LINK_SIZE  # noqa: E402
from quotekit.finders.network.tones import ACTS, TONES  # noqa: E402
from quotekit.training.batching import UNKNOWN, Batch  # noqa: E402
from quotekit.training.losses import field_loss, piece_loss, taught_loss, tone_loss  # noqa: E402


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


@pytest.mark.parametrize("length", [1, 2, 7, 64, 65])
def test_field_loss_of_any_length(field: Field, length: int) -> None:
    """Taking the product of all pieces in pairs gives what taking them one by one gives."""
    emissions = 3 * torch.randn(2, length, len(LABELS))
    allowed = torch.zeros(2, length, len(LABELS), dtype=torch.bool)
    allowed[:, :, 0] = True
    begins = torch.zeros(2, length, dtype=torch.bool)
    begins[:, 0] = True
    present = torch.ones(2, length, dtype=torch.bool)
    steps = field.steps + torch.from_numpy(legal_steps()).log()
    expected = torch.zeros(())
    for row in emissions:
        every = field.begins + torch.from_numpy(legal_starts()).log() + row[0]
        for piece in row[1:]:
            every = (every[:, None] + steps).logsumexp(0) + piece
        outside = field.begins[0] + row[:, 0].sum() + (length - 1) * field.steps[0, 0]
        expected = expected + every.logsumexp(0) - outside
    found = field_loss(field, emissions, allowed, begins, present)
    assert found.item() == pytest.approx(expected.item(), rel=1e-4)


def test_field_loss_keeps_its_range(field: Field) -> None:
    """Very sure scores of a long window lead neither to infinity nor to nothing, nor do the gradients."""
    emissions = (60 * torch.randn(1, 200, len(LABELS))).requires_grad_()
    allowed = torch.zeros(1, 200, len(LABELS), dtype=torch.bool)
    allowed[:, :, 0] = True
    begins = torch.zeros(1, 200, dtype=torch.bool)
    loss = field_loss(field, emissions, allowed, begins, torch.ones(1, 200, dtype=torch.bool))
    loss.backward()
    assert torch.isfinite(loss)
    assert torch.isfinite(emissions.grad).all()


def test_what_is_taught_is_how_far_the_shares_are_apart() -> None:
    """The same shares cost nothing, whatever is added to a piece's scores; others cost their divergence."""
    scores = torch.randn(4, len(LABELS))
    assert taught_loss(scores + 3.0, scores).item() == pytest.approx(0.0, abs=1e-5)
    shares, taught = scores.softmax(-1), torch.randn(4, len(LABELS))
    teachers = taught.softmax(-1)
    expected = (teachers * (teachers / shares).log()).sum()
    assert taught_loss(scores, taught).item() == pytest.approx(expected.item(), rel=1e-4)


class Hearer:
    """A network that hears the same of every quote."""

    def __init__(self, scores: torch.Tensor) -> None:
        self.scores = scores

    def tones(self, vectors: torch.Tensor, edges: torch.Tensor) -> torch.Tensor:
        """The scores, once for each quote; a row of zeros must stand behind the vectors."""
        assert edges.max() < len(vectors)
        assert not vectors[-1].any()
        return self.scores.expand(len(edges), -1)


def toned(acts: list[int], modalities: list[int]) -> Batch:
    """A batch of nothing but the edges of quotes, the last piece of which is behind all others."""
    edges = torch.tensor([[0, 1, 4, 4]] * len(acts), dtype=torch.int64).reshape(-1, 4)
    nothing = torch.zeros(0)
    given = (torch.tensor(acts, dtype=torch.int64), torch.tensor(modalities, dtype=torch.int64))
    return Batch(nothing, nothing, nothing, nothing, nothing, (), edges, *given, 4)


def test_tone_loss_is_of_what_is_annotated() -> None:
    """Acts and modalities are learned apart from each other, each where it is known."""
    hearer = Hearer(torch.randn(len(TONES)))
    acts = -hearer.scores[: len(ACTS)].log_softmax(0)
    modalities = -hearer.scores[len(ACTS) :].log_softmax(0)
    found = tone_loss(hearer, torch.ones(4, LINK_SIZE), toned([1, UNKNOWN, 0], [UNKNOWN, 2, 2]))
    expected = acts[1] + acts[0] + 2 * modalities[2]
    assert found.item() == pytest.approx(expected.item(), rel=1e-4)


def test_no_tones() -> None:
    """A batch without an annotated quote costs nothing."""
    assert tone_loss(Hearer(torch.zeros(len(TONES))), torch.ones(4, LINK_SIZE), toned([], [])).item() == 0.0
