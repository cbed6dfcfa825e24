package dev.byline.platform.openapi;

import dev.byline.platform.openapi.example.RecordedExamples;
import dev.byline.platform.openapi.schema.Codes;
import dev.byline.platform.openapi.schema.Included;
import dev.byline.platform.openapi.schema.KindUnions;
import dev.byline.platform.openapi.schema.MergePatches;
import dev.byline.platform.openapi.schema.Schemas;
import dev.byline.platform.openapi.schema.ToldMembers;
import dev.byline.platform.openapi.schema.UnusedSchemas;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** What both documents need beyond what the scanner finds, in the order in which it can be done. */
final class Completion {

    private Completion() {}

    static void of(OpenAPI document, IndexView index, boolean newsroom) {
        Map<String, Facts> facts = Facts.read(index);
        Headings.tidy(document);
        ReplyWords.say(document, facts);
        Schemas.tidy(document, index);
        ToldMembers.require(document, index, newsroom);
        KindUnions.declare(document, index);
        Codes.declare(document);
        Included.declare(document);
        ChosenMembers.declare(document);
        MergePatches.declare(document);
        RequestBodies.declare(document, facts);
        ReplyHeaders.declare(document, facts, newsroom);
        Parameters.declare(document);
        ProblemReplies.declare(document, facts, newsroom);
        RecordedExamples.add(document);
        UnusedSchemas.drop(document);
        StableOrder.of(document);
    }
}
