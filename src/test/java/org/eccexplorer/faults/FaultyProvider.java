package org.eccexplorer.faults;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts every operation before the machine's file system does it. */
final class FaultyProvider extends FileSystemProvider {
    private final FaultySystem system;
    private final Faults faults;

    FaultyProvider(FaultySystem system, Faults faults) {
        this.system = system;
        this.faults = faults;
    }

    private Path before(Faults.Need need, String what, Path path, CopyOption... options)
            throws IOException {
        Path real = FaultyPath.real(path);
        faults.operation(need, what, real, options);
        return real;
    }

    private static FileSystemProvider of(Path real) {
        return real.getFileSystem().provider();
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return system.path(Path.of(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        boolean makes =
                options.contains(StandardOpenOption.CREATE_NEW)
                        || options.contains(StandardOpenOption.CREATE)
                                && !Files.exists(FaultyPath.real(path));
        Path real = before(makes ? Faults.Need.SPACE : Faults.Need.READ, "open", path);
        return new FaultyChannel(FileChannel.open(real, options, attributes), faults, real);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
        Path real = before(Faults.Need.READ, "list", folder);
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(real)) {
            for (Path path : stream) {
                Path faulty = system.path(path);
                if (filter.accept(faulty)) {
                    found.add(faulty);
                }
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return found.iterator();
            }

            @Override
            public void close() {
                // It was read to its end.
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Path real = FaultyPath.real(folder);
        if (!Files.exists(real)) {
            before(Faults.Need.SPACE, "make folder", folder);
        }
        Files.createDirectory(real, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(before(Faults.Need.CHANGE, "delete", path));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        Path real = before(Faults.Need.SPACE, "copy", from, options);
        Files.copy(real, FaultyPath.real(to), options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        Path real = before(Faults.Need.CHANGE, "move", from, options);
        Files.move(real, FaultyPath.real(to), options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return Files.isSameFile(before(Faults.Need.READ, "same", path), FaultyPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(before(Faults.Need.READ, "hidden", path));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return system.path(Files.readSymbolicLink(before(Faults.Need.READ, "link", link)));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(before(Faults.Need.READ, "store", path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path real = before(Faults.Need.READ, "access", path);
        of(real).checkAccess(real, modes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
            Path path, Class<A> type, LinkOption... options) throws IOException {
        return Files.readAttributes(before(Faults.Need.READ, "attributes", path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
            throws IOException {
        return Files.readAttributes(before(Faults.Need.READ, "attributes", path), names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options)
            throws IOException {
        Files.setAttribute(before(Faults.Need.CHANGE, "attribute", path), name, value, options);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        Path real = FaultyPath.real(path);
        V view = Files.getFileAttributeView(real, type, options);
        if (view == null) {
            return null;
        }
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader() == null
                                ? FaultyProvider.class.getClassLoader()
                                : type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            faults.operation(Faults.Need.CHANGE, method.getName(), real);
                            try {
                                return method.invoke(view, arguments);
                            } catch (InvocationTargetException e) {
                                throw Objects.requireNonNull(e.getCause());
                            }
                        }));
    }
}
