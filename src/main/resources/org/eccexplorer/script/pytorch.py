"""A converted spiking network in plain PyTorch, as ECC Explorer wrote it.

It needs PyTorch and the files beside it: network.json says what the network
consists of, weights.safetensors holds its numbers, images.safetensors the test
images, experiment.json the settings and what ECC Explorer's simulation gave.

    python run.py                            prints one line of JSON
    python run.py --exact                    adds up in ECC Explorer's order:
                                             the same spikes to the last bit, slower
    python run.py --images 10 --timesteps 8  fewer images, another T
"""

import argparse
import json
from pathlib import Path

import torch


def load(path):
    """The tensors of a file in the safetensors format, by name."""
    data = bytearray(path.read_bytes())
    start = 8 + int.from_bytes(data[:8], "little")
    types = {"F32": torch.float32, "I32": torch.int32}
    tensors = {}
    for name, about in json.loads(data[8:start]).items():
        if name != "__metadata__":
            first, end = about["data_offsets"]
            count = (end - first) // 4
            values = torch.frombuffer(
                data, dtype=types[about["dtype"]], count=count, offset=start + first
            )
            tensors[name] = values.reshape(about["shape"])
    return tensors


def fma(a, b, c):
    """a·b + c of float32, rounded once."""
    return (a.double() * b.double() + c.double()).float()


class Projection:
    """The synapses from one source to one layer.

    Target pixel p reads the source pixels source[start[p]:start[p + 1]], each
    through a kernel position (tap) with weights of its own, which all pixels share.
    """

    def __init__(self, about, arrays, exact):
        start, source, tap, self.weights = (
            arrays[f"{about['arrays']}.{name}"]
            for name in ("start", "source", "tap", "weights")
        )
        self.source = about["source"]
        self.height, self.width, self.channels = about["from"]
        self.groups = about["groups"]
        self.fan = about["width"] // self.groups
        self.reached = slice(about["offset"], about["offset"] + about["width"])
        self.quantum = about.get("quantum", 0)
        if self.quantum:  # whole levels, whose sums are exact in any order
            levels = torch.round(self.weights.double() / self.quantum)
            self.weights = levels.float()
        self.exact = exact
        lengths = (start[1:] - start[:-1]).long()
        target = torch.repeat_interleave(torch.arange(len(lengths)), lengths)
        source, tap = source.long(), tap.long()
        self.by_tap = [
            (k, target[tap == k], source[tap == k]) for k in tap.unique().tolist()
        ]
        # The same as a table: the k-th entry of each target pixel, or a pixel of zeros.
        most = int(lengths.max())
        place = torch.arange(len(target)) - start[:-1].long()[target]
        self.pixels = torch.full((len(lengths), most), self.height * self.width)
        self.pixels[target, place] = source
        self.taps = torch.zeros_like(self.pixels)
        self.taps[target, place] = tap

    def seen(self, values):
        """Values of the source as [image, pixel, channel]."""
        return values.reshape(len(values), self.height * self.width, self.channels)

    def add(self, values, current):
        """The current with what values of the source bring."""
        if not self.quantum:
            return self.sum(self.seen(values), current)
        levels = self.sum(self.seen(values), torch.zeros_like(current))
        return fma(levels, torch.tensor(self.quantum).float(), current)

    def sum(self, values, current):
        if self.exact:
            return self.in_order(values, current)
        total = torch.zeros_like(current[:, :, self.reached])
        for tap, target, source in self.by_tap:
            rows = values[:, source].unflatten(2, (self.groups, -1))
            weights = self.weights[tap].unflatten(0, (self.groups, -1))
            part = torch.einsum("npgc,gcf->npgf", rows, weights)
            total.index_add_(1, target, part.flatten(2))
        current = current.clone()
        current[:, :, self.reached] += total
        return current

    def in_order(self, values, current):
        """Entry by entry and channel by channel, as ECC Explorer adds up."""
        current = current.clone()
        padded = torch.nn.functional.pad(values, (0, 0, 0, 1))
        real = self.source < 0
        for k in range(self.pixels.shape[1]):
            rows = padded[:, self.pixels[:, k]]
            for c in range(self.channels):
                group = c * self.groups // self.channels
                first = self.reached.start + group * self.fan
                some = current[:, :, first : first + self.fan]
                value, weight = rows[:, :, c, None], self.weights[self.taps[:, k], c]
                # A spike is a power of two, so that its product needs no rounding.
                some[:] = fma(value, weight, some) if real else some + value * weight
        return current

    def chosen(self, counts):
        """Of a gate: the largest count of its sources, or the smallest."""
        sign = torch.where(self.weights.flatten()[: self.channels] < 0, -1.0, 1.0)
        lowest = (0, 0, 0, 1)
        padded = torch.nn.functional.pad(sign * self.seen(counts), lowest, value=-1e30)
        return sign * padded[:, self.pixels].amax(2)


