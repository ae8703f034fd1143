package org.eccexplorer.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads arrays of texts (NumPy's types U and S), such as names of classes, one per image. */
public final class NpyTexts {
    private static final Pattern HEADER =
            Pattern.compile(
                    "\\{\\s*'descr':\\s*'([<>|=]?)([US])(\\d{1,5})',\\s*'fortran_order':"
                            + "\\s*(?:True|False),\\s*'shape':\\s*\\((\\d{1,9}),\\s*1?,?\\s*\\),?\\s*\\}\\s*");

    private NpyTexts() {}

    /** The texts of an array of shape (N) or (N, 1); empty if it holds anything else. */
    public static Optional<List<String>> read(byte[] bytes) {
        if (!NpyReader.isNpy(bytes) || bytes.length < 12) {
            return Optional.empty();
        }
        ByteBuffer sizes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int start = bytes[6] == 1 ? 10 : 12;
        long header = bytes[6] == 1 ? sizes.getShort(8) & 0xffff : sizes.getInt(8) & 0xffffffffL;
        if (start + header > bytes.length) {
            return Optional.empty();
        }
        String text = new String(bytes, start, (int) header, StandardCharsets.UTF_8);
        Matcher matcher = HEADER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean wide = matcher.group(2).equals("U");
        int width = Integer.parseInt(matcher.group(3)) * (wide ? 4 : 1);
        int count = Integer.parseInt(matcher.group(4));
        int from = start + (int) header;
        if ((long) width * count != bytes.length - from) {
            return Optional.empty();
        }
        ByteOrder order =
                matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ByteBuffer one = ByteBuffer.wrap(bytes, from + i * width, width).order(order);
            texts.add(wide ? wide(one) : narrow(one));
        }
        return Optional.of(texts);
    }

    private static String wide(ByteBuffer one) {
        StringBuilder text = new StringBuilder();
        while (one.hasRemaining()) {
            int point = one.getInt();
            if (point != 0 && Character.isValidCodePoint(point)) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }

    private static String narrow(ByteBuffer one) {
        return StandardCharsets.UTF_8.decode(one).toString().replace("\0", "");
    }
}
