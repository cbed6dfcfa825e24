package dev.byline.edition;

import dev.byline.author.Author;
import dev.byline.body.PlainText;
import dev.byline.edition.ArticleInput.Comments.Policy;
import dev.byline.platform.entity.Aggregate;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The content of an article in one version. The working copy and the published version are the same
 * edition until somebody saves: then the working copy becomes an edition of its own.
 */
@Entity
public class Edition extends PanacheEntityBase {

    @Id private UUID id = Aggregate.newId();

    @Column(name = "article_id")
    private UUID articleId;

    private String slug;

    @Enumerated(EnumType.STRING)
    private ArticleType type;

    private String headline;
    private String kicker;
    private String standfirst;

    @ManyToOne(fetch = FetchType.LAZY)
    private Section section;

    @ManyToMany
    @JoinTable(
            name = "edition_tag",
            joinColumns = @JoinColumn(name = "edition_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_id"))
    @OrderColumn(name = "position")
    private List<Tag> tags = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "edition_credit", joinColumns = @JoinColumn(name = "edition_id"))
    @OrderColumn(name = "position")
    private List<Credit> credits = new ArrayList<>();

    @Column(name = "lead_media_id")
    private UUID leadMedia;

    @Column(name = "lead_caption")
    private String leadCaption;

    @Column(name = "lead_alt")
    private String leadAlt;

    @ElementCollection
    @CollectionTable(name = "edition_media", joinColumns = @JoinColumn(name = "edition_id"))
    @OrderColumn(name = "position")
    private List<UsedMedia> media = new ArrayList<>();

    @Column(name = "credit_override")
    private String creditOverride;

    private String byline;
    private String dateline;
    private String language;

    @Column(name = "source_name")
    private String sourceName;

    @Column(name = "source_url")
    private String sourceUrl;

    @Column(name = "canonical_url")
    private String canonicalUrl;

    private String labels;

    @Column(name = "seo_title")
    private String seoTitle;

    @Column(name = "seo_description")
    private String seoDescription;

    @Enumerated(EnumType.STRING)
    @Column(name = "related_policy")
    private RelatedPolicy relatedPolicy;

    @Enumerated(EnumType.STRING)
    @Column(name = "comment_policy")
    private Policy commentPolicy;

    @Column(name = "comments_close_at")
    private Instant commentsCloseAt;

    private String body;

    @Column(name = "plain_text")
    private String plainText;

    @Column(name = "word_count")
    private int wordCount;

    @Column(name = "reading_minutes")
    private int readingMinutes;

    // What search needs beside the text (V19): pairs of characters, and a word for each label.
    private String glyphs;

    @Column(name = "label_marks")
    private String labelMarks;

    private String input;

    // Kept by the database; only ever named in queries.
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    private String search;

    protected Edition() {}

    public Edition(UUID articleId) {
        this.articleId = articleId;
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String headline() {
        return headline;
    }

    public ArticleType type() {
        return type;
    }

    public String language() {
        return language;
    }

    /** The write record that made this edition, as JSON. */
    public String input() {
        return input;
    }

    /** The body's blocks, as JSON. */
    public String body() {
        return body;
    }

    /** Why it was published although a picture lacks its credit; null when none does. */
    void overridden(String reason) {
        creditOverride = reason;
    }

    /** What publishing still needs, as members of the write record. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (section == null) {
            missing.add("section");
        }
        if (language == null) {
            missing.add("language");
        }
        if (body.equals("[]") && leadMedia == null) {
            missing.add("body");
        }
        return missing;
    }

    /** Refuses to publish what is not complete. */
    public void requireComplete() {
        Flaws flaws = new Flaws();
        missing()
                .forEach(
                        member ->
                                flaws.at("/" + member, Flaw.REQUIRED, "is needed for publishing"));
        flaws.refuse(Problem.NOT_PUBLISHABLE);
    }

    void write(ArticleInput typed, String slug, References references, Rendered rendered) {
        this.slug = slug;
        type = typed.type() == null ? ArticleType.STORY : typed.type();
        headline = typed.headline();
        kicker = typed.kicker();
        standfirst = typed.standfirst();
        section = references.section();
        tags.clear();
        tags.addAll(references.tags());
        credits.clear();
        for (int i = 0; i < references.authors().size(); i++) {
            Author author = references.authors().get(i);
            credits.add(new Credit(author, typed.authors().get(i).role()));
        }
        leadMedia = typed.leadMedia() == null ? null : references.media().get(0).media();
        leadCaption = typed.leadMedia() == null ? null : typed.leadMedia().caption();
        leadAlt = typed.leadMedia() == null ? null : typed.leadMedia().alt();
        media.clear();
        media.addAll(references.media());
        creditOverride = null;
        byline = typed.byline();
        dateline = typed.dateline();
        language = rendered.language();
        sourceName = typed.source() == null ? null : typed.source().name();
        sourceUrl = typed.source() == null ? null : typed.source().url();
        canonicalUrl = typed.canonicalUrl();
        seoTitle = typed.seo() == null ? null : typed.seo().title();
        seoDescription = typed.seo() == null ? null : typed.seo().description();
        relatedPolicy = typed.relatedPolicy() == null ? RelatedPolicy.AUTO : typed.relatedPolicy();
        ArticleInput.Comments comments = typed.comments();
        commentPolicy =
                comments == null || comments.policy() == null ? Policy.OPEN : comments.policy();
        commentsCloseAt = comments == null ? null : comments.closesAt();
        labels = rendered.labels();
        body = rendered.body();
        plainText = rendered.plainText();
        wordCount = PlainText.words(plainText);
        readingMinutes = PlainText.minutes(plainText);
        glyphs = rendered.glyphs();
        labelMarks = references.marks();
        input = rendered.input();
    }

    /** What is derived from a write record once, on save. */
    record Rendered(
            String language,
            String labels,
            String body,
            String plainText,
            String glyphs,
            String input) {}
}
