"""A converted spiking network with the neurons of SpikingJelly.

plain.py beside it reads the network and computes the currents; the neurons are
SpikingJelly's IFNode with reset by subtraction (or to zero). Outputs that do not
fire and gates are those of plain.py, since SpikingJelly has none. IFNode does not
compensate the rounding of V, so that a spike may move now and then.

    python run.py    prints one line of JSON, see plain.py
"""

import plain
import torch
from spikingjelly.activation_based import neuron


class Neurons(plain.Neurons):
    """Integrate-and-fire neurons of one layer, [image, pixel, channel]."""

    def __init__(self, layer, network, initial):
        super().__init__(layer, network, initial)
        reset = 0.0 if self.to_zero else None
        self.node = neuron.IFNode(v_threshold=layer["threshold"], v_reset=reset)
        self.node.v = initial.clone()

    def step(self, current):
        if not self.fires:
            return super().step(current)
        with torch.no_grad():
            self.spikes = self.node(current)
        self.v = self.node.v
        self.send()


if __name__ == "__main__":
    plain.main(Neurons)
