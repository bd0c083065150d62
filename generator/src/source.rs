//! A file's text and where in it things stand.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A text file of the site's repository.
#[derive(Debug)]
pub struct SourceFile {
    /// Relative to the repository, with `/` between parts; what messages show.
    pub path: PathBuf,
    /// Its whole text.
    pub text: String,
    /// Where each line begins; made when the first problem is found.
    lines: OnceLock<Vec<usize>>,
}

/// As much of a line as messages show on either side of a place, in bytes.
const EXCERPT: usize = 200;

/// A place in a file: line and column, both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl SourceFile {
    /// A file with this text.
    pub fn new(path: impl AsRef<Path>, text: impl Into<String>) -> SourceFile {
        SourceFile {
            path: path.as_ref().to_owned(),
            text: text.into(),
            lines: OnceLock::new(),
        }
    }

    /// Where the byte at `offset` stands; past the end it is the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_boundary(&self.text, offset);
        let (line, start) = self.line(offset);
        Position {
            line,
            column: self.text[start..offset].chars().count() + 1,
        }
    }

    /// The number of the line that holds `offset`, from 1, and where it begins.
    pub fn line(&self, offset: usize) -> (usize, usize) {
        let lines = self.lines.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(ends).collect()
        });
        let number = lines.partition_point(|&start| start <= offset);
        let start = number.checked_sub(1).and_then(|i| lines.get(i));
        (number, start.copied().unwrap_or_default())
    }

    /// The line that holds `offset`, without its end; of a very long one what is near.
    pub fn line_at(&self, offset: usize) -> &str {
        let offset = floor_boundary(&self.text, offset);
        let (_, start) = self.line(offset);
        let rest = &self.text[offset..];
        let end = offset + rest.find('\n').unwrap_or(rest.len());
        let near = start.max(offset.saturating_sub(EXCERPT))..end.min(offset + EXCERPT);
        self.text[self.clamp(near)].trim_end_matches('\r')
    }

    /// `span` made safe: inside the text and on character boundaries.
    pub fn clamp(&self, span: Range<usize>) -> Range<usize> {
        let start = floor_boundary(&self.text, span.start);
        let end = floor_boundary(&self.text, span.end.max(start));
        start..end
    }

    /// The path as messages show it, with `/` on every system.
    pub fn display_path(&self) -> String {
        self.path.to_string_lossy().replace('\\', "/")
    }
}

fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let file = SourceFile::new("a.md", "één\r\ntwee\n");
        assert_eq!(file.position(0), Position { line: 1, column: 1 });
        assert_eq!(file.position(2), Position { line: 1, column: 2 });
        assert_eq!(file.position(7), Position { line: 2, column: 1 });
        assert_eq!(file.position(99), Position { line: 3, column: 1 });
        assert_eq!(file.line_at(1), "één");
        assert_eq!(file.line_at(9), "twee");
    }

    #[test]
    fn of_a_very_long_line_what_is_near_is_shown() {
        let file = SourceFile::new(
            "a.md",
            format!("{}!{}", "é".repeat(5_000), "x".repeat(5_000)),
        );
        let shown = file.line_at(10_000);
        assert!(shown.contains("é!x") && shown.len() <= 2 * EXCERPT + 1);
        assert_eq!(file.position(10_000).column, 5_001);
    }
}
