"""Runs a network that ECC Explorer exported in SpikingJelly and in a plain PyTorch loop.

    ./ecc bench --limit 100 --export net       (or: bench --vgg16 --limit 8)
    python src/bench/peers/peers.py net [--batch 50]

or any network and images (MODEL: --model … --data … --max-pooling average --timesteps 64):

    ./ecc export MODEL --limit 2 --out net; ./ecc run MODEL --limit 2 --json > net/run.json
    python src/bench/peers/peers.py net --batch 1

Same images, same T, same number of threads, on the CPU; the spikes of each layer are compared with those in
net/bench.json or net/run.json, and the times printed as ratios; with others at work on the machine the seconds of
a core say more (ours: what `time` says of two runs with other --limit). SpikingJelly must be importable (PYTHONPATH, or pip
install spikingjelly).
"""
import argparse
import json
import os
import time

import numpy as np
import torch
import torch.nn.functional as F


def step_between(source, target):
    """Rows (or columns) of the source from one of the target to the next; padding cuts the first and the last."""
    last = np.full(target.max() + 1, -1)
    np.maximum.at(last, target, source)
    return max(1, int(np.median(np.diff(last)))) if len(last) > 1 else 1


class Synapses:
    """One projection as PyTorch has it: average pooling and a convolution, or a matrix."""

    def __init__(self, entry, arrays, shape):
        start, source, tap, weights = (arrays[f"{entry['arrays']}.{k}"] for k in ("start", "source", "tap", "weights"))
        self.source = entry["source"]
        height, width, channels = entry["from"]
        out_height, out_width, outputs = shape
        if entry["offset"] != 0 or entry["width"] != outputs:
            raise SystemExit("concatenations are not run by this script")
        self.matrix = self.kernel = None
        if out_height * out_width == 1:
            matrix = np.zeros((height * width, channels, outputs), np.float32)
            for s, t in zip(source, tap):
                matrix[s] += weights[t]
            # Spikes come as (C, H, W).
            matrix = matrix.transpose(2, 1, 0).reshape(outputs, -1)
            self.matrix = torch.from_numpy(np.ascontiguousarray(matrix))
            self.seen = (channels, height, width)
            return
        target = np.repeat(np.arange(len(start) - 1), np.diff(start))
        ty, tx = target // out_width, target % out_width
        sy, sx = source // width, source % width
        # The tap that most targets read: at its pixels stride and pooling show.
        seen = tap == np.bincount(tap).argmax()
        pool = int(round(np.sqrt(np.bincount(target[seen]).max())))
        self.overlapping = None
        step = max(step_between(x[seen], y[seen]) for x, y in ((sy, ty), (sx, tx)))
        if len(weights) == 1 and 1 < step < pool and entry["groups"] == 1:
            before = -int((sy - step * ty).min())
            self.overlapping = dict(kernel_size=pool, stride=step, padding=before)
            self.kernel = torch.from_numpy(weights[0].T * np.float32(pool * pool)).contiguous()[:, :, None, None]
            self.cut = (slice(None), slice(None), slice(out_height), slice(out_width))
            return
        offsets = [(int((sy - step * ty)[tap == t].min()), int((sx - step * tx)[tap == t].min())) for t in range(len(weights))]
        rows, columns = zip(*[(y // pool, x // pool) for y, x in offsets])
        top, left = min(rows), min(columns)
        kernel = np.zeros((outputs, channels // entry["groups"], max(rows) - top + 1, max(columns) - left + 1), np.float32)
        if entry["groups"] == channels and kernel.shape[1] == 1:
            for t, (y, x) in enumerate(zip(rows, columns)):
                kernel[:, 0, y - top, x - left] = weights[t].reshape(-1) * pool * pool
        elif entry["groups"] == 1:
            for t, (y, x) in enumerate(zip(rows, columns)):
                kernel[:, :, y - top, x - left] = weights[t].T * pool * pool
        else:
            raise SystemExit("grouped convolutions are not run by this script")
        self.kernel, self.pool, self.groups = torch.from_numpy(kernel), pool, entry["groups"]
        self.stride = max(1, step // pool)
        bottom = (out_height - 1) * self.stride + kernel.shape[2] + top - height // pool
        right = (out_width - 1) * self.stride + kernel.shape[3] + left - width // pool
        self.padding = (-left, right, -top, bottom)

    def __call__(self, x):
        if self.matrix is not None:
            return F.linear(x.flatten(1), self.matrix)[:, :, None, None]
        if self.overlapping:
            return F.conv2d(F.avg_pool2d(x, **self.overlapping)[self.cut], self.kernel)
        x = F.avg_pool2d(x, self.pool) if self.pool > 1 else x
        left, right, top, bottom = self.padding
        if left == right and top == bottom:
            return F.conv2d(x, self.kernel, stride=self.stride, padding=(top, left), groups=self.groups)
        return F.conv2d(F.pad(x, self.padding), self.kernel, stride=self.stride, groups=self.groups)


class Layer:
    def __init__(self, index, entry, arrays):
        height, width, channels = entry["shape"]
        self.name, self.fires = entry["name"], entry["fires"]
        self.threshold, self.initial = entry["threshold"], entry["initialPotential"]
        if f"layer{index}.initial" in arrays:
            self.initial = torch.from_numpy(arrays[f"layer{index}.initial"].reshape(height, width, channels).transpose(2, 0, 1).copy())
        self.bias = torch.from_numpy(arrays[f"layer{index}.bias"].reshape(height, width, channels).transpose(2, 0, 1).copy())
        self.synapses = [Synapses(p, arrays, entry["shape"]) for p in entry["projections"]]
        self.image = [s for s in self.synapses if s.source < 0]
        self.spikes = [s for s in self.synapses if s.source >= 0]

    def steady(self, images):
        return sum((s(images) for s in self.image), self.bias.expand(len(images), *self.bias.shape))


def plain(layers, images, timesteps):
    """Timestep by timestep, as one writes it."""
    steady = [layer.steady(images) for layer in layers]
    v = [torch.zeros_like(z) + layer.initial for layer, z in zip(layers, steady)]
    total = torch.zeros(len(layers), dtype=torch.float64)
    out = [None] * len(layers)
    for _ in range(timesteps):
        for i, layer in enumerate(layers):
            z = steady[i]
            for s in layer.spikes:
                z = z + s(out[s.source])
            v[i] = v[i] + z
            if layer.fires:
                out[i] = (v[i] >= layer.threshold).float()
                v[i] = v[i] - layer.threshold * out[i]
                total[i] += out[i].sum()
    return total, v[-1].flatten(1).argmax(1)


def spikingjelly(layers, images, timesteps):
    """Layer by layer over all timesteps: SpikingJelly's multi-step mode."""
    from spikingjelly.activation_based import functional, neuron
    out, total, answer = [], torch.zeros(len(layers), dtype=torch.float64), None
    for i, layer in enumerate(layers):
        steady = layer.steady(images)
        z = steady.unsqueeze(0)
        for s in layer.spikes:
            z = z + functional.seq_to_ann_forward(out[s.source], s)
        z = z.expand(timesteps, *z.shape[1:])
        if not layer.fires:
            answer = z.sum(0).flatten(1).argmax(1)
            break
        node = neuron.IFNode(v_threshold=layer.threshold, v_reset=None, step_mode="m")
        node.v = torch.zeros_like(steady) + layer.initial
        node.eval()
        out.append(node(z.contiguous()))
        total[i] += out[i].sum()
    return total, answer


def measured(folder):
    """What ECC Explorer's own run gave: of a benchmark, or the JSON that a run prints."""
    if os.path.exists(f"{folder}/bench.json"):
        return json.load(open(f"{folder}/bench.json"))
    run = json.load(open(f"{folder}/run.json"))
    return {
        "timesteps": run["settings"]["timesteps"],
        "threads": os.cpu_count(),
        "seconds": run["seconds"]["simulation"],
        "spikesPerImage": [layer["spikesPerImage"] for layer in run["layers"]],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("network")
    parser.add_argument("--batch", type=int, default=50)
    args = parser.parse_args()
    network = json.load(open(f"{args.network}/network.json"))
    arrays = np.load(f"{args.network}/network.npz")
    report = measured(args.network)
    timesteps = report["timesteps"]
    torch.set_num_threads(report["threads"])
    layers = [Layer(i, entry, arrays) for i, entry in enumerate(network["layers"])]
    images = torch.from_numpy(arrays["images"].transpose(0, 3, 1, 2).copy()) / network["inputScale"]
    ours = report["seconds"]
    print(f"{network['name']}: {len(images)} images, T = {timesteps}, {torch.get_num_threads()} threads, PyTorch {torch.__version__}")
    print(f"{'ECC Explorer':14} {len(images) / ours:8.2f} images/s")
    with torch.inference_mode():
        for run in (plain, spikingjelly):
            run(layers, images[:2], 8)
            start, used = time.perf_counter(), time.process_time()
            total = 0
            for first in range(0, len(images), args.batch):
                total = total + run(layers, images[first:first + args.batch], timesteps)[0]
            seconds, used = time.perf_counter() - start, time.process_time() - used
            expected = np.array(report["spikesPerImage"])
            found = (total / len(images)).numpy()
            worst = max(abs(f - e) / e for f, e, layer in zip(found, expected, layers) if layer.fires)
            print(f"{run.__name__:14} {len(images) / seconds:8.2f} images/s, {seconds / ours:5.1f} times as long, {used / len(images):.1f} s of a core each; spikes of a layer differ by at most {worst:.2e}")


if __name__ == "__main__":
    main()
