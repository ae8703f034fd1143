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

# The same 23 images in every layout and type that is read: value i is 7i modulo 251.
x = (7 * np.arange(23 * 5 * 4 * 3) % 251).astype("u1").reshape(23, 5, 4, 3)
with h5py.File(
    "src/test/resources/org/eccexplorer/dataset/layouts.h5", "w", libver="latest", userblock_size=512
) as f:
    f["contiguous"] = x
    f["big_endian"] = x.astype(">i2")
    f["half"] = x.astype("f2")
    f["double"] = x.astype("f8")
    f["long"] = x.astype("u8")
    f.create_dataset("chunked", data=x, chunks=(4, 2, 4, 1), compression="gzip", shuffle=True)
    f.create_dataset("one_chunk", data=x.astype("f4"), chunks=x.shape, fletcher32=True)
    f.create_dataset("grown", data=x, chunks=(10, 5, 4, 3), maxshape=(None, 5, 4, 3))
    f.create_dataset("unwritten", shape=x.shape, dtype="f4")
    f["big_float"] = x.astype(">f4")
    space = h5py.h5s.create_simple(x.shape)
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_layout(h5py.h5d.COMPACT)
    d = h5py.h5d.create(f.id, b"compact", h5py.h5t.NATIVE_UINT8, space, plist)
    d.write(h5py.h5s.ALL, h5py.h5s.ALL, np.ascontiguousarray(x))
    bf16 = h5py.h5t.IEEE_F16LE.copy()  # as wide as a half, with the exponent of a float
    bf16.set_fields(15, 7, 8, 0, 7)
    bf16.set_ebias(127)
    h5py.h5d.create(f.id, b"bfloat16", bf16, space)
    f["labels"] = (np.arange(23) % 5).astype("i8")
    f["hot"] = np.eye(5, dtype="f8")[np.arange(23) % 5]
