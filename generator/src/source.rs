//! A file's text and where in it things stand.

use std::ops::Range;
use std::path::{Path, PathBuf};

/// A text file of the site's repository.
#[derive(Debug)]
pub struct SourceFile {
    /// Relative to the repository, with `/` between parts; what messages show.
    pub path: PathBuf,
    /// Its whole text.
    pub text: String,
}

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
        }
    }

    /// Where the byte at `offset` stands; past the end it is the end.
    pub fn position(&self, offset: usize) -> Position {
        let before = &self.text[..floor_boundary(&self.text, offset)];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Position {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// The whole line that holds `offset`, without its line end.
    pub fn line_at(&self, offset: usize) -> &str {
        let offset = floor_boundary(&self.text, offset);
        let start = self.text[..offset].rfind('\n').map_or(0, |i| i + 1);
        let end = self.text[offset..]
            .find('\n')
            .map_or(self.text.len(), |i| offset + i);
        self.text[start..end].trim_end_matches('\r')
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
}
