package dev.byline.body;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Reads lists and tables as blocks, when nothing is nested in them. */
final class Flat {

    private static final Set<String> STRUCTURE =
            Set.of(
                    "ul",
                    "ol",
                    "dl",
                    "table",
                    "pre",
                    "blockquote",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "figure",
                    "details",
                    "listing",
                    "xmp",
                    "plaintext",
                    "menu",
                    "dir");

    private Flat() {}

    /** Whether more than paragraphs stands inside. */
    static boolean structured(Element element) {
        return Dom.any(element, e -> e != element && STRUCTURE.contains(e.normalName()));
    }

    /** The items in as many blocks as they need; empty when one holds more than paragraphs. */
    static Optional<List<Block>> list(Element list, Marks marks, AtomicInteger budget) {
        List<String> items = new ArrayList<>();
        Markup stray = new Markup(budget);
        for (Node node : list.childNodes()) {
            if (node instanceof Element element
                    && (structured(element) || STRUCTURE.contains(element.normalName()))) {
                return Optional.empty();
            }
            if (node instanceof Element element && Dom.block(element)) {
                items.add(stray.take());
                Reading.inline(node, stray, marks);
                items.add(stray.take());
            } else {
                Reading.inline(node, stray, marks);
            }
        }
        items.add(stray.take());
        items.removeIf(String::isEmpty);
        if (items.stream().anyMatch(item -> item.length() > Block.MAX_HTML)) {
            return Optional.empty();
        }
        boolean ordered = list.normalName().equals("ol");
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < items.size(); i += Block.MAX_ITEMS) {
            int end = Math.min(items.size(), i + Block.MAX_ITEMS);
            blocks.add(new Block.ItemList(ordered, items.subList(i, end)));
        }
        return Optional.of(blocks);
    }

    /**
     * The table as a block. A cell over several columns is followed by empty ones. Empty when rows
     * differ in width, a cell spans rows, the head has several rows, a cell holds more than
     * paragraphs, or the caption doesn't come first: such a table keeps its shape in an html block.
     */
    static Optional<List<Block>> table(Element table, Marks marks, AtomicInteger budget) {
        List<Element> rows = new ArrayList<>();
        String caption = null;
        for (Element child : table.children()) {
            if (child.normalName().equals("caption") && caption == null && rows.isEmpty()) {
                caption = Reading.line(child);
            } else if (Set.of("thead", "tbody", "tfoot").contains(child.normalName())) {
                rows.addAll(child.children());
                if (stray(child)) {
                    return Optional.empty();
                }
            } else if (!Dom.invisible(child)) {
                return Optional.empty();
            }
        }
        if (rows.stream().anyMatch(Flat::stray) || stray(table)) {
            return Optional.empty();
        }
        rows.removeIf(Dom::invisible);
        List<List<String>> grid = new ArrayList<>();
        for (Element row : rows) {
            List<String> cells = cells(row, marks, budget);
            if (cells == null || !grid.isEmpty() && grid.get(0).size() != cells.size()) {
                return Optional.empty();
            }
            if (!cells.isEmpty()) {
                grid.add(cells);
            }
        }
        boolean headed = !rows.isEmpty() && head(table, rows.get(0));
        boolean manyHeads =
                table.select("> thead > tr").size() > 1 || table.select("> thead").size() > 1;
        int body = grid.size() - (headed ? 1 : 0);
        boolean fits =
                body > 0
                        && body <= Block.MAX_ROWS
                        && grid.get(0).size() <= Block.MAX_COLUMNS
                        && (caption == null || caption.length() <= Block.MAX_LINE);
        if (!fits || manyHeads || grid.size() != rows.size()) {
            return Optional.empty();
        }
        Block block =
                new Table(
                        caption == null || caption.isEmpty() ? null : caption,
                        headed ? grid.get(0) : List.of(),
                        grid.subList(headed ? 1 : 0, grid.size()));
        return Optional.of(List.of(block));
    }

    /** Text between the cells: the parser leaves it there. */
    private static boolean stray(Element element) {
        return !element.ownText().isBlank();
    }

    private static boolean head(Element table, Element first) {
        boolean inHead = first.parent() != null && first.parent().normalName().equals("thead");
        return inHead || first.children().stream().allMatch(cell -> cell.normalName().equals("th"));
    }

    /** Null when the row can't be part of a grid. */
    private static List<String> cells(Element row, Marks marks, AtomicInteger budget) {
        List<String> cells = new ArrayList<>();
        for (Node node : row.childNodes()) {
            if (!(node instanceof Element cell) || Dom.invisible(cell)) {
                continue;
            }
            int columns = span(cell, "colspan");
            Markup out = new Markup(budget);
            Reading.inline(cell, out, marks);
            String html = out.take();
            boolean odd =
                    structured(cell)
                            || !Set.of("td", "th").contains(cell.normalName())
                            || span(cell, "rowspan") != 1;
            if (odd
                    || columns < 1
                    || cells.size() + columns > Block.MAX_COLUMNS
                    || html.length() > Block.MAX_CELL) {
                return null;
            }
            cells.add(html);
            cells.addAll(Collections.nCopies(columns - 1, ""));
        }
        return cells;
    }

    private static int span(Element cell, String name) {
        String value = cell.attr(name).strip();
        return value.isEmpty()
                ? 1
                : value.matches("[0-9]{1,3}") ? Math.max(1, Integer.parseInt(value)) : 1;
    }
}
