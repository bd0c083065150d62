//! Front matter and body: `---` lines hold YAML, `+++` lines TOML.

use crate::diagnostic::Report;
use crate::tree::{self, Node};
use std::ops::Range;

/// The parts of a content file, in bytes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Which language stands between the fences.
    pub language: Language,
    /// Between the fences.
    pub front: Range<usize>,
    /// Behind them.
    pub body: Range<usize>,
}

/// The language of the front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Between `---` lines.
    Yaml,
    /// Between `+++` lines.
    Toml,
}

/// Cuts the file. `None` if there is no complete front matter; the reason is in the report.
pub fn split(report: &Report) -> Option<Parts> {
    let text = report.source().text.as_str();
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let first = text[start..].lines().next().unwrap_or_default().trim_end();
    let (fence, language) = match first {
        "---" => ("---", Language::Yaml),
        "+++" => ("+++", Language::Toml),
        _ => {
            report.error_hint(
                "no-front-matter",
                start..start + first.len().max(1),
                "this file does not begin with front matter",
                "the first line must be `---`, then YAML such as `title: …`, then `---` again",
            );
            return None;
        }
    };
    let front_start = line_end(text, start);
    let mut line = front_start;
    while line < text.len() {
        let end = line_end(text, line);
        if text[line..end].trim_end() == fence {
            return Some(Parts {
                language,
                front: front_start..line,
                body: end..text.len(),
            });
        }
        line = end;
    }
    report.error_hint(
        "front-matter-not-closed",
        start..start + fence.len(),
        "the front matter has no end",
        format!("put a line `{fence}` behind it"),
    );
    None
}

/// Reads the front matter into a tree.
pub fn front_matter(report: &Report, parts: &Parts) -> Option<Node> {
    match parts.language {
        Language::Yaml => tree::parse_yaml(report, parts.front.clone()),
        Language::Toml => Some(tree::parse_toml(report, parts.front.clone())),
    }
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |i| from + i + 1)
}
