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
    // In a first part, a colon would make it a scheme.
    .add(b':')
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
    /// The ids of `incidents`.
    pub ids: BTreeSet<String>,
    /// Files below `public/`.
    pub public: BTreeSet<String>,
    /// Pages that every site has, such as `incidents/`.
    pub pages: BTreeSet<String>,
}

/// Where a link stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Here<'a> {
    /// The folder of the file below `incidents/`, `""` for itself.
    pub dir: &'a str,
    /// From the site's root to the pages in the file's language: `""`, `"zh-CN/"`.
    pub home: &'a str,
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
    /// Resolves `address`, written `here`.
    pub fn resolve(&self, address: &str, here: Here<'_>) -> Target {
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
            None => join(here.dir, &decoded).and_then(|path| self.beside(&path)),
        };
        match found {
            Some(Found::Page(path)) => {
                let of_incident = path
                    .strip_prefix("incidents/")
                    .is_some_and(|id| !id.is_empty());
                let tail = match of_incident {
                    true => heading_link(tail),
                    false => tail.to_owned(),
                };
                let path = utf8_percent_encode(&path, PATH);
                Target::Inside(format!("{ROOT}{}{path}{tail}", here.home))
            }
            Some(Found::File(path)) => {
                let path = utf8_percent_encode(&path, PATH);
                Target::Inside(format!("{ROOT}{path}{tail}"))
            }
            None => Target::Missing(decoded.into_owned()),
        }
    }

    /// Whether `address`, which begins with [`ROOT`], is one that resolving could have made, and
    /// not one that somebody smuggled in.
    pub fn is_resolved(address: &str) -> bool {
        let Some(rest) = address.strip_prefix(ROOT) else {
            return false;
        };
        let path = rest.split(['#', '?']).next().unwrap_or_default();
        let odd = |c: char| c == ':' || c == '\\' || c.is_whitespace() || c.is_control();
        !path.starts_with('/') && !path.contains(odd) && !rest.contains(ROOT)
    }

    /// The id of the incident that a resolved address leads to.
    pub fn incident(address: &str, here: Here<'_>) -> Option<String> {
        let path = address.strip_prefix(ROOT)?.strip_prefix(here.home)?;
        let id = path.strip_prefix("incidents/")?.split('/').next()?;
        let id = percent_decode_str(id).decode_utf8_lossy().into_owned();
        (!id.is_empty()).then_some(id)
    }

    fn at_root(&self, path: &str) -> Option<Found> {
        if self.public.contains(path) {
            return Some(Found::File(path.to_owned()));
        }
        let page = path.strip_suffix("index.html").unwrap_or(path);
        if page.is_empty() {
            return Some(Found::Page(String::new()));
        }
        let page = format!("{}/", page.trim_end_matches('/'));
        let id = page.strip_prefix("incidents/");
        let id = id.map(|id| id.trim_end_matches('/'));
        let known = self.pages.contains(&page) || id.is_some_and(|id| self.ids.contains(id));
        known.then_some(Found::Page(page))
    }

    fn beside(&self, path: &str) -> Option<Found> {
        if let Some(id) = self.incidents.get(path) {
            return Some(Found::Page(format!("incidents/{id}/")));
        }
        let file = || Found::File(format!("{FILES}/{path}"));
        self.files.contains(path).then(file)
    }
}

/// What stands at an address inside the site: a page, which every language has, or a file.
enum Found {
    Page(String),
    File(String),
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
            public: BTreeSet::from(["logo.svg".to_owned(), "a:b".to_owned()]),
            ids: BTreeSet::from(["slow".to_owned()]),
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
            ("/incidents/slow", "2026", "incidents/slow/"),
            ("/incidents/", "", "incidents/"),
            ("/incidents/index.html", "", "incidents/"),
            ("/logo.svg", "2026", "logo.svg"),
            ("/logo.svg#page=2", "2026", "logo.svg#page=2"),
            ("/a:b", "", "a%3Ab"),
            ("/", "2026", ""),
        ] {
            let expected = Target::Inside(format!("{ROOT}{expected}"));
            assert_eq!(
                listing.resolve(address, Here { dir, home: "" }),
                expected,
                "{address}"
            );
        }
    }

    #[test]
    fn what_is_not_there_is_missing_and_scripts_are_forbidden() {
        let listing = listing();
        let missing = |path: &str| Target::Missing(path.to_owned());
        let above = Here {
            dir: "2026",
            home: "",
        };
        assert_eq!(
            listing.resolve("graph.svg", Here::default()),
            missing("graph.svg")
        );
        assert_eq!(
            listing.resolve("../../etc/passwd", above),
            missing("../../etc/passwd")
        );
        for hostile in [
            "javascript:alert(1)",
            "JavaScript:x",
            "java\tscript:x",
            "data:text/html,x",
        ] {
            assert!(
                matches!(
                    listing.resolve(hostile, Here::default()),
                    Target::Forbidden(_)
                ),
                "{hostile}"
            );
        }
        let out = "https://example.org/?a#b";
        assert_eq!(
            listing.resolve(out, Here::default()),
            Target::Outside(out.to_owned())
        );
    }

    #[test]
    fn pages_are_found_in_the_language_of_the_file_and_files_in_the_one_place_they_have() {
        let listing = listing();
        let here = Here {
            dir: "2026",
            home: "zh-CN/",
        };
        for (address, expected) in [
            ("slow.md", "zh-CN/incidents/slow/"),
            ("/", "zh-CN/"),
            ("graph.svg", "files/2026/graph.svg"),
            ("/logo.svg", "logo.svg"),
        ] {
            let expected = Target::Inside(format!("{ROOT}{expected}"));
            assert_eq!(listing.resolve(address, here), expected, "{address}");
        }
    }

    #[test]
    fn only_addresses_of_ours_pass_as_resolved() {
        for fine in [
            "incidents/slow/",
            "files/a%20b.png",
            "",
            "x/#pm-a:b",
            "x/?a=b:c",
        ] {
            assert!(Listing::is_resolved(&format!("{ROOT}{fine}")), "{fine}");
        }
        for smuggled in [
            "javascript:alert(1)",
            "//evil.example/x.png",
            "/\\evil.example",
            " javascript:x",
            "\u{fdd0}x",
            "\\\\evil",
        ] {
            assert!(
                !Listing::is_resolved(&format!("{ROOT}{smuggled}")),
                "{smuggled}"
            );
        }
    }
}
