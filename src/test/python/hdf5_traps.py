"""Writes small HDF5 files that are odd, or made to harm a reader, as variants of one model.

    python hdf5_traps.py src/test/resources/org/eccexplorer/keras/traps

The model has one Dense layer of 2 units on 3 inputs: kernel [[1, 2], [3, 4], [5, 6]], bias [7, 8].
Written with h5py 3.14; jhdf writes neither links nor chunks of its own choice.
"""

import json
import sys
from pathlib import Path

import h5py
import numpy as np

target = Path(sys.argv[1])
target.mkdir(parents=True, exist_ok=True)
KERNEL = np.array([[1, 2], [3, 4], [5, 6]], np.float32)
BIAS = np.array([7, 8], np.float32)
CONFIG = {
    "class_name": "Sequential",
    "config": {
        "name": "trap",
        "layers": [
            {
                "class_name": "Dense",
                "config": {"name": "d", "batch_input_shape": [None, 3], "units": 2},
            }
        ],
    },
}


def put_kernel(group):
    group["kernel:0"] = KERNEL


def names(group, key, values):
    group.attrs[key] = values


def write(name, kernel=put_kernel, listed=names, inputs=3, units=2, **options):
    layer = CONFIG["config"]["layers"][0]["config"]
    layer.update(batch_input_shape=[None, inputs], units=units)
    with h5py.File(target / f"{name}.h5", "w", **options) as file:
        file.attrs["keras_version"] = "2.15.0"
        file.attrs["model_config"] = json.dumps(CONFIG)
        weights = file.create_group("model_weights")
        listed(weights, "layer_names", ["d"])
        layer = weights.create_group("d")
        listed(layer, "weight_names", ["d/kernel:0", "d/bias:0"])
        inner = layer.create_group("d")
        kernel(inner)
        inner["bias:0"] = BIAS


def dataset(**options):
    return lambda group: group.create_dataset("kernel:0", **options)


def linked(link):
    return lambda group: group.__setitem__("kernel:0", link)


def chunked_names(group, key, values):
    for i, part in enumerate(np.array_split(np.array(values, "S"), len(values))):
        group.attrs[f"{key}{i}"] = part


def fixed_names(group, key, values):
    group.attrs[key] = np.array(values, "S20")


def virtual(group):
    layout = h5py.VirtualLayout((3, 2), "<f4")
    layout[:] = h5py.VirtualSource("/etc/passwd", "x", (3, 2))
    group.create_virtual_dataset("kernel:0", layout)


# Odd, but right.
write("good")
write("user_block", userblock_size=512)
write("newest", libver="latest")
write("tracked", track_order=True)
write("names_in_parts", listed=chunked_names)
write("names_of_fixed_length", listed=fixed_names)
write("compressed", dataset(data=KERNEL, chunks=(2, 1), compression="gzip", shuffle=True))
write("big_endian", dataset(data=KERNEL.astype(">f4")))
write("half", dataset(data=KERNEL.astype("<f2")))
write("double", dataset(data=KERNEL.astype("<f8")))

# To be refused.
write("integers", dataset(data=KERNEL.astype("<i4")))
write("transposed", dataset(data=KERNEL.T))
write("unwritten", dataset(shape=(3, 2), dtype="<f4", chunks=(1, 1)))
write("external_link", linked(h5py.ExternalLink("/etc/passwd", "/x")))
write("external_link_beside", linked(h5py.ExternalLink("../other.h5", "/x")))
write("soft_link", linked(h5py.SoftLink("/model_weights/d/d/bias:0")))
write("soft_loop", linked(h5py.SoftLink("/model_weights/d/d/kernel:0")))
write("dangling_link", linked(h5py.SoftLink("/nothing")))
write(
    "external_storage",
    dataset(shape=(3, 2), dtype="<f4", external=[("/etc/passwd", 0, h5py.h5f.UNLIMITED)]),
)
write("virtual", virtual)
write("shape_bomb", dataset(shape=(100_000, 100_000), dtype="<f4", chunks=(1000, 1000)))
write("chunk_bomb", dataset(shape=(3, 2), maxshape=(None, None), dtype="<f4", chunks=(16384, 16384)))
# Of the shape that the architecture says, but hardly any of it is stored.
write("hollow", dataset(shape=(8192, 4096), dtype="<f4", chunks=(64, 64)), inputs=8192, units=4096)
write("unknown_filter", dataset(data=KERNEL, chunks=(3, 2), scaleoffset=2))
write("fixed_bomb", dataset(shape=(2**40, 2**20), dtype="<f4", chunks=(1, 1)))

# The weights of an archive with groups that contain themselves and each other.
with h5py.File(target / "cycle.weights.h5", "w") as file:
    layer = file.create_group("layers/dense")
    layer["vars/0"] = KERNEL
    layer["vars/1"] = BIAS
    layer["up"] = file["layers"]
    layer["again"] = file["layers"]
    layer["spare/vars/0"] = BIAS
