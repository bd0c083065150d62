//! Whether words can be the text of one update and no more.

use super::EditError;
use crate::author::document::Document;
use crate::content::body;
use crate::source::SourceFile;
use chrono_tz::Tz;
use model::Kind;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag};
use std::sync::Arc;

/// Fails if `message`, put below the heading of an update, would become more than its text: if it
/// opens an update of its own, or leaves something open that swallows what follows.
pub fn check_message(message: &str, kind: Kind, zone: Tz) -> Result<(), EditError> {
    if message.contains('\0') {
        return Err(EditError::Message("it contains a NUL"));
    }
    // A heading behind it shows whether all that it opens is closed again.
    let closed = format!("{message}\n\n# .\n");
    let mut depth = 0;
    let mut last_heading = 0;
    for (event, span) in Parser::new_ext(&closed, body::options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                let upper = matches!(level, HeadingLevel::H1 | HeadingLevel::H2);
                let words =
                    closed[span.clone()].trim_matches(['#', ' ', '\t', '\r', '\n', '=', '-']);
                if upper && span.start < message.len() && means_something(words, kind, zone) {
                    return Err(EditError::Message(
                        "one of its headings would open an update or the postmortem",
                    ));
                }
                last_heading = span.start;
                depth += 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    if last_heading < message.len() {
        return Err(EditError::Message(
            "a code block or an HTML tag in it is not closed",
        ));
    }
    Ok(())
}

/// Whether a heading with these words is more than a heading.
fn means_something(words: &str, kind: Kind, zone: Tz) -> bool {
    ["##", "#"].into_iter().any(|level| {
        let kind = kind.as_str();
        let text = format!("---\ntitle: x\nkind: {kind}\n---\n\n{level} {words}\n");
        let read = Document::read(Arc::new(SourceFile::new("message", text)), zone);
        read.map_or(true, |read| {
            !read.updates.is_empty() || read.postmortem.is_some()
        })
    })
}
