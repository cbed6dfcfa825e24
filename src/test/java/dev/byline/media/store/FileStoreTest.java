package dev.byline.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.media.store.MediaStore.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The file store")
class FileStoreTest {

    private static final String ID = "0198c2a4-0000-7000-8000-00000000beef";
    private static final String KEY = "renditions/" + ID + "/w160-abc.jpg";

    @TempDir Path root;

    private FileStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FileStore(root);
    }

    private static byte[] content(MediaStore.Stored stored) throws IOException {
        try (InputStream stream = stored.open()) {
            return stream.readAllBytes();
        }
    }

    @Test
    @DisplayName("keeps bytes and files, sharded, and leaves nothing beside them")
    void keeps() throws IOException {
        Path file = Files.write(FileStore.incoming(root).resolve("upload"), new byte[] {1, 2, 3});

        store.put(KEY, new byte[] {4, 5});
        store.put("originals/" + ID + "/original", file);

        assertThat(content(store.find(KEY).orElseThrow())).containsExactly(4, 5);
        assertThat(store.find("originals/" + ID + "/original").orElseThrow().length()).isEqualTo(3);
        assertThat(root.resolve("renditions/ef/be/" + ID + "/w160-abc.jpg")).exists();
        assertThat(FileStore.incoming(root)).isEmptyDirectory();
    }

    @Test
    @DisplayName("forgets, and takes empty folders along")
    void forgets() throws IOException {
        store.put(KEY, new byte[] {1});

        store.delete(KEY);
        store.delete(KEY);

        assertThat(store.find(KEY)).isEmpty();
        assertThat(root.resolve("renditions/ef/be/" + ID)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "renditions/../../secret",
                "renditions/" + ID + "/../x",
                "renditions/" + ID + "/a/b",
                "/etc/passwd",
                "renditions/" + ID + "/",
                "RENDITIONS/" + ID + "/a",
                "renditions/" + ID + "/a\0b"
            })
    @DisplayName("takes no key that could be a path")
    void traversal(String key) {
        assertThatThrownBy(() -> store.find(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.put(key, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("lists what is older than a moment, and clears old uploads")
    void old() throws IOException {
        store.put(KEY, new byte[] {1});
        String young = "renditions/" + ID + "/young.jpg";
        store.put(young, new byte[] {1});
        Path upload = Files.write(FileStore.incoming(root).resolve("left"), new byte[] {1});
        Path arriving = Files.write(FileStore.incoming(root).resolve("arriving"), new byte[] {1});
        FileTime past = FileTime.from(Instant.now().minusSeconds(7200));
        Files.setLastModifiedTime(root.resolve("renditions/ef/be/" + ID + "/w160-abc.jpg"), past);
        Files.setLastModifiedTime(upload, past);
        List<Item> found = new ArrayList<>();

        store.before(Instant.now().minusSeconds(3600), found::add);

        assertThat(found).containsExactly(new Item(KEY, ID));
        assertThat(upload).doesNotExist();
        assertThat(arriving).exists();
    }
}
