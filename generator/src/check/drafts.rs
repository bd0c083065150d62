//! A link to a draft leads nowhere once the site is published.

use super::readable;
use crate::content::load::Entry;
use crate::diagnostic::{Diagnostic, Report};
use std::collections::HashSet;
use std::sync::Arc;

pub(super) fn check(entries: &[Entry]) -> Vec<Diagnostic> {
    let drafts = readable(entries).filter(|(_, incident)| incident.draft);
    let drafts: HashSet<&str> = drafts.map(|(entry, _)| entry.id.as_str()).collect();
    let mut found = Vec::new();
    if drafts.is_empty() {
        return found;
    }
    for (entry, incident) in readable(entries).filter(|(_, incident)| !incident.draft) {
        let report = Report::new(Arc::clone(&entry.source));
        for (id, span) in &entry.places.links {
            if drafts.contains(id.as_str()) {
                report.warn(
                    "link-to-draft",
                    span.clone(),
                    format!("`{}` leads to `{id}`, which is a draft", incident.id),
                    "readers will find nothing there until it is published",
                );
            }
        }
        found.extend(report.into_vec());
    }
    found
}
