"""Writes lz4.h5: four images in one chunk of HDF5's filter 32004, which h5py has no plugin for. python hdf5_lz4.py lz4.h5"""

import struct
import sys

import h5py
import numpy as np

SHAPE = (4, 4, 4)
LITERALS = 4
LAST = 8

with h5py.File(sys.argv[1], "w") as file:
    data = np.tile(np.frombuffer(b"\x01\x22\x80\xff", np.uint8), 16).tobytes()
    match = len(data) - LITERALS - LAST
    block = bytes([LITERALS << 4 | 15]) + data[:LITERALS] + struct.pack("<H", LITERALS) + bytes([match - 4 - 15])
    block += bytes([LAST << 4]) + data[-LAST:]
    chunk = struct.pack(">QII", len(data), len(data), len(block)) + block
    creation = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    creation.set_chunk(SHAPE)
    creation.set_filter(32004, h5py.h5z.FLAG_OPTIONAL, (0,))
    space = h5py.h5s.create_simple(SHAPE)
    images = h5py.h5d.create(file.id, b"x_test", h5py.h5t.STD_U8LE, space, creation)
    images.write_direct_chunk((0, 0, 0), chunk, 0)
    file["y_test"] = np.array([0, 1, 0, 1], np.int32)
