package dev.byline.access.audit;

import dev.byline.platform.entity.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One thing that was done or refused in the newsroom; the database lets nobody change it. */
@Entity
@Immutable
@Table(name = "audit")
class AuditRow {

    @Id private UUID id;

    // The database's time, as in what is changed: a default of the column.
    @Column(insertable = false)
    private Instant at;

    private int status;
    private String who;

    @Column(name = "who_name")
    private String whoName;

    private String what;

    @Column(name = "item_kind")
    private String itemKind;

    @Column(name = "item_id")
    private String itemId;

    @Column(name = "from_version")
    private Long fromVersion;

    @Column(name = "to_version")
    private Long toVersion;

    private String address;

    @Column(name = "trace_id")
    private String traceId;

    protected AuditRow() {}

    AuditRow(int status, Attempt attempt, Long toVersion) {
        this.id = Aggregate.newId();
        this.status = status;
        this.who = attempt.who();
        this.whoName = attempt.whoName();
        this.what = attempt.what();
        this.itemKind = attempt.itemKind();
        this.itemId = attempt.itemId();
        this.fromVersion = attempt.fromVersion();
        this.toVersion = toVersion;
        this.address = attempt.address();
        this.traceId = attempt.traceId();
    }

    UUID id() {
        return id;
    }

    AuditView view() {
        return new AuditView(
                id,
                at,
                Outcome.of(status),
                status,
                who == null ? null : new AuditView.Who(who, whoName),
                what,
                itemKind == null ? null : new AuditView.Item(itemKind, itemId),
                fromVersion,
                toVersion,
                address,
                traceId);
    }
}
