package dev.byline.comment.moderation;

import dev.byline.comment.moderation.Judgement.Finding;
import java.util.Optional;

/** One rule of moderation. CDI finds them all: a further rule is a further class. */
interface Rule {

    /** What the rule objects to; empty when nothing. */
    Optional<Finding> judge(Submission comment);
}
