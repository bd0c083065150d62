//! Old addresses must be free, and inside the site.

use super::readable;
use crate::config::Config;
use crate::content::load::{Entry, Index};
use crate::diagnostic::{Diagnostic, Report};
use std::collections::HashMap;
use std::sync::Arc;

pub(super) fn check(config: &Config, index: &Index, entries: &[Entry]) -> Vec<Diagnostic> {
    if entries.iter().all(|entry| entry.places.aliases.is_empty()) {
        return Vec::new();
    }
    let mut taken: HashMap<String, String> = HashMap::new();
    for page in &index.listing.pages {
        let name = page.trim_end_matches('/').to_owned();
        taken.insert(name, "a page of the site".to_owned());
    }
    for entry in entries {
        taken.insert(format!("incidents/{}", entry.id), format!("`{}`", entry.id));
    }
    let mut found = Vec::new();
    for (entry, _) in readable(entries) {
        if entry.places.aliases.is_empty() {
            continue;
        }
        let report = Report::new(Arc::clone(&entry.source));
        for (alias, span) in &entry.places.aliases {
            let Some(path) = normal(alias) else {
                report.error_hint(
                    "bad-alias",
                    span.clone(),
                    format!("`{alias}` is no path inside the site"),
                    "write it as `old/path/`, without scheme, `..` or query",
                );
                continue;
            };
            let owner = taken.get(&path).cloned();
            if let Some(owner) = owner.or_else(|| owned(config, index, &path)) {
                report.error_hint(
                    "alias-taken",
                    span.clone(),
                    format!("the alias `{alias}` already leads to {owner}"),
                    "take one of the two out",
                );
            } else {
                taken.insert(path, format!("`{}`", entry.id));
            }
        }
        found.extend(report.into_vec());
    }
    found
}

/// Whose `path` is, if pages and files that are not incidents stand there.
fn owned(config: &Config, index: &Index, path: &str) -> Option<String> {
    let mut parts = path.split('/');
    let first = parts.next().unwrap_or_default();
    if config.meta.locales.iter().skip(1).any(|l| l == first) {
        return Some(format!("the site in `{first}`"));
    }
    let own = first == "history" && parts.all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if own || OWN.contains(&first) || OWN_FILES.contains(&path) {
        return Some("a page of the site".to_owned());
    }
    let public = &index.listing.public;
    // A page at `path` is a file in a folder of that name.
    let mut above = path.match_indices('/').map(|(at, _)| &path[..at]);
    let file = [path.to_owned(), format!("{path}/index.html")];
    let file = file.into_iter().find(|file| public.contains(file));
    let file = file.or_else(|| above.find(|p| public.contains(*p)).map(str::to_owned));
    file.map(|file| format!("`public/{file}`"))
}

/// Folders that are ours alone, now or as they are planned.
const OWN: [&str; 8] = [
    "api",
    "assets",
    "badges",
    "data",
    "embed",
    "files",
    "reports",
    "subscribe",
];

/// Files that the site has at its root.
const OWN_FILES: [&str; 12] = [
    "404.html",
    "calendar.ics",
    "components",
    "favicon.svg",
    "feed.atom",
    "feed.json",
    "feed.rss",
    "index.html",
    "llms.txt",
    "metrics.txt",
    "robots.txt",
    "sitemap.xml",
];

/// A path without slashes at its ends; `None` if it is none.
pub fn normal(alias: &str) -> Option<String> {
    let path = alias.trim().trim_matches('/');
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    let fine = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.contains(['\\', ':', '?', '#', '"', '<', '>', '\u{fdd0}'])
            && !part.contains(char::is_control)
    };
    path.split('/').all(fine).then(|| path.to_owned())
}
