"""A converted spiking network in Brian 2, as ECC Explorer wrote it.

It simulates the images whose counts ECC Explorer exported, asserts that each
neuron has sent as many spikes, and prints one line of JSON.
"""

import json
from pathlib import Path

import numpy as np
from brian2 import Network, NeuronGroup, SpikeMonitor, Synapses, defaultclock, ms, prefs

prefs.codegen.target = "numpy"
folder = Path(__file__).resolve().parent
about = json.loads((folder / "network.json").read_text("utf-8"))
settings = json.loads((folder / "experiment.json").read_text("utf-8"))
layers, T = about["layers"], settings["timesteps"]


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


arrays = load(folder / "weights.safetensors")
data = load(folder / "images.safetensors")
defaultclock.dt = 1 * ms
groups, monitors, synapses, image_synapses = [], [], [], []
for l, layer in enumerate(layers):
    # A spike is integrated a timestep later: layer l starts l timesteps after the first.
    group = NeuronGroup(
        len(arrays[f"layer{l}.bias"]),
        "v : 1\nz : 1\nsteady : 1\nfirst : integer (shared)",
        threshold=f"fires and v >= {layer['threshold']!r} and t_in_timesteps >= first"
        f" and t_in_timesteps < first + {T}",
        reset="v = 0" if about["reset"] == "ZERO" else f"v -= {layer['threshold']!r}",
        namespace={"fires": layer["fires"]},
        method="euler",
    )
    leak = about["leak"] if layer["fires"] else 0
    group.run_regularly(
        f"""active = int(t_in_timesteps >= first and t_in_timesteps < first + {T})
        v += active * (steady + z - {leak!r} * v)
        z = 0""",
        when="start",
    )
    group.first = l
    groups.append(group)
    monitors.append(SpikeMonitor(group, record=False))
    for projection in layer["projections"]:
        i, j, weights = connections(projection, layer["shape"][2])
        if projection["source"] < 0:
            image_synapses.append((l, i, j, weights))
            continue
        source = projection["source"]
        some = Synapses(groups[source], group, "w : 1", on_pre="z_post += w")
        some.connect(i=i, j=j)
        some.w = weights
        some.delay = (l - source - 1) * ms
        synapses.append(some)
network = Network(groups, monitors, synapses)
network.store()

right, differing = 0, 0
spikes = np.zeros(len(layers))
count = len(data["counts.0"])
for number in range(count):
    network.restore()
    for l, (layer, group) in enumerate(zip(layers, groups)):
        initial = arrays.get(f"layer{l}.initial", layer["initialPotential"])
        group.v = initial
        current = arrays[f"layer{l}.bias"] + layer["spreadCharge"] / T
        for index, i, j, weights in image_synapses:
            if index == l:
                pixels = data["images"][number].ravel() / about["inputScale"]
                current = current + np.bincount(j, weights * pixels[i], len(current))
        group.steady = current
    start = min(settings["readFrom"], T - 1)
    network.run((start + len(layers) - 1) * ms)
    before = np.array(monitors[-1].count if layers[-1]["fires"] else groups[-1].v)
    network.run((T - start) * ms)
    for l, (layer, monitor) in enumerate(zip(layers, monitors)):
        spikes[l] += np.sum(monitor.count)
        counts = data[f"counts.{l}"][number]
        differing += int(np.sum(np.array(monitor.count) != counts))
    outputs = np.array(monitors[-1].count if layers[-1]["fires"] else groups[-1].v)
    answer = int(np.argmax(outputs - before if start else outputs))
    right += answer == data["labels"][number]
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
