//! Every component that is named must be in the config.

use crate::config::Config;
use crate::content::load::Entry;
use crate::diagnostic::Report;
use crate::suggest;
use std::collections::HashSet;

/// `known` are the ids of the config's components.
pub(super) fn check(report: &Report, config: &Config, known: &HashSet<&str>, entry: &Entry) {
    // Where a list has no end, what follows is taken for components.
    if entry.found.iter().any(|d| d.code == "invalid-toml") {
        return;
    }
    for (id, span) in &entry.places.components {
        if !known.contains(id.as_str()) {
            let ids = config.components.iter().map(|c| c.id.as_str());
            report.error_hint(
                "unknown-component",
                span.clone(),
                format!("unknown component `{id}`"),
                suggest::hint(id, ids),
            );
        }
    }
}
