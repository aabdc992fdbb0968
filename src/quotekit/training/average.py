"""A running average of weights, which generalises better than the weights of any one step.

Polyak & Juditsky (1992), "Acceleration of Stochastic Approximation by Averaging"; exponentially
weighted as in Izmailov et al. (2018), "Averaging Weights Leads to Wider Optima and Better Generalization".
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

__all__ = ["Average"]

_FIRST_STEPS = 10


class Average:
    """The average of those weights of *network* that learn.

    Args:
        network: Whose weights are averaged.
        decay: The share that the average keeps of itself at each step, less during the first steps.
    """

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self._live = {name: value for name, value in network.named_parameters() if value.requires_grad}
        self._kept = {name: value.detach().clone() for name, value in self._live.items()}

    def update(self) -> None:
        """Take in the weights as they are now."""
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + _FIRST_STEPS))
        with torch.no_grad():
            for name, kept in self._kept.items():
                kept.lerp_(self._live[name].detach(), 1.0 - decay)

    def state(self) -> dict[str, Tensor]:
        """The averaged weights by their names."""
        return dict(self._kept)

    def load(self, state: dict[str, Tensor], steps: int) -> None:
        """Go on from what `state` gave after so many *steps*."""
        self.steps = steps
        for name, kept in self._kept.items():
            kept.copy_(state[name])
