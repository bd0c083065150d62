//! Files beside incidents: which of them are published.

use super::load::{DIR, about};
use crate::diagnostic::{Diagnostic, Level};
use std::path::Path;

/// What a browser would run as a page or script of the site, without its policy.
const ACTIVE: [&str; 7] = ["html", "htm", "xhtml", "xht", "xml", "js", "mjs"];

/// What editors and merges leave behind.
const LEFT_BEHIND: [&str; 4] = ["orig", "bak", "swp", "swo"];

/// Those of `files` (below `incidents/`) that are published; says why others are not.
pub(super) fn published(
    root: &Path,
    files: Vec<String>,
    found: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let mut published = Vec::with_capacity(files.len());
    for path in files {
        let name = path.rsplit('/').next().unwrap_or(&path);
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let ending = ending.to_ascii_lowercase();
        if path.ends_with('~') || LEFT_BEHIND.contains(&ending.as_str()) {
            continue;
        }
        let problem = if matches!(ending.as_str(), "md" | "markdown") {
            (
                Level::Warning,
                "not-read",
                "this file is not read",
                "rename it so that it ends in `.md`",
            )
        } else if ACTIVE.contains(&ending.as_str()) {
            (
                Level::Error,
                "active-file",
                "a browser would run this file as part of the site",
                "publish it as plain text or as a picture, or put it into `public/`",
            )
        } else if ending == "svg" && runs_something(&root.join(DIR).join(&path)) {
            (
                Level::Error,
                "active-file",
                "this picture runs scripts or holds foreign markup",
                "take `<script`, `on…=` and `<foreignObject` out of it, or publish it as PNG",
            )
        } else {
            published.push(path);
            continue;
        };
        let (level, code, message, hint) = problem;
        found.push(about(
            &path,
            level,
            code,
            message.to_owned(),
            hint.to_owned(),
        ));
    }
    published
}

/// Whether an SVG could do more than be looked at. One that cannot be read is told elsewhere.
fn runs_something(file: &Path) -> bool {
    let bytes = std::fs::read(file).unwrap_or_default();
    active(&String::from_utf8_lossy(&bytes).to_ascii_lowercase())
}

fn active(svg: &str) -> bool {
    // XML may give any element a prefix: `<svg:script>`.
    let element = |name: &str| {
        svg.match_indices(name)
            .any(|(at, _)| svg[..at].ends_with(['<', ':']))
    };
    let handler = svg.match_indices("on").any(|(at, _)| {
        let behind = svg[at + 2..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let named = behind.len() + 2 < svg[at..].len();
        let before =
            svg[..at].ends_with(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '/'));
        named && before && behind.trim_start().starts_with('=')
    });
    element("script") || element("foreignobject") || handler
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn only_what_is_harmless_is_published() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join(DIR);
        fs::create_dir_all(&folder).unwrap();
        let mut names = Vec::new();
        for (name, text) in [
            ("a.md~", ""),
            ("a.md.orig", ""),
            ("b.BAK", ""),
            ("c.html", ""),
            ("d.js", ""),
            ("e.MD", ""),
            ("f.markdown", ""),
            ("g.svg", "<svg><SCRIPT>x</SCRIPT></svg>"),
            ("h.svg", "<svg onload = 'x'/>"),
            ("i.svg", "<svg><foreignObject/></svg>"),
            (
                "j.svg",
                "<svg><text>turned on = good? description=1</text></svg>",
            ),
            ("k.svg", "<svg font-size=\"3\"><path d=\"M0 0\"/></svg>"),
            ("l.png", ""),
        ] {
            fs::write(folder.join(name), text).unwrap();
            names.push(name.to_owned());
        }
        let mut found = Vec::new();
        let published = published(dir.path(), names, &mut found);
        assert_eq!(published, ["j.svg", "k.svg", "l.png"]);
        let codes: Vec<&str> = found.iter().map(|d| d.code).collect();
        let (active, not_read) = ("active-file", "not-read");
        assert_eq!(
            codes,
            [active, active, not_read, not_read, active, active, active]
        );
    }
}
