package org.eccexplorer.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.eccexplorer.app.sweep.folder.SweepFolder;
import org.eccexplorer.app.sweep.run.RowColumns;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;

/** A sweep's table as one Parquet file beside it, its numbers as numbers. */
final class ParquetTable {
    private static final String NAME = "sweep.parquet";
    private static final String TEMPORARY = ".sweep.parquet.parts";

    private static final Set<String> WHOLE =
            Set.of(RowColumns.TIMESTEP, "images", "right", "latency");

    private final SparkSession session;

    ParquetTable(SparkSession session) {
        this.session = session;
    }

    /** Writes that of a folder. */
    void write(Path folder) throws ProblemException {
        Path parts = folder.resolve(TEMPORARY);
        try {
            session.read()
                    .option("header", "true")
                    .option("escape", "\"")
                    .option("mode", "FAILFAST")
                    .option("nullValue", "")
                    .option("emptyValue", "")
                    .schema(schema())
                    .csv(folder.resolve(SweepFolder.TABLE).toUri().toString())
                    .coalesce(1)
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(parts.toUri().toString());
            try (Stream<Path> files = Files.list(parts)) {
                Path part =
                        files.filter(file ->
                                        String.valueOf(file.getFileName()).endsWith(".parquet"))
                                .findFirst()
                                .orElseThrow();
                Files.move(part, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
            }
            delete(parts);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.UNWRITABLE,
                            folder.resolve(NAME).toString(),
                            Texts.text("files.cannotWrite"),
                            Reason.of(e),
                            Texts.text("files.choosePlace")),
                    e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static StructType schema() {
        StructType schema = new StructType();
        List<String> columns = SweepFolder.columns();
        for (String column : columns) {
            schema = schema.add(column, type(column));
        }
        return schema;
    }

    private static DataType type(String column) {
        if (WHOLE.contains(column)) {
            return DataTypes.LongType;
        }
        return RowColumns.isNumber(column) ? DataTypes.DoubleType : DataTypes.StringType;
    }
}
