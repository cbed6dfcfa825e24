package dev.byline.platform.openapi.schema;

import dev.byline.platform.openapi.Kinds;
import dev.byline.platform.openapi.OfKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Unions told apart by {@code kind}, made of the one record that replies are written with ({@link
 * Kinds}): a schema for each kind, with exactly its members ({@link OfKind}).
 */
public final class KindUnions {

    private static final DotName KINDS = DotName.createSimple(Kinds.class);
    private static final DotName OF_KIND = DotName.createSimple(OfKind.class);
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String KIND = "kind";

    private final Map<String, Schema> schemas;
    private final Map<String, Schema> made = new LinkedHashMap<>();

    private KindUnions(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    public static void declare(OpenAPI document, IndexView index) {
        KindUnions unions = new KindUnions(document.getComponents().getSchemas());
        Records records = new Records(index);
        List<ClassInfo> types =
                records.all()
                        .filter(type -> unions.schemas.containsKey(Records.name(type)))
                        .toList();
        types.forEach(type -> unions.narrow(type, records.members(type)));
        types.forEach(type -> unions.split(type, records.members(type)));
        unions.made.forEach(document.getComponents()::addSchema);
    }

    /** Members that only some kinds can stand in. */
    private void narrow(ClassInfo type, List<RecordComponentInfo> members) {
        Schema schema = schemas.get(Records.name(type));
        for (RecordComponentInfo member : members) {
            AnnotationInstance kinds = member.declaredAnnotation(KINDS);
            Schema narrowed =
                    kinds == null ? null : schema.getProperties().get(Records.name(member));
            String whole = narrowed == null ? null : narrowed.getRef().substring(SCHEMAS.length());
            if (schemas.containsKey(whole)) { // not done yet: two schemas can share a member
                narrowed.setRef(SCHEMAS + only(whole, List.of(kinds.value().asStringArray())));
            }
        }
    }

    /** The schema of one kind, or a union of several. */
    private String only(String whole, List<String> kinds) {
        if (kinds.size() == 1) {
            return name(whole, kinds.get(0));
        }
        String name = kinds.stream().map(KindUnions::capital).collect(Collectors.joining("Or"));
        made.computeIfAbsent(
                name, union -> union("`%s` of one of these kinds".formatted(whole), whole, kinds));
        return name;
    }

    private void split(ClassInfo type, List<RecordComponentInfo> members) {
        Map<String, AnnotationInstance> own =
                members.stream()
                        .filter(member -> member.hasDeclaredAnnotation(OF_KIND))
                        .collect(
                                Collectors.toMap(
                                        Records::name,
                                        member -> member.declaredAnnotation(OF_KIND)));
        if (own.isEmpty()) {
            return;
        }
        String name = Records.name(type);
        Schema whole = schemas.get(name);
        List<String> kinds = kinds(whole.getProperties().get(KIND));
        kinds.forEach(kind -> made.put(name(name, kind), one(name, kind, own)));
        if (type.hasDeclaredAnnotation(KINDS)) {
            made.put(name, union(whole.getDescription(), name, kinds));
        }
    }

    private List<String> kinds(Schema kind) {
        Schema known =
                kind.getRef() == null
                        ? kind
                        : schemas.get(kind.getRef().substring(SCHEMAS.length()));
        return known.getEnumeration().stream().map(String::valueOf).toList();
    }

    private Schema one(String name, String kind, Map<String, AnnotationInstance> own) {
        Schema whole = schemas.get(name);
        Map<String, Schema> members = new LinkedHashMap<>(whole.getProperties());
        members.keySet()
                .removeIf(member -> own.containsKey(member) && !isOf(own.get(member), kind));
        members.put(
                KIND, OASFactory.createSchema().addType(SchemaType.STRING).addEnumeration(kind));
        Schema one = Schemas.copy(whole);
        one.setProperties(members);
        one.setRequired(
                members.keySet().stream()
                        .filter(
                                member ->
                                        whole.getRequired().contains(member)
                                                || own.containsKey(member)
                                                        && always(own.get(member)))
                        .toList());
        one.setDescription("`%s` of the kind `%s`".formatted(name, kind));
        return one;
    }

    private static boolean isOf(AnnotationInstance member, String kind) {
        return member.value().asString().equals(kind);
    }

    private static boolean always(AnnotationInstance member) {
        AnnotationValue always = member.value("always");
        return always != null && always.asBoolean();
    }

    private static Schema union(String description, String whole, List<String> kinds) {
        Schema union =
                OASFactory.createSchema()
                        .description(description + ". `kind` says which.")
                        .discriminator(OASFactory.createDiscriminator().propertyName(KIND));
        for (String kind : kinds) {
            String ref = SCHEMAS + name(whole, kind);
            union.addOneOf(OASFactory.createSchema().ref(ref));
            union.getDiscriminator().addMapping(kind, ref);
        }
        return union;
    }

    /** {@code NewsroomImageMedia} of {@code NewsroomMedia}. */
    private static String name(String whole, String kind) {
        return whole.replaceFirst("(?=[A-Z][a-z]*$)", capital(kind));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