class Neurons:
    """Integrate-and-fire neurons of one layer, [image, pixel, channel]."""

    def __init__(self, layer, network, initial):
        self.threshold = torch.tensor(layer["threshold"]).float()
        self.fires = layer["fires"]
        self.signs = layer["signs"]
        self.sizes = [2.0**-i for i in reversed(range(layer["thresholds"]))]
        self.leak = network["leak"] if self.fires else 0
        self.to_zero = network["reset"] == "ZERO"
        self.v = initial
        self.lost = torch.zeros_like(initial)
        self.count = torch.zeros_like(initial)  # the sum of what was sent
        self.spikes = torch.zeros_like(initial)  # of this timestep
        self.sent = 0  # spikes of all neurons and images

    def step(self, current):
        """One timestep: V = (1 − leak)·V + Z, then spikes and resets."""
        added = current - self.leak * self.v - self.lost
        v = self.v + added
        self.lost = (v - self.v) - added  # what rounding took, for the next step
        if self.fires:
            self.spikes = self.fire(v)
            v = v - self.spikes * self.threshold
            if self.to_zero:
                v = torch.where(self.spikes != 0, 0.0, v)
            self.send()
        self.v = v

    def send(self):
        self.count = self.count + self.spikes
        self.sent += int(torch.count_nonzero(self.spikes))

    def fire(self, v):
        if len(self.sizes) > 1:
            return self.of_sizes(v)
        up = v >= self.threshold
        if self.signs == "POSITIVE":
            return up.float()
        if self.signs == "BOTH":
            return up.float() - (v < -self.threshold / 2).float()
        return up.float() - ((v < 0) & (self.count > 0)).float()

    def of_sizes(self, v):
        """Spikes of 1, ½, ¼ …: the largest that V reaches."""
        spikes = torch.zeros_like(v)
        for size in self.sizes:
            step = 0.75 * (self.threshold * size)
            free = (self.count >= size) | (self.signs == "BOTH")
            spikes = torch.where(v >= step, size, spikes)
            spikes = torch.where((v <= -step) & free, -size, spikes)
        return spikes

    def follow(self, wanted):
        """Of gates: one step towards a count."""
        gap = wanted - self.count
        spikes = torch.zeros_like(gap)
        for size in self.sizes:
            spikes = torch.where(gap >= size, size, spikes)
            if self.signs != "POSITIVE":
                spikes = torch.where(gap <= -size, -size, spikes)
        self.spikes = spikes
        self.send()


class Network:
    """The spiking network; all layers advance within the same timestep."""

    def __init__(self, folder, exact=False, neurons=Neurons):
        self.about = json.loads((folder / "network.json").read_text("utf-8"))
        self.settings = json.loads((folder / "experiment.json").read_text("utf-8"))
        self.arrays = load(folder / "weights.safetensors")
        self.neurons = neurons
        self.projections = [
            [Projection(one, self.arrays, exact) for one in layer["projections"]]
            for layer in self.about["layers"]
        ]

    def run(self, images, numbers, timesteps):
        """Runs some images; gives their classes, and the neurons of each layer.

        images [image, height, width, channel], in the units of the CNN;
        numbers: their places among all images, which decide random spikes
        """
        rates = (images.double() / self.about["inputScale"]).float()
        random = self.settings["coding"] == "POISSON"
        seed = self.settings["seed"]
        steady, layers = [], []
        for index, layer in enumerate(self.about["layers"]):
            shape = (-1, layer["shape"][0] * layer["shape"][1], layer["shape"][2])
            bias = self.arrays[f"layer{index}.bias"].reshape(shape)
            initial = torch.full_like(bias, layer["initialPotential"])
            if f"layer{index}.initial" in self.arrays:
                initial = self.arrays[f"layer{index}.initial"].reshape(shape)
            spread = torch.tensor(layer["spreadCharge"]).float() / timesteps
            current = (bias + spread).repeat(len(images), 1, 1)
            if not random:
                constant = torch.zeros_like(current)
                for projection in self.projections[index]:
                    if projection.source < 0:
                        constant = projection.add(rates, constant)
                current = current + constant
            steady.append(current)
            initial = initial.repeat(len(images), 1, 1)
            layers.append(self.neurons(layer, self.about, initial))
        charge = self.charge(len(images))
        before = self.settings["readFrom"]
        if before >= timesteps:
            before = max(0, timesteps - 4)
        read = self.read(layers[-1], charge * 0)
        for t in range(1, timesteps + 1):
            spikes = poisson(rates, numbers, seed, t) if random else None
            for index, layer in enumerate(layers):
                if self.about["layers"][index]["role"] == "MAXIMUM_GATE":
                    source = self.projections[index][0]
                    layer.follow(source.chosen(layers[source.source].count))
                    continue
                current = steady[index]
                for projection in self.projections[index]:
                    if projection.source >= 0:
                        sent = layers[projection.source].spikes
                        current = projection.add(sent, current)
                    elif random:
                        current = projection.add(spikes, current)
                layer.step(current)
            charge = charge + current
            if t == before:
                start = self.read(layers[-1], charge)
        outputs, ties = self.read(layers[-1], charge)
        if before > 0:
            outputs, ties = outputs - start[0], ties - start[1]
        best = outputs == outputs.amax(1, keepdim=True)
        return torch.where(best, ties, float("-inf")).argmax(1), layers

    def charge(self, images):
        """What the outputs start with besides the charge of TRE."""
        last = self.about["layers"][-1]
        given = self.arrays.get(f"layer{len(self.about['layers']) - 1}.initial")
        pixels, channels = last["shape"][0] * last["shape"][1], last["shape"][2]
        if given is None:
            return torch.zeros(images, pixels, channels)
        return (given - last["initialPotential"]).reshape(1, pixels, channels)

    def read(self, outputs, charge):
        """What classes are read from, and what decides between equal ones."""
        lossy = self.about["reset"] == "ZERO" or self.about["leak"] > 0
        if not outputs.fires:
            return outputs.v.flatten(1).double(), 0 * outputs.v.flatten(1).double()
        ties = outputs.v if lossy else charge
        return outputs.count.flatten(1).double(), ties.flatten(1).double()


