package org.eccexplorer.container;

import io.jhdf.nio.FileChannelFromSeekableByteChannel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.eccexplorer.text.Texts;

/**
 * A file that is read at any place, and there as far as was asked or not at all. The HDF5 library
 * takes part of a read for the whole, and maps files, which keeps them locked on Windows and ends
 * in an error where a file becomes shorter: through this channel it can do neither.
 */
final class ExactChannel implements SeekableByteChannel {
    private final FileChannel file;

    ExactChannel(Path path) throws IOException {
        file = FileChannel.open(path);
    }

    /** As the library takes it; closed with this channel. */
    FileChannel asFile() {
        return new FileChannelFromSeekableByteChannel(this);
    }

    /** The first bytes, fewer if the file is shorter. */
    byte[] first(int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, size()));
        position(0).read(bytes);
        return bytes.array();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = target.remaining();
        while (target.hasRemaining()) {
            if (file.read(target) < 0) {
                throw new EOFException(Texts.text("container.endsBefore", file.position()));
            }
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
