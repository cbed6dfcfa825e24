package dev.byline.comment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.comment.CommentTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("An e-mail address at rest")
class EmailsTest extends CommentTest {

    private static final UUID OWNER = UUID.randomUUID();

    @Inject Emails emails;

    @Test
    @DisplayName("comes back for its owner, looks different each time, and opens for no other row")
    void encrypted() {
        byte[] once = emails.encrypt(OWNER, EMAIL);
        byte[] again = emails.encrypt(OWNER, EMAIL);

        assertThat(emails.decrypt(OWNER, once)).isEqualTo(EMAIL);
        assertThat(once).isNotEqualTo(again);
        assertThatThrownBy(() -> emails.decrypt(UUID.randomUUID(), once))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(EMAIL);
        once[20] ^= 1;
        assertThatThrownBy(() -> emails.decrypt(OWNER, once)).isInstanceOf(RuntimeException.class);
    }
}