def poisson(rates, numbers, seed, timestep):
    """Random spikes of a timestep, those of ECC Explorer: SplitMix64 per image."""
    mask = (1 << 64) - 1

    def signed(value):
        return (value & mask) - ((value & mask) >> 63 << 64)

    def shifted(z, bits):  # without the sign
        return (z >> bits) & ((1 << (64 - bits)) - 1)

    gamma, size = 0x9E3779B97F4A7C15, rates[0].numel()
    spikes = []
    for image, number in zip(rates, numbers):
        start = seed * gamma + number + (timestep - 1) * size * gamma
        z = torch.arange(1, size + 1) * signed(gamma) + signed(start)
        z = (z ^ shifted(z, 30)) * signed(0xBF58476D1CE4E5B9)
        z = (z ^ shifted(z, 27)) * signed(0x94D049BB133111EB)
        z = z ^ shifted(z, 31)
        drawn = shifted(z, 11).double() * 2.0**-53
        spikes.append((drawn < image.flatten().double()).float())
    return torch.stack(spikes).reshape(rates.shape)


def main(neurons=Neurons):
    folder = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, help="the first images only")
    parser.add_argument("--timesteps", type=int, help="T")
    parser.add_argument("--batch", type=int, default=50, help="images at a time")
    parser.add_argument("--exact", action="store_true", help="ECC Explorer's order")
    chosen = parser.parse_args()
    network = Network(folder, chosen.exact, neurons)
    data = load(folder / "images.safetensors")
    expected = network.settings["expected"]
    count = min(chosen.images or len(data["images"]), len(data["images"]))
    timesteps = chosen.timesteps or network.settings["timesteps"]
    names = [layer["name"] for layer in network.about["layers"]]
    sent = [0] * len(names)
    answers, differing = [], 0
    with torch.no_grad():
        for first in range(0, count, chosen.batch):
            numbers = range(first, min(first + chosen.batch, count))
            images = data["images"][first : first + len(numbers)]
            classes, layers = network.run(images, numbers, timesteps)
            answers += classes.tolist()
            for index, layer in enumerate(layers):
                sent[index] += layer.sent
                counts = data[f"counts.{index}"][first : first + len(numbers)]
                if len(counts):
                    own = layer.count[: len(counts)].reshape(counts.shape)
                    differing += int(torch.count_nonzero(own - counts))
    right = (torch.tensor(answers) == data["labels"][:count]).double().mean()
    line = {
        "accuracy": float(right),
        "spikesPerImage": [spikes / count for spikes in sent],
        "layers": names,
        "images": count,
        "timesteps": timesteps,
    }
    if timesteps == network.settings["timesteps"]:
        # What differs from ECC Explorer's own simulation: answers of these images,
        # net counts of single neurons of those images whose counts were exported,
        # and spikes of all images per layer.
        other = [a != b for a, b in zip(answers, expected["answers"])]
        line["differingAnswers"] = sum(other)
        line["differingNeurons"] = differing
        if count == len(data["images"]):
            spikes = zip(sent, expected["spikes"])
            line["differenceInSpikes"] = [own - theirs for own, theirs in spikes]
    print(json.dumps(line))


if __name__ == "__main__":
    main()
