//! A new file: its template with everything in it that was asked for.

use super::fields::Fields;
use super::fill::fill;
use crate::author::document::Document;
use crate::author::edit::{self, EditError};
use crate::author::quote::Setting;
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use chrono_tz::Tz;
use std::path::Path;
use std::sync::Arc;

/// Why there is no new file.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// The template is broken, or becomes so when it is filled in.
    #[error("the template {path} has errors")]
    Template {
        /// As messages show it.
        path: String,
        /// What is wrong with it.
        found: Vec<Diagnostic>,
    },
    /// What was asked for cannot be put in.
    #[error(transparent)]
    Edit(#[from] EditError),
}

/// The text of the new file at `path`.
///
/// What the template has no placeholder for is put in all the same: it was asked for.
pub fn compose(
    template: &Arc<SourceFile>,
    fields: &Fields,
    path: &Path,
    zone: Tz,
) -> Result<Arc<SourceFile>, ComposeError> {
    let broken = |found| ComposeError::Template {
        path: template.display_path(),
        found,
    };
    edit::check_message(&fields.message, fields.kind, zone)?;
    let filled = fill(template, fields).map_err(broken)?;
    let read = |text: String| {
        let source = Arc::new(SourceFile::new(path, text));
        Document::read(source, zone).map_err(broken)
    };
    let mut document = read(filled.text)?;
    let mut settings = vec![];
    if document.kind != fields.kind {
        settings.push(("kind", Setting::Text(fields.kind.as_str().to_owned())));
    }
    let unused = |(key, _): &(&str, Setting)| !filled.used.iter().any(|used| used == key);
    settings.extend(fields.settings().into_iter().filter(unused));
    for (key, setting) in settings {
        if let Some(edit) = edit::set(&document, key, &setting)? {
            document = read(edit.apply(document.text()))?;
        }
    }
    Ok(document.source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Impact, Kind, Severity};

    fn check(template: &str, fields: &Fields, expected: &str) {
        let template = Arc::new(SourceFile::new("templates/x.md", template));
        let composed = compose(&template, fields, Path::new("incidents/x.md"), Tz::UTC);
        let shown = composed.map_or_else(|e| e.to_string(), |source| source.text.clone());
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_the_template_does_not_mention_is_put_in() {
        let fields = Fields {
            kind: Kind::Notice,
            title: "X".to_owned(),
            severity: Some(Severity::Minor),
            components: vec![("api".to_owned(), Some(Impact::PartialOutage))],
            tags: vec!["a".to_owned(), "b".to_owned()],
            pin: true,
            draft: true,
            message: "Words.".to_owned(),
            ..Fields::default()
        };
        check(
            "---\ntitle: {{title}}\nseverity: major  # ours\n---\n\n{{message}}\n",
            &fields,
            "---\ntitle: X\nseverity: minor  # ours\nkind: notice\n\
             components: { api: partial_outage }\npin: true\ntags: [a, b]\ndraft: true\n---\n\nWords.\n",
        );
    }

    #[test]
    fn a_message_cannot_smuggle_an_update_in() {
        let fields = Fields {
            title: "X".to_owned(),
            message: "Well.\n\n## Resolved — 2026-03-05 03:12 UTC".to_owned(),
            ..Fields::default()
        };
        check(
            "---\ntitle: {{title}}\n---\n\n{{message}}\n",
            &fields,
            "the message cannot be the text of one update: \
             one of its headings would open an update or the postmortem",
        );
    }

    #[test]
    fn a_broken_template_is_named() {
        let fields = Fields {
            title: "X".to_owned(),
            ..Fields::default()
        };
        check(
            "no front matter\n",
            &fields,
            "the template templates/x.md has errors",
        );
        check(
            "---\nkind: {{kind}}\n---\n",
            &fields,
            "the template templates/x.md has errors",
        );
    }
}
