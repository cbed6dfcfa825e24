package dev.byline.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.given.Pictures;
import dev.byline.media.lab.Sweep;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The sweep of the media directory")
class SweepMediaTest extends MediaTest {

    @Inject Sweep sweep;

    @Test
    @DisplayName("removes old files that no item knows, and nothing else")
    void sweep() throws Exception {
        String kept = uploaded(Pictures.jpeg(300, 200, 501), credited());
        String orphan = uploaded(Pictures.jpeg(300, 200, 502), credited());
        int files = files(kept).size();
        sql("delete from media where id = '%s'".formatted(orphan));
        Path stray = DIRECTORY.resolve("renditions/00/00/%s/w160-x.jpg".formatted(new UUID(7, 0)));
        Files.createDirectories(stray.getParent());
        Files.write(stray, new byte[] {1});

        sweep.sweep(Instant.now().minusSeconds(3600));
        assertThat(files(orphan)).hasSize(files);

        sweep.sweep(Instant.now().plusSeconds(10));
        assertThat(files(orphan)).isEmpty();
        assertThat(files(kept)).hasSize(files);
        assertThat(stray).doesNotExist();
    }
}
