package org.eccexplorer.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An archive whose checksums are right: one of its members is a mutant of its own kind, is missing,
 * is there under another name, or the archive itself has other bytes.
 */
final class ZipMembers implements Mutator {
    private final Function<String, Mutator> byName;
    private final Bytes bytes = new Bytes();

    /**
     * @param byName the mutator for a member of a name
     */
    ZipMembers(Function<String, Mutator> byName) {
        this.byName = byName;
    }

    private record Member(String name, byte[] content) {}

    @Override
    public byte[] mutant(byte[] good, Random random) {
        if (random.nextInt(8) == 0) {
            return bytes.mutant(good, random);
        }
        List<Member> members = members(good);
        int at = random.nextInt(members.size());
        Member member = members.get(at);
        switch (random.nextInt(16)) {
            case 0 -> members.remove(at);
            case 1 -> members.set(at, new Member(member.name() + "x", member.content()));
            case 2 ->
                    members.set(
                            at,
                            new Member(
                                    member.name(),
                                    members.get(random.nextInt(members.size())).content()));
            case 3 -> members.add(new Member("../" + member.name(), member.content()));
            default ->
                    members.set(
                            at,
                            new Member(
                                    member.name(),
                                    byName.apply(member.name()).mutant(member.content(), random)));
        }
        return zipped(members, random.nextBoolean());
    }

    private static List<Member> members(byte[] archive) {
        try {
            Path file = Files.createTempFile("ecc-fuzz", ".zip");
            try {
                Files.write(file, archive);
                List<Member> members = new ArrayList<>();
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    for (ZipEntry entry : zip.stream().toList()) {
                        members.add(
                                new Member(
                                        entry.getName(), zip.getInputStream(entry).readAllBytes()));
                    }
                }
                return members;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(List<Member> members, boolean stored) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Member member : members) {
                ZipEntry entry = new ZipEntry(member.name());
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(member.content());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(member.content().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                new ByteArrayInputStream(member.content()).transferTo(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
