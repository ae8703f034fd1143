"""A converted spiking network in NEST, as ECC Explorer wrote it.

NEST has no integrate-and-fire neuron with reset by subtraction. pp_psc_delta becomes
one: it is never reset, each spike raises its threshold by V_thr for good, and its
rate as a function of V is a step. It rests for a step after a spike, so a timestep
(1 ms) has two steps. The script simulates the images whose counts ECC Explorer
exported, asserts that each neuron has sent as many spikes, and prints a line of JSON.
"""

import json
from pathlib import Path

import nest
import numpy as np

folder = Path(__file__).resolve().parent
about = json.loads((folder / "network.json").read_text("utf-8"))
settings = json.loads((folder / "experiment.json").read_text("utf-8"))
layers, T = about["layers"], settings["timesteps"]
FOREVER = 1e300  # ms: without a leak


def load(path):
    """The arrays of a file in the safetensors format, by name."""
    data = path.read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start])
    header.pop("__metadata__")
    arrays = {}
    for name, one in header.items():
        first, end = (start + at for at in one["data_offsets"])
        kind = {"F32": "<f4", "I32": "<i4"}[one["dtype"]]
        arrays[name] = np.frombuffer(data[first:end], kind).reshape(one["shape"])
    return arrays


def connections(projection, channels):
    """Source, target and weight of each synapse."""
    start, source, tap, weights = (
        arrays[f"{projection['arrays']}.{name}"]
        for name in ("start", "source", "tap", "weights")
    )
    inputs, fan = weights.shape[1:]
    pixel = np.repeat(np.arange(len(start) - 1), np.diff(start))
    group = np.arange(inputs) * projection["groups"] // inputs
    i = source[:, None, None] * inputs + np.arange(inputs)[:, None]
    j = (projection["offset"] + group * fan)[:, None] + np.arange(fan)
    j = pixel[:, None, None] * channels + j
    i, j = np.broadcast_arrays(i, j)
    return i.ravel(), j.ravel(), weights[tap].astype(float).ravel()


def connect(sources, targets, weights, delay):
    """One synapse for each weight, which arrives after so many ms."""
    synapses = {"weight": weights, "delay": np.full(len(weights), float(delay))}
    nest.Connect(sources, targets, "one_to_one", synapses)


def simulate(image):
    """Spikes of each neuron, and what the outputs have gathered."""
    nest.ResetKernel()
    nest.resolution = 0.5
    groups, recorders = [], []
    for l, (layer, projections) in enumerate(zip(layers, synapses)):
        threshold = layer["threshold"]
        initial = arrays.get(f"layer{l}.initial", layer["initialPotential"])
        current = arrays[f"layer{l}.bias"] + layer["spreadCharge"] / T
        group = nest.Create("pp_psc_delta", len(current))
        # V counts from V_thr on: at 0 and above the rate is 1e9/s, a hair below it 0.
        fires = {"c_2": 1e9, "c_3": 1e9 / threshold} if layer["fires"] else {"c_2": 0.0}
        group.set(
            tau_m=FOREVER,
            tau_sfa=[FOREVER],
            q_sfa=[threshold],
            c_1=0.0,
            dead_time=0.5,
            with_reset=False,
            **fires,
        )
        shift = threshold if layer["fires"] else 0.0
        group.V_m = (np.zeros(len(current)) + initial - shift).tolist()
        ids = np.array(group.tolist())
        for projection, (i, j, weights) in zip(layer["projections"], projections):
            source = projection["source"]
            if source < 0:
                pixels = image.ravel() / about["inputScale"]
                current = current + np.bincount(j, weights * pixels[i], len(current))
            else:
                before = np.array(groups[source].tolist())
                connect(before[i], ids[j], weights, l - source)
        # Layer l starts l ms after the first: a spike is integrated a timestep later.
        times = [float(l + t) for t in range(1, T + 1)]
        clock = nest.Create("spike_generator", params={"spike_times": times})
        connect(np.full(len(ids), clock.tolist()[0]), ids, np.array(current, float), 1)
        recorder = nest.Create(
            "spike_recorder", params={"start": 0.0, "stop": l + T + 1.0}
        )
        nest.Connect(group, recorder)
        groups.append(group)
        recorders.append(recorder)
    start = min(settings["readFrom"], T - 1)
    outputs = []
    for span in (len(layers) + start, T - start):
        nest.Simulate(float(span))
        if layers[-1]["fires"]:
            outputs.append(counts(recorders[-1], groups[-1]))
        else:
            outputs.append(np.array(groups[-1].V_m))
    sent = [counts(recorder, group) for recorder, group in zip(recorders, groups)]
    return sent, outputs[1] - outputs[0] if start else outputs[1]


def counts(recorder, group):
    """Spikes of each neuron so far."""
    first = group.tolist()[0]
    return np.bincount(
        np.array(recorder.events["senders"], int) - first, minlength=len(group)
    )


nest.set_verbosity("M_ERROR")
arrays = load(folder / "weights.safetensors")
data = load(folder / "images.safetensors")
synapses = [
    [connections(one, layer["shape"][2]) for one in layer["projections"]]
    for layer in layers
]
right, differing = 0, 0
spikes = np.zeros(len(layers))
count = len(data["counts.0"])
for number in range(count):
    sent, outputs = simulate(data["images"][number])
    for l, own in enumerate(sent):
        spikes[l] += own.sum()
        differing += int(np.sum(own != data[f"counts.{l}"][number]))
    right += int(np.argmax(outputs)) == data["labels"][number]
line = {
    "accuracy": right / count,
    "spikesPerImage": (spikes / count).tolist(),
    "layers": [layer["name"] for layer in layers],
    "images": count,
    "timesteps": T,
    "differingNeurons": differing,
}
print(json.dumps(line))
assert differing == 0, f"{differing} neurons sent another number of spikes"
