package dev.byline.comment;

import dev.byline.comment.moderation.Judgement;
import dev.byline.comment.moderation.Judgement.Finding;
import dev.byline.platform.entity.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A reader's reply to an article, or to another reply. */
@Entity
public class Comment extends Aggregate {

    /** The deepest level; a reply to a comment there stands beside it. */
    static final int DEEPEST = 6;

    private static final int ID_IN_PATH = 32;

    @Column(name = "article_id", updatable = false)
    private UUID articleId;

    @Column(name = "thread_id", updatable = false)
    private UUID threadId;

    @Column(name = "parent_id", updatable = false)
    private UUID parentId;

    @Column(updatable = false)
    private int depth;

    @Column(updatable = false)
    private String path = "";

    @Column(name = "commenter_id", updatable = false)
    private UUID commenterId;

    @Enumerated(EnumType.STRING)
    private CommentState state = CommentState.HELD;

    private String name;
    private String website;
    private String avatar;
    private String text;
    private String html;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "edited_at")
    private Instant editedAt;

    @Column(name = "edit_hash")
    private byte[] editHash;

    @Column(name = "edit_until", updatable = false)
    private Instant editUntil;

    private String address;
    private String consent;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Finding> findings = List.of();

    private long fingerprint;
    private int reports;

    // Kept by statements of their own once it is there, under the lock of the article's count
    // (Tally).
    @Column(insertable = false, updatable = false)
    private int below;

    @Column(updatable = false)
    private Long seq;

    @Column(updatable = false)
    private Long moved;

    @Column(insertable = false, updatable = false)
    private Boolean shown;

    protected Comment() {}

    /** A reply to an article, or to {@code answered} below it. */
    public static Comment below(
            UUID article, Comment answered, UUID commenter, Instant now, Duration editWindow) {
        Comment comment = new Comment();
        comment.articleId = article;
        comment.threadId = answered == null ? comment.id() : answered.threadId;
        comment.commenterId = commenter;
        comment.createdAt = now;
        comment.editUntil = now.plus(editWindow);
        if (answered != null && answered.depth < DEEPEST) {
            comment.parentId = answered.id();
            comment.depth = answered.depth + 1;
            comment.path = answered.path + hex(comment.id());
        } else if (answered != null) {
            comment.parentId = answered.parentId;
            comment.depth = DEEPEST;
            String parent = answered.path.substring(0, answered.path.length() - ID_IN_PATH);
            comment.path = parent + hex(comment.id());
        }
        return comment;
    }

    public void signed(String name, String website, String avatar) {
        this.name = name;
        this.website = website;
        this.avatar = avatar;
    }

    public void write(String text, String html, long fingerprint) {
        this.text = text;
        this.html = html;
        this.fingerprint = fingerprint;
    }

    public void edited(Instant now) {
        editedAt = now;
    }

    /** Where it came from, in blocks, and the words that the reader agreed to, if any. */
    public void received(String block, String agreedTo, byte[] editHash) {
        address = block;
        consent = agreedTo;
        this.editHash = editHash;
    }

    public void judged(Judgement judgement) {
        findings = judgement.findings();
    }

    /** Adds why it is held, beside what the rules found. */
    public void found(Finding finding) {
        List<Finding> all = new ArrayList<>(findings);
        all.removeIf(one -> one.reason() == finding.reason());
        all.add(finding);
        findings = all;
    }

    /** Only {@link Tally} calls this: the counts must follow. */
    void become(CommentState next) {
        state = next;
    }

    /** Only {@link Tally} calls this: a new comment begins with its number in the article. */
    void numbered(long number) {
        seq = number;
        moved = number;
    }

    /** Forgets the words and who wrote them; the place in the thread stays. */
    public void wipe() {
        anonymise();
        text = "";
        html = "";
        fingerprint = 0;
        findings = List.of();
    }

    /** Forgets who wrote it. */
    public void anonymise() {
        name = "";
        website = null;
        avatar = "";
        address = null;
        editHash = null;
    }

    public void reports(int unsettled) {
        reports = unsettled;
    }

    /** The comments above it, the head of the thread first. */
    List<UUID> ancestors() {
        List<UUID> ancestors = new ArrayList<>();
        if (depth > 0) {
            ancestors.add(threadId);
        }
        for (int i = 0; i < (depth - 1) * ID_IN_PATH; i += ID_IN_PATH) {
            ancestors.add(
                    new UUID(
                            Long.parseUnsignedLong(path, i, i + 16, 16),
                            Long.parseUnsignedLong(path, i + 16, i + ID_IN_PATH, 16)));
        }
        return ancestors;
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    public UUID articleId() {
        return articleId;
    }

    UUID threadId() {
        return threadId;
    }

    public UUID parentId() {
        return parentId;
    }

    int depth() {
        return depth;
    }

    String path() {
        return path;
    }

    public UUID commenterId() {
        return commenterId;
    }

    public CommentState state() {
        return state;
    }

    public boolean visible() {
        return state == CommentState.VISIBLE;
    }

    public String name() {
        return name;
    }

    public String website() {
        return website;
    }

    String avatar() {
        return avatar;
    }

    public String text() {
        return text;
    }

    public String html() {
        return html;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant editedAt() {
        return editedAt;
    }

    public byte[] editHash() {
        return editHash;
    }

    public Instant editUntil() {
        return editUntil;
    }

    public String address() {
        return address;
    }

    public String consent() {
        return consent;
    }

    public List<Finding> findings() {
        return findings;
    }

    public int reports() {
        return reports;
    }

    public int below() {
        return below;
    }

    public Long moved() {
        return moved;
    }
}
