package dev.byline.comment.settings;

import dev.byline.platform.entity.Aggregate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.type.SqlTypes;

/** The one set of words and thresholds that comments are judged by. */
@Entity
public class CommentSettings extends Aggregate {

    private static final UUID ONLY = UUID.fromString("00000000-0000-7000-8000-000000000005");
    private static final int CLOSE_AFTER_DAYS = 30;
    private static final int EDIT_MINUTES = 5;
    private static final int MAX_LINKS = 2;
    private static final int MIN_FILL_SECONDS = 3;
    private static final int MAX_CAPITALS = 70;
    private static final int REPORTS_TO_HOLD = 3;
    private static final int PER_EMAIL = 10;
    private static final int PER_BLOCK = 30;
    private static final SettingsInput.Quota QUOTA = new SettingsInput.Quota(60, 10);

    // Read by the database too.
    @Column(name = "close_after_days")
    private Integer closeAfterDays;

    @JdbcTypeCode(SqlTypes.JSON)
    private SettingsInput input = SettingsInput.NONE;

    protected CommentSettings() {}

    void write(SettingsInput written) {
        input = written;
        int days = or(written.closeAfterDays(), CLOSE_AFTER_DAYS);
        closeAfterDays = days == 0 ? null : days;
    }

    /** What was written; absent members have defaults. */
    SettingsInput input() {
        return input;
    }

    /** Every member with the value that is in force. */
    SettingsInput inForce() {
        return new SettingsInput(
                closeAfterDays == null ? 0 : closeAfterDays,
                (int) editWindow().toMinutes(),
                input.notice(),
                input.consentText(),
                maxLinks(),
                newcomerComments(),
                (int) minFill().toSeconds(),
                formTokenRequired(),
                maxCapitals(),
                suspectWords(),
                bannedWords(),
                reportsToHold(),
                perEmail(),
                perBlock(),
                quota());
    }

    public Duration editWindow() {
        return Duration.ofMinutes(or(input.editMinutes(), EDIT_MINUTES));
    }

    public String notice() {
        return input.notice();
    }

    public String consentText() {
        return input.consentText();
    }

    public int maxLinks() {
        return or(input.maxLinks(), MAX_LINKS);
    }

    public int newcomerComments() {
        return or(input.newcomerComments(), 0);
    }

    public Duration minFill() {
        return Duration.ofSeconds(or(input.minFillSeconds(), MIN_FILL_SECONDS));
    }

    public boolean formTokenRequired() {
        return or(input.formTokenRequired(), false);
    }

    public int maxCapitals() {
        return or(input.maxCapitals(), MAX_CAPITALS);
    }

    public List<String> suspectWords() {
        return or(input.suspectWords(), List.of());
    }

    public List<String> bannedWords() {
        return or(input.bannedWords(), List.of());
    }

    public int reportsToHold() {
        return or(input.reportsToHold(), REPORTS_TO_HOLD);
    }

    public int perEmail() {
        return or(input.perEmail(), PER_EMAIL);
    }

    public int perBlock() {
        return or(input.perBlock(), PER_BLOCK);
    }

    public SettingsInput.Quota quota() {
        return or(input.quota(), QUOTA);
    }

    private static <T> T or(T value, T byDefault) {
        return value == null ? byDefault : value;
    }

    /** Reads the settings afresh: a change is in force with the next request, on every node. */
    @ApplicationScoped
    public static class Repo {

        // Otherwise Hibernate copies the JSON, and compares it at each flush.
        private static final Map<String, Object> TO_READ =
                Map.of(HibernateHints.HINT_READ_ONLY, true);

        @Inject EntityManager em;

        public CommentSettings current() {
            return em.find(CommentSettings.class, ONLY, TO_READ);
        }

        CommentSettings locked() {
            return em.find(CommentSettings.class, ONLY, LockModeType.PESSIMISTIC_WRITE);
        }
    }
}
