package cash.tuppence.app.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The WAR's content as a folder, unpacked once for each build of it: a start from there is seconds faster. */
final class UnpackedWar {

    private UnpackedWar() {}

    /** The folder, below {@code server} in the data folder. */
    static Path of(Path war, Path dataDir) throws IOException {
        Path folder = dataDir.resolve("server").resolve(mark(war));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.getParent());
            Path unfinished = Files.createTempDirectory(folder.getParent(), "unpacking-");
            unpack(war, unfinished);
            publish(unfinished, folder);
        }
        return folder;
    }

    private static String mark(Path war) throws IOException {
        return Long.toHexString(Files.getLastModifiedTime(war).toMillis()) + "-" + Long.toHexString(Files.size(war));
    }

    // Whoever comes second, when two start at once, finds the folder there and takes it.
    private static void publish(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void unpack(Path war, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                unpack(zip, entries.nextElement(), folder);
            }
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("An entry leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }
}
