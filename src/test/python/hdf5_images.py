"""Writes the HDF5 data set that its reader is tested with: python src/test/python/hdf5_images.py"""
import h5py
import numpy as np

x = np.random.default_rng(5).integers(0, 256, (6, 4, 4, 3), dtype="uint8")
y = np.arange(6) % 3
with h5py.File("src/test/resources/org/eccexplorer/dataset/images.h5", "w") as f:
    f.create_dataset("x_test", data=x, chunks=(2, 4, 4, 3), compression="gzip")
    f["y_test"] = y
    f["group/planes"] = (x.transpose(0, 3, 1, 2) / 255).astype("float32")
    f["group/hot"] = np.eye(3, dtype="float32")[y]
    f["group/text"] = "no numbers"
