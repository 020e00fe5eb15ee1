package cash.tuppence.member.data;

import cash.tuppence.member.Viewer;
import cash.tuppence.web.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** All that is kept about a member as one zip, with each kind of thing as JSON and as CSV. It is never in memory as a whole. */
public final class Archive {
    private static final String README = "README.txt";

    private final List<Dataset> datasets;
    private final Json json;

    public Archive(List<Dataset> datasets, Json json) {
        this.datasets = List.copyOf(datasets);
        this.json = json;
    }

    /**
     * @param about what stands in its README
     * @param picture a PNG, or empty where they have none
     */
    void write(Viewer viewer, String about, byte[] picture, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        begin(zip, README);
        text.write(about);
        end(zip, text);
        for (Dataset dataset : datasets) {
            begin(zip, dataset.name() + ".json");
            writeJson(dataset, viewer, text);
            end(zip, text);
            begin(zip, dataset.name() + ".csv");
            writeCsv(dataset, viewer, text);
            end(zip, text);
        }
        if (picture.length > 0) {
            begin(zip, "picture.png");
            zip.write(picture);
            end(zip, text);
        }
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    private static void end(ZipOutputStream zip, Writer text) throws IOException {
        text.flush();
        zip.closeEntry();
    }

    private void writeJson(Dataset dataset, Viewer viewer, Writer text) throws IOException {
        text.write("[");
        String before = "\n";
        for (Iterator<? extends Record> rows = dataset.rows().apply(viewer).iterator(); rows.hasNext(); ) {
            text.write(before);
            text.write(json.write(rows.next()));
            before = ",\n";
        }
        text.write("\n]\n");
    }

    private static void writeCsv(Dataset dataset, Viewer viewer, Writer text) throws IOException {
        CsvRows table = new CsvRows(dataset.type());
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(table.header()).get();
        CSVPrinter csv = new CSVPrinter(text, format);
        for (Iterator<? extends Record> rows = dataset.rows().apply(viewer).iterator(); rows.hasNext(); ) {
            csv.printRecord(table.cells(rows.next()));
        }
    }
}
