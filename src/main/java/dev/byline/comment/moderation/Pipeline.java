package dev.byline.comment.moderation;

import dev.byline.comment.moderation.Judgement.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks every rule; the one that costs a call to another server only when all others pass. */
@ApplicationScoped
public class Pipeline {

    @Inject @Any Instance<Rule> rules;
    @Inject History history;
    @Inject SpamService service;

    public Judgement judge(Submission comment) {
        List<Finding> findings =
                rules.stream()
                        .map(rule -> rule.judge(comment))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toCollection(ArrayList::new));
        findings.addAll(history.judge(comment));
        if (findings.stream().allMatch(finding -> finding.verdict() == Verdict.HOLD)) {
            service.judge(comment).ifPresent(findings::add);
        }
        return Judgement.of(findings);
    }
}
