package dev.byline.platform.openapi;

import dev.byline.platform.problem.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;

/** What the code of an operation says about it, beyond what the scanner reads. */
record Facts(
        boolean cacheable,
        boolean paged,
        boolean negotiated,
        boolean needsBody,
        List<String> sends,
        Set<Problem> refuses) {

    private static final DotName OPERATION = DotName.createSimple(Operation.class);
    private static final DotName SENDS = DotName.createSimple(Sends.class);
    private static final DotName REFUSES = DotName.createSimple(Refuses.class);
    // By name: the platform does not know the rooms above it.
    private static final DotName CACHEABLE = DotName.createSimple("dev.byline.delivery.Cacheable");
    private static final DotName NOT_NULL =
            DotName.createSimple("jakarta.validation.constraints.NotNull");
    private static final DotName FORM =
            DotName.createSimple("org.jboss.resteasy.reactive.RestForm");
    private static final DotName PATCH =
            DotName.createSimple("com.fasterxml.jackson.databind.JsonNode");
    private static final String PAGE = "dev.byline.platform.page.Page<";
    private static final Set<String> PAGED = Set.of("ChangePage");
    private static final Set<String> ANY_TYPE = Set.of("Response");

    private static final Facts NONE = new Facts(false, false, false, true, List.of(), Set.of());

    static Facts of(Map<String, Facts> all, String operationId) {
        return all.getOrDefault(operationId, NONE);
    }

    /** By the id of the operation. */
    static Map<String, Facts> read(IndexView index) {
        Map<String, Facts> facts = new HashMap<>();
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD
                    && operation.value("operationId") != null) {
                facts.put(
                        operation.value("operationId").asString(),
                        of(operation.target().asMethod()));
            }
        }
        return facts;
    }

    private static Facts of(MethodInfo method) {
        String type = method.returnType().toString();
        String simple = method.returnType().name().withoutPackagePrefix();
        return new Facts(
                method.hasDeclaredAnnotation(CACHEABLE),
                type.contains(PAGE) || PAGED.stream().anyMatch(type::contains),
                !ANY_TYPE.contains(simple),
                method.parameters().stream().anyMatch(Facts::needed),
                sends(method),
                refuses(method));
    }

    /** Whether a parameter is a body that must be there: a merge patch of nothing is none. */
    private static boolean needed(MethodParameterInfo parameter) {
        return parameter.hasAnnotation(NOT_NULL)
                || parameter.hasAnnotation(FORM)
                || parameter.type().name().equals(PATCH);
    }

    private static List<String> sends(MethodInfo method) {
        AnnotationInstance sends = method.declaredAnnotation(SENDS);
        return sends == null ? List.of() : List.of(sends.value().asStringArray());
    }

    private static Set<Problem> refuses(MethodInfo method) {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        Stream.of(
                        method.declaredAnnotation(REFUSES),
                        method.declaringClass().declaredAnnotation(REFUSES))
                .filter(annotation -> annotation != null)
                .flatMap(annotation -> Arrays.stream(annotation.value().asEnumArray()))
                .map(Problem::valueOf)
                .forEach(problems::add);
        return problems;
    }
}
