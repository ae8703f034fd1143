package org.eccexplorer.container;

import io.jhdf.HdfFile;
import io.jhdf.Superblock;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.filter.FilterManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An HDF5 file behind guards: complete, without links, its attributes of a bounded size. It is read
 * from memory, or through a channel that reads fully or fails (opened by path, the library gives
 * wrong numbers for a file that was cut off).
 */
public final class HdfContainer implements AutoCloseable {
    private static final byte[] HDF5_SIGNATURE = {
        (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'
    };
    private static final int LONGEST_USER_BLOCK = 1 << 20;
    private static final long MAX_ATTRIBUTE_BYTES = 64L << 20;
    private static final int MAX_CHILDREN = 20_000;

    static {
        FilterManager.addFilter(new Fletcher32());
    }

    private final String where;
    private final HdfFile file;
    private final long trailing;
    private final @Nullable FileState opened;

    private HdfContainer(String where, HdfFile file, long trailing, @Nullable FileState opened) {
        this.where = where;
        this.file = file;
        this.trailing = trailing;
        this.opened = opened;
    }

    /** Opens a file that was read into memory. */
    public static HdfContainer open(String where, byte[] bytes) throws ProblemException {
        int start = start(bytes);
        ByteBuffer header = start < 0 ? null : ByteBuffer.wrap(bytes, start, bytes.length - start);
        long end = end(where, header, bytes.length);
        HdfFile file =
                HdfGuard.read(
                        where, Texts.text("container.header"), () -> HdfFile.fromBytes(bytes));
        return new HdfContainer(where, file, bytes.length - end, null);
    }

    /** Opens a file of which only parts are to be read, of any size; it stays open. */
    public static HdfContainer open(Path path) throws ProblemException {
        ModelFile.requireRegular(path);
        try {
            FileState state = FileState.of(path);
            ExactChannel channel = new ExactChannel(path);
            boolean opened = false;
            try {
                HdfContainer container = open(state, channel);
                opened = true;
                return container;
            } finally {
                if (!opened) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw ModelFaults.unreadable(path, Reason.of(e));
        }
    }

    private static HdfContainer open(FileState state, ExactChannel channel)
            throws IOException, ProblemException {
        String where = state.path().toString();
        byte[] first = channel.first(2 * LONGEST_USER_BLOCK);
        int start = start(first);
        ByteBuffer header = start < 0 ? null : ByteBuffer.wrap(first, start, first.length - start);
        long end = end(where, header, channel.size());
        HdfFile file =
                HdfGuard.read(
                        where, Texts.text("container.header"), () -> new HdfFile(channel.asFile()));
        return new HdfContainer(where, file, channel.size() - end, state);
    }

    /** Where the HDF5 data end, by their header; refuses a file that is shorter. */
    private static long end(String where, @Nullable ByteBuffer header, long length)
            throws ProblemException {
        if (header == null) {
            throw ModelFaults.corrupt(
                    where, Texts.text("container.notHdf"), Texts.text("container.noSignature"));
        }
        ByteBuffer start = header.slice().order(ByteOrder.LITTLE_ENDIAN);
        Superblock superblock =
                HdfGuard.read(
                        where,
                        Texts.text("container.header"),
                        () -> Superblock.readSuperblock(start));
        long end = superblock.getEndOfFileAddress();
        if (end > length) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("container.truncated"),
                    Texts.text("container.sizes", Numbers.count(end), Numbers.count(length)));
        }
        return end;
    }

    /** Where the HDF5 data begin; −1 if nowhere. */
    public static int start(byte[] bytes) {
        for (int at = 0; at <= LONGEST_USER_BLOCK; at = at == 0 ? 512 : 2 * at) {
            if (at + 8 <= bytes.length && Arrays.equals(bytes, at, at + 8, HDF5_SIGNATURE, 0, 8)) {
                return at;
            }
        }
        return -1;
    }

    /** The file, for messages. */
    public String where() {
        return where;
    }

    /** Number of bytes behind the end of the HDF5 data. */
    public long trailing() {
        return trailing;
    }

    /** The dataset at a path, or null if it is not there. */
    public @Nullable Dataset dataset(String path) throws ProblemException {
        return node(path) instanceof Dataset dataset ? dataset : null;
    }

