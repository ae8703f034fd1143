package org.eccexplorer.container;

import io.jhdf.GlobalHeap;
import io.jhdf.api.Attribute;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts of attributes. Python writes them in UTF-8 but declares some of them to be ASCII, the names
 * of layers for instance; the library then replaces each byte that is none.
 */
final class HdfTexts {
    private static final char REPLACED = '\uFFFD';

    private final Attribute attribute;
    private final HdfBackingStorage storage;
    private final Map<Long, GlobalHeap> heaps = new HashMap<>();

    private HdfTexts(Attribute attribute, HdfBackingStorage storage) {
        this.attribute = attribute;
        this.storage = storage;
    }

    /** Bytes that an attribute says it has, those of texts of any length among them. */
    static long size(Attribute attribute) {
        long size = attribute.getSizeInBytes();
        if (attribute.getDataType() instanceof VariableLength type) {
            ByteBuffer elements = attribute.getBuffer();
            int last = elements.limit() - type.getSize();
            for (int at = elements.position(); at <= last; at += type.getSize()) {
                size += Integer.toUnsignedLong(elements.getInt(at));
            }
        }
        return size;
    }

    /** What an attribute holds, texts decoded as UTF-8. */
    static @Nullable Object data(Attribute attribute, HdfBackingStorage storage) {
        Object data = attribute.getData();
        return switch (data) {
            case String text when isReplaced(text) ->
                    new HdfTexts(attribute, storage).decoded(1)[0];
            case String[] texts when Arrays.stream(texts).anyMatch(HdfTexts::isReplaced) ->
                    new HdfTexts(attribute, storage).decoded(texts.length);
            case null, default -> data;
        };
    }

    private static boolean isReplaced(@Nullable String text) {
        return text != null && text.indexOf(REPLACED) >= 0;
    }

    private String[] decoded(int count) {
        ByteBuffer data = attribute.getBuffer();
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = StandardCharsets.UTF_8.decode(bytes(data, i)).toString();
        }
        return texts;
    }

    private ByteBuffer bytes(ByteBuffer data, int index) {
        int size = attribute.getDataType().getSize();
        ByteBuffer element = data.slice(data.position() + index * size, size).order(data.order());
        return switch (attribute.getDataType()) {
            case StringData fixed -> {
                fixed.getStringPaddingHandler().setBufferLimit(element);
                yield element;
            }
            case VariableLength _ -> fromHeap(element);
            default -> throw new IllegalArgumentException(attribute.getDataType().toString());
        };
    }

    /** Length (4 bytes), address of a heap, number of the object in it (4 bytes). */
    private ByteBuffer fromHeap(ByteBuffer element) {
        int length = element.getInt();
        long address = storage.getSizeOfOffsets() == 4 ? element.getInt() : element.getLong();
        if (length == 0) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer object =
                heaps.computeIfAbsent(address, at -> new GlobalHeap(storage, at))
                        .getObjectData(element.getInt());
        return object.slice(0, length);
    }
}
