"""The average of weights follows them slowly, and goes on where it was."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from quotekit.training.average import Average  # noqa: E402


def followed(decay: float, values: list[float], average: Average | None = None) -> tuple[object, Average]:
    """A network of one weight that takes each of *values*, and the average kept of it."""
    network = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.zeros_(network.weight)
    kept = average or Average(network, decay)
    for value in values:
        torch.nn.init.constant_(network.weight, value)
        kept.update()
    return network, kept


def test_weights_that_stand_still_are_their_average() -> None:
    """After many equal steps nothing is left of where the network began."""
    _, kept = followed(0.5, [2.0] * 200)
    assert float(kept.state()["weight"]) == pytest.approx(2.0, abs=1e-4)


def test_one_step_hardly_counts() -> None:
    """What the weights jump to at one step moves a long average by the rest of its decay."""
    _, kept = followed(0.9, [1.0] * 500 + [2.0])
    assert float(kept.state()["weight"]) == pytest.approx(1.1, abs=1e-3)


def test_the_first_steps_count_more() -> None:
    """A young average does not cling to the untrained weights."""
    _, kept = followed(0.999, [1.0] * 30)
    assert float(kept.state()["weight"]) > 0.7


def test_going_on() -> None:
    """An average that is loaded goes on as if it had never been broken off."""
    _, whole = followed(0.9, [1.0, 2.0, 3.0])
    network, part = followed(0.9, [1.0, 2.0])
    resumed = Average(network, 0.9)
    resumed.load(part.state(), part.steps)
    torch.nn.init.constant_(network.weight, 3.0)
    resumed.update()
    assert torch.equal(resumed.state()["weight"], whole.state()["weight"])


def test_weights_that_do_not_learn_are_left_out() -> None:
    """Only what the optimiser changes is averaged."""
    network = torch.nn.Linear(1, 1)
    network.bias.requires_grad_(False)
    assert set(Average(network, 0.9).state()) == {"weight"}
