package org.eccexplorer.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An open file whose operations may fail; what fails while it writes has written one half. */
final class FaultyChannel extends FileChannel {
    private final FileChannel real;
    private final Faults faults;
    private final Path path;
    private boolean written;

    FaultyChannel(FileChannel real, Faults faults, Path path) {
        this.real = real;
        this.faults = faults;
        this.path = path;
    }

    private void before(Faults.Need need, String what) throws IOException {
        faults.operation(need, what, path);
    }

    private void beforeWriting(ByteBuffer from) throws IOException {
        written = true;
        try {
            before(Faults.Need.SPACE, "write");
        } catch (IOException e) {
            ByteBuffer half = from.duplicate();
            real.write(half.limit(half.position() + half.remaining() / 2));
            throw e;
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        before(Faults.Need.READ, "read");
        return real.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        before(Faults.Need.READ, "read");
        return real.read(into, offset, length);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        before(Faults.Need.READ, "read");
        return real.read(into, position);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        beforeWriting(from);
        return real.write(from);
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        beforeWriting(from[offset]);
        return real.write(from, offset, length);
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
        beforeWriting(from);
        return real.write(from, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        before(Faults.Need.READ, "size");
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        before(Faults.Need.CHANGE, "truncate");
        real.truncate(size);
        return this;
    }

    /** Nothing here has to survive the machine. */
    @Override
    public void force(boolean metadata) throws IOException {
        before(Faults.Need.SPACE, "force");
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target)
            throws IOException {
        before(Faults.Need.READ, "transfer");
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count)
            throws IOException {
        before(Faults.Need.SPACE, "transfer");
        return real.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        before(Faults.Need.READ, "map");
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        before(Faults.Need.CHANGE, "lock");
        return real.lock(position, size, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        before(Faults.Need.CHANGE, "lock");
        return real.tryLock(position, size, shared);
    }

    /** Some disks say only then that what was written is lost; it is closed even so. */
    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
        if (written) {
            before(Faults.Need.SPACE, "close");
        }
    }
}
