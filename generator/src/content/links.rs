//! Where links and images in incident files lead: beside the file, into `public/`, to another
//! incident, or out of the site.

use model::html::ROOT;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use std::collections::{BTreeMap, BTreeSet};

/// What an address may keep as it is inside a path.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`');

/// The folder below the site's root to which files beside incidents are copied.
pub const FILES: &str = "files";

/// Everything a link inside the site can lead to; paths have `/` between parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Files below `incidents/` that are not Markdown.
    pub files: BTreeSet<String>,
    /// Markdown files below `incidents/` and the id of the incident each is.
    pub incidents: BTreeMap<String, String>,
    /// Files below `public/`.
    pub public: BTreeSet<String>,
    /// Pages that every site has, such as `incidents/`.
    pub pages: BTreeSet<String>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Out of the site, or within the page: stays as it is.
    Outside(String),
    /// Within the page: the name without `#`.
    Fragment(String),
    /// Inside the site; begins with [`ROOT`].
    Inside(String),
    /// Nowhere: the path that is missing.
    Missing(String),
    /// A scheme that is never let through, such as `javascript`.
    Forbidden(String),
}

impl Listing {
    /// Resolves `address`, written in a file in the folder `dir` (below `incidents/`, `""` for
    /// itself).
    pub fn resolve(&self, address: &str, dir: &str) -> Target {
        if let Some(scheme) = scheme(address) {
            return match scheme.as_str() {
                "http" | "https" | "mailto" | "tel" | "sms" | "xmpp" | "matrix" => {
                    Target::Outside(address.to_owned())
                }
                _ => Target::Forbidden(scheme),
            };
        }
        if address.starts_with("//") {
            return Target::Outside(format!("https:{address}"));
        }
        if let Some(fragment) = address.strip_prefix('#') {
            return Target::Fragment(fragment.to_owned());
        }
        let (path, tail) = match address.find(['#', '?']) {
            Some(at) => address.split_at(at),
            None => (address, ""),
        };
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let found = match decoded.strip_prefix('/') {
            Some(absolute) => self.at_root(absolute),
            None => join(dir, &decoded).and_then(|path| self.beside(&path)),
        };
        match found {
            Some(path) => {
                let path = utf8_percent_encode(&path, PATH);
                Target::Inside(format!("{ROOT}{path}{}", heading_link(tail)))
            }
            None => Target::Missing(decoded.into_owned()),
        }
    }

    fn at_root(&self, path: &str) -> Option<String> {
        let page = path.trim_end_matches("index.html");
        let known = page.is_empty()
            || self.public.contains(path)
            || self.pages.contains(page)
            || self.pages.contains(&format!("{page}/"));
        if known {
            return Some(page.to_owned());
        }
        let id = page.trim_end_matches('/').strip_prefix("incidents/")?;
        self.incidents
            .values()
            .any(|known| known == id)
            .then(|| format!("incidents/{id}/"))
    }

    fn beside(&self, path: &str) -> Option<String> {
        if let Some(id) = self.incidents.get(path) {
            return Some(format!("incidents/{id}/"));
        }
        self.files.contains(path).then(|| format!("{FILES}/{path}"))
    }
}

/// A heading of a postmortem has an id with a prefix, so that it can't meet one of the page's own.
fn heading_link(tail: &str) -> String {
    match tail.strip_prefix('#') {
        Some(fragment) if !fragment.is_empty() => format!("#{}{fragment}", super::markdown::ID),
        _ => tail.to_owned(),
    }
}

/// The scheme of an absolute address (RFC 3986 §3.1), in lower case. Control characters and
/// spaces are skipped, as browsers do.
fn scheme(address: &str) -> Option<String> {
    let clean: String = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let (scheme, _) = clean.split_once(':')?;
    let mut chars = scheme.chars();
    let first = chars.next()?.is_ascii_alphabetic();
    let rest = chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (first && rest).then(|| scheme.to_ascii_lowercase())
}

/// `path` as seen from `dir`; `None` if it leaves `incidents/`.
fn join(dir: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = dir.split('/').filter(|p| !p.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> Listing {
        Listing {
            files: BTreeSet::from(["2026/graph.svg".to_owned(), "a b.png".to_owned()]),
            incidents: BTreeMap::from([("2026/slow.md".to_owned(), "slow".to_owned())]),
            public: BTreeSet::from(["logo.svg".to_owned()]),
            pages: BTreeSet::from(["incidents/".to_owned()]),
        }
    }

    #[test]
    fn links_lead_beside_above_into_public_to_pages_and_out() {
        let listing = listing();
        for (address, dir, expected) in [
            ("graph.svg", "2026", "files/2026/graph.svg"),
            ("./graph.svg", "2026", "files/2026/graph.svg"),
            ("../a%20b.png", "2026", "files/a%20b.png"),
            (
                "2026/slow.md#root-cause",
                "",
                "incidents/slow/#pm-root-cause",
            ),
            ("/incidents/slow/", "2026", "incidents/slow/"),
            ("/incidents/", "", "incidents/"),
            ("/logo.svg", "2026", "logo.svg"),
            ("/", "2026", ""),
        ] {
            let expected = Target::Inside(format!("{ROOT}{expected}"));
            assert_eq!(listing.resolve(address, dir), expected, "{address}");
        }
    }

    #[test]
    fn what_is_not_there_is_missing_and_scripts_are_forbidden() {
        let listing = listing();
        let missing = |path: &str| Target::Missing(path.to_owned());
        assert_eq!(listing.resolve("graph.svg", ""), missing("graph.svg"));
        assert_eq!(
            listing.resolve("../../etc/passwd", "2026"),
            missing("../../etc/passwd")
        );
        for hostile in [
            "javascript:alert(1)",
            "JavaScript:x",
            "java\tscript:x",
            "data:text/html,x",
        ] {
            assert!(
                matches!(listing.resolve(hostile, ""), Target::Forbidden(_)),
                "{hostile}"
            );
        }
        let out = "https://example.org/?a#b";
        assert_eq!(listing.resolve(out, ""), Target::Outside(out.to_owned()));
    }
}
