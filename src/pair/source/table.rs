//! CSV with whatever a spreadsheet program makes of it: `,` or `;`, with or without a BOM, quoted or not.

use super::{Files, SourceError};

/// The lines of a CSV file, by the names of their columns.
pub struct Table {
    file: String,
    header: Vec<String>,
    lines: Vec<(usize, csv::StringRecord)>,
}

/// A line of a [`Table`].
pub struct Line<'a> {
    table: &'a Table,
    /// Its number in the file, from 1.
    pub number: usize,
    record: &'a csv::StringRecord,
}

impl Table {
    /// Reads the file with this name.
    pub fn read(files: &Files<'_>, name: &str) -> Result<Self, SourceError> {
        Self::of(name, &files.text(name)?)
    }

    fn of(name: &str, text: &str) -> Result<Self, SourceError> {
        let first_line = text.lines().next().unwrap_or("");
        let delimiter = if first_line.matches(';').count() > first_line.matches(',').count() { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let bad = |error: csv::Error| {
            let line = error.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(1));
            SourceError::Line(name.to_owned(), line, "it is not proper CSV".to_owned())
        };
        let header = reader.headers().map_err(bad)?;
        let header = header.iter().map(|column| column.trim().to_lowercase().replace([' ', '_'], "-")).collect();
        let mut lines = Vec::new();
        for record in reader.records() {
            let record = record.map_err(bad)?;
            let number = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
            lines.push((number, record));
        }
        // A quote that is opened and never closed swallows all lines behind it.
        let swallows = |record: &csv::StringRecord| record.iter().any(|cell| cell.matches('\n').count() > 20);
        let is_open = text.matches('"').count() % 2 == 1;
        let swallowed = lines.iter().find(|(_, record)| swallows(record)).or_else(|| lines.last().filter(|_| is_open));
        if let Some((number, _)) = swallowed {
            return Err(SourceError::Line(name.to_owned(), *number, "a quotation mark is opened and not closed".to_owned()));
        }
        Ok(Self { file: name.to_owned(), header, lines })
    }

    /// The error for a column that must be there.
    pub fn needs(&self, column: &'static str) -> Result<(), SourceError> {
        if self.header.iter().any(|known| known == column) { Ok(()) } else { Err(SourceError::NoColumn(self.file.clone(), column)) }
    }

    /// The lines.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.lines.iter().map(|(number, record)| Line { table: self, number: *number, record })
    }
}

impl<'a> Line<'a> {
    /// What stands in a column; nothing when there is no such column.
    pub fn cell(&self, column: &str) -> &'a str {
        let place = self.table.header.iter().position(|known| known == column);
        place.and_then(|place| self.record.get(place)).unwrap_or("").trim()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn semicolons_and_quotes_are_read() {
        let table = Table::of("x.csv", "Symbol ID;symbol_fi\n1;\"auttaa; apu\"\n2;syödä\n").unwrap();
        let lines: Vec<_> =
            table.lines().map(|line| (line.number, line.cell("symbol-id"), line.cell("symbol-fi"), line.cell("none"))).collect();
        assert_eq!(lines, [(2, "1", "auttaa; apu", ""), (3, "2", "syödä", "")]);
        assert!(table.needs("symbol-en").is_err());
    }

    #[test]
    fn a_quote_that_stays_open_is_told() {
        for lines in [1, 30] {
            let text = format!("id,file\na,\"a.svg\n{}", "b,b.svg\n".repeat(lines));
            assert_eq!(
                Table::of("x.csv", &text).err(),
                Some(SourceError::Line("x.csv".into(), 2, "a quotation mark is opened and not closed".into()))
            );
        }
    }
}