    /** The rows of the dataset at a path, or null if it is not there. */
    public @Nullable HdfRows rows(String path) throws ProblemException {
        Dataset dataset = dataset(path);
        return dataset == null
                ? null
                : HdfRows.of(where + ", " + path, dataset, file.getHdfBackingStorage());
    }

    /** Ends the reading; what was read of a file that changed meanwhile is refused. */
    @Override
    public void close() throws ProblemException {
        file.getHdfBackingStorage().close();
        if (opened != null) {
            opened.requireUnchanged();
        }
    }

    /** What lies in a group, by name; empty if there is no such group. */
    public Map<String, Node> children(String path) throws ProblemException {
        return node(path) instanceof Group group ? children(group) : Map.of();
    }

    private Map<String, Node> children(Group group) throws ProblemException {
        Map<String, Node> children =
                HdfGuard.read(
                        where, Texts.text("container.group", group.getPath()), group::getChildren);
        if (children.size() > MAX_CHILDREN) {
            throw ModelFaults.limit(
                    where,
                    Texts.text("container.tooManyMembers"),
                    Texts.text(
                            "container.memberCount",
                            Numbers.count(children.size()),
                            SafeText.text(group.getPath()),
                            Numbers.count(MAX_CHILDREN)));
        }
        return children;
    }

    private @Nullable Node node(String path) throws ProblemException {
        Node node = file;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            if (!(node instanceof Group group)) {
                return null;
            }
            node = children(group).get(part);
            if (node == null) {
                return null;
            }
            if (node.isLink()) {
                throw ModelFaults.unsupported(
                        where,
                        Texts.text("container.externalLink"),
                        Texts.text("container.linkAt", SafeText.text(path)),
                        Texts.text("container.saveWithoutLinks"));
            }
        }
        return node;
    }

    /** A text attribute of a group; null if there is none of this name. */
    public @Nullable String text(String path, String name) throws ProblemException {
        Attribute attribute = attributes(path).get(name);
        if (attribute == null) {
            return null;
        }
        if (data(path, attribute) instanceof String text) {
            return text;
        }
        throw ModelFaults.corrupt(
                where,
                Texts.text("container.attributeNotText"),
                Texts.text("container.nameOf", name, SafeText.text(path)));
    }

    /** A list of texts, which Keras splits into name0, name1, … when it is long; null if none. */
    public @Nullable List<String> texts(String path, String name) throws ProblemException {
        Map<String, Attribute> attributes = attributes(path);
        Attribute whole = attributes.get(name);
        if (whole != null) {
            return list(data(path, whole));
        }
        List<String> all = new ArrayList<>();
        int parts = 0;
        for (Attribute part = attributes.get(name + 0); part != null; ) {
            all.addAll(list(data(path, part)));
            part = attributes.get(name + ++parts);
        }
        return parts == 0 ? null : all;
    }

    private static List<String> list(@Nullable Object value) {
        return switch (value) {
            case String[] texts -> Arrays.asList(texts);
            case String text -> List.of(text);
            // An empty list is saved as an empty array of float64.
            case null, default -> List.of();
        };
    }

    private Map<String, Attribute> attributes(String path) throws ProblemException {
        Node node = node(path);
        return node == null
                ? Map.of()
                : HdfGuard.read(
                        where,
                        Texts.text("container.attributes", SafeText.text(path)),
                        node::getAttributes);
    }

    private @Nullable Object data(String path, Attribute attribute) throws ProblemException {
        String what = Texts.text("container.attribute", attribute.getName(), SafeText.text(path));
        long bytes = HdfGuard.read(where, what, () -> HdfTexts.size(attribute));
        if (bytes > MAX_ATTRIBUTE_BYTES) {
            throw ModelFaults.limit(
                    where,
                    Texts.text("container.attributeTooLarge"),
                    Texts.text(
                            "container.attributeSize",
                            what,
                            Numbers.count(bytes),
                            Numbers.count(MAX_ATTRIBUTE_BYTES)));
        }
        return HdfGuard.<@Nullable Object>read(
                where, what, () -> HdfTexts.data(attribute, file.getHdfBackingStorage()));
    }
}
