package dev.byline.platform.openapi.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;

/** The records behind the schemas, with their members as JSON has them. */
record Records(IndexView index) {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName UNWRAPPED =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
    private static final DotName PROPERTY =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");

    Stream<ClassInfo> all() {
        return index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> type.name().toString().startsWith("dev.byline."));
    }

    /** The members in their order, those of unwrapped records among them. */
    List<RecordComponentInfo> members(ClassInfo type) {
        return type.recordComponentsInDeclarationOrder().stream().flatMap(this::members).toList();
    }

    private Stream<RecordComponentInfo> members(RecordComponentInfo component) {
        MethodInfo accessor = component.declaringClass().method(component.name());
        boolean unwrapped =
                component.hasAnnotation(UNWRAPPED)
                        || accessor != null && accessor.hasAnnotation(UNWRAPPED);
        if (!unwrapped) {
            return Stream.of(component);
        }
        return Optional.ofNullable(index.getClassByName(component.type().name())).stream()
                .flatMap(inner -> members(inner).stream());
    }

    static String name(RecordComponentInfo component) {
        AnnotationInstance property = component.annotation(PROPERTY);
        return property == null || property.value() == null
                ? component.name()
                : property.value().asString();
    }

    static String name(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }
}
