package dev.byline.platform.openapi.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** The members of each schema in the order in which its record writes them. */
final class MemberOrder {

    private final Map<String, List<List<String>>> members = new HashMap<>();

    private MemberOrder() {}

    static MemberOrder of(IndexView index) {
        Records records = new Records(index);
        MemberOrder order = new MemberOrder();
        records.all()
                .sorted(Comparator.comparing(ClassInfo::name))
                .forEach(
                        type ->
                                order.members
                                        .computeIfAbsent(
                                                Records.name(type), name -> new ArrayList<>())
                                        .add(
                                                records.members(type).stream()
                                                        .map(Records::name)
                                                        .toList()));
        return order;
    }

    void apply(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        List<String> order =
                candidates(name)
                        .max(Comparator.comparing(list -> known(list, schema)))
                        .orElse(List.of());
        Comparator<String> place =
                Comparator.comparing(
                        member -> order.contains(member) ? order.indexOf(member) : order.size());
        Map<String, Schema> sorted = new LinkedHashMap<>();
        Stream<String> names =
                order.isEmpty()
                        ? schema.getProperties().keySet().stream().sorted()
                        : schema.getProperties().keySet().stream()
                                .sorted(place.thenComparing(Comparator.naturalOrder()));
        // The discriminator of a union comes first in JSON too.
        names.sorted(Comparator.comparing(member -> discriminates(schema, member) ? 0 : 1))
                .forEach(member -> sorted.put(member, schema.getProperties().get(member)));
        schema.setProperties(sorted);
        if (schema.getRequired() != null) {
            List<String> all = List.copyOf(sorted.keySet());
            schema.setRequired(
                    schema.getRequired().stream()
                            .sorted(Comparator.comparing(all::indexOf))
                            .toList());
        }
    }

    private static boolean discriminates(Schema schema, String member) {
        Schema type = schema.getProperties().get(member);
        return member.equals("type")
                && type.getEnumeration() != null
                && type.getEnumeration().size() == 1;
    }

    private Stream<List<String>> candidates(String name) {
        return members.getOrDefault(name, List.of()).stream();
    }

    private static long known(List<String> order, Schema schema) {
        return schema.getProperties().keySet().stream().filter(order::contains).count();
    }
}
