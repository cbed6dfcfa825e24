package dev.byline.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

@DisplayName("The embedded database refuses in one plain line")
class RefusalTest {

    @TempDir Path data;

    @Test
    @DisplayName("data of another major version")
    void otherMajorVersion() throws IOException {
        Files.createDirectories(data.resolve("database"));
        Files.writeString(data.resolve("database/PG_VERSION"), "17\n");

        refused("belong to PostgreSQL 17, this Byline brings 18");
    }

    @Test
    @DisplayName("a directory that is none")
    void notADirectory() throws IOException {
        data = Files.createFile(data.resolve("file"));

        refused("cannot use its data directory");
    }

    @Test
    @DisplayName("a path that a shell would read as code")
    void shellPath() {
        data = data.resolve("$(date)");

        refused("must not hold");
    }

    @Test
    @DisplayName("a password file that is lost")
    void lostPassword() throws IOException {
        Files.createDirectories(data.resolve("database"));
        Files.writeString(data.resolve("database/PG_VERSION"), PostgresBinaries.MAJOR);

        refused("database-password is missing; restore it");
    }

    @Test
    @DisplayName("a system for which there is no PostgreSQL")
    void unknownSystem() {
        assertThatThrownBy(() -> PostgresBinaries.in(data, "postgres-plan9-mips.txz"))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("no PostgreSQL for this system");
    }

    @Test
    @DisplayName("an archive that leaves its directory, by name or by link")
    void escapingArchive() throws IOException {
        var byName = archive("../evil", null);
        var byLink = archive("bin/link", "../../evil");

        for (var archive : new byte[][] {byName, byLink}) {
            assertThatThrownBy(
                            () -> PostgresBinaries.unpack(new ByteArrayInputStream(archive), data))
                    .hasMessageContaining("outside of the archive");
        }
        assertThat(data.resolveSibling("evil")).doesNotExist();
    }

    private void refused(String message) {
        assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private static byte[] archive(String name, String link) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options()))) {
            var entry =
                    link == null
                            ? new TarArchiveEntry(name)
                            : new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            if (link != null) {
                entry.setLinkName(link);
            }
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
