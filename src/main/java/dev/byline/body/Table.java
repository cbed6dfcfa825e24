package dev.byline.body;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** Rows of cells under a header. */
@Schema(
        name = "TableBlock",
        description = "A regular table: cells are inline HTML, every row is as wide as the header.",
        requiredProperties = {"type", "rows"},
        examples =
                "{\"type\":\"table\",\"caption\":\"Seats\",\"header\":[\"Party\",\"Seats\"],"
                        + "\"rows\":[[\"Greens\",\"31\"],[\"Liberals\",\"28\"]]}",
        properties = @SchemaProperty(name = "type", type = STRING, enumeration = "table"))
@RowsFit
public record Table(
        @Size(max = MAX_LINE) String caption,
        @Size(max = MAX_COLUMNS) List<@NotNull @Size(max = MAX_CELL) String> header,
        @Size(min = 1, max = MAX_ROWS)
                List<@NotNull @Size(max = MAX_COLUMNS) List<@NotNull @Size(max = MAX_CELL) String>>
                        rows)
        implements Block {
    public Table {
        header = Frozen.copy(header);
        rows =
                Frozen.copy(rows).stream()
                        .map(row -> row == null ? null : Frozen.copy(row))
                        .toList();
    }

    @Override
    public Block cleaned() {
        return new Table(
                Sanitiser.text(caption), clean(header), rows.stream().map(Table::clean).toList());
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(PlainText.present(caption));
        header.forEach(cell -> lines.addAll(PlainText.lines(cell)));
        rows.forEach(row -> row.forEach(cell -> lines.addAll(PlainText.lines(cell))));
        return lines;
    }

    private static List<String> clean(List<String> cells) {
        return cells.stream().map(Sanitiser::inline).toList();
    }
}
