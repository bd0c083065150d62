//! Old addresses must be free, and inside the site.

use super::readable;
use crate::content::load::Entry;
use crate::diagnostic::{Diagnostic, Report};
use std::collections::HashMap;
use std::sync::Arc;

pub(super) fn check(entries: &[Entry]) -> Vec<Diagnostic> {
    if entries.iter().all(|entry| entry.places.aliases.is_empty()) {
        return Vec::new();
    }
    let mut taken: HashMap<String, String> = HashMap::new();
    for entry in entries {
        taken.insert(format!("incidents/{}", entry.id), entry.id.clone());
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
            if let Some(owner) = taken.get(&path) {
                let message = format!("`{alias}` already leads to `{owner}`");
                report.error_hint(
                    "alias-taken",
                    span.clone(),
                    message,
                    "take one of the two out",
                );
            } else {
                taken.insert(path, entry.id.clone());
            }
        }
        found.extend(report.into_vec());
    }
    found
}

/// A path without slashes at its ends; `None` if it is none, or a place that the site itself
/// writes to.
pub fn normal(alias: &str) -> Option<String> {
    let path = alias.trim().trim_matches('/');
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    let fine = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.contains(['\\', ':', '?', '#', '"', '<', '>', '\u{fdd0}'])
            && !part.contains(char::is_control)
    };
    let reserved = ["assets", "data", "files", "api", "index.html", "404.html"];
    let first = path.split('/').next()?;
    (path.split('/').all(fine) && !reserved.contains(&first)).then(|| path.to_owned())
}
