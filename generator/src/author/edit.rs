//! Edits of incident files that leave every byte alone which need not change.
//!
//! An edit is proved before it is handed out: the new text is read again, and must say what the old
//! one said plus what was asked for. Whatever strange Markdown or YAML a file holds, the worst that
//! can happen is a refusal.

mod key;
mod layout;
mod message;
mod update;

pub use key::{remove, set};
pub use message::check_message;
pub use update::{NewUpdate, insert};

use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A stretch of bytes and what takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the old text; empty for an insertion.
    pub range: Range<usize>,
    /// The new text.
    pub text: String,
}

impl Edit {
    /// `text` with this edit made.
    pub fn apply(&self, text: &str) -> String {
        let mut edited = text.to_owned();
        edited.replace_range(self.range.clone(), &self.text);
        edited
    }
}

/// Why a file is left as it is.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// Nobody knows what the file says.
    #[error("{path} has errors; they come first")]
    Broken {
        /// As messages show it.
        path: String,
        /// What is wrong with it.
        found: Vec<Diagnostic>,
    },
    /// The words would become something other than the text of one update.
    #[error("the message cannot be the text of one update: {0}")]
    Message(&'static str),
    /// What stands before the new heading would swallow it.
    #[error(
        "{path}:{line}: the text here has an end missing, so that a new update would become part of it"
    )]
    Swallowed {
        /// As messages show it.
        path: String,
        /// From 1.
        line: usize,
    },
    /// The front matter is written in a way that cannot be changed in one place.
    #[error(
        "{path}:{line}: `{key}` cannot be changed here without touching more than it; please edit the file by hand"
    )]
    Key {
        /// As messages show it.
        path: String,
        /// From 1.
        line: usize,
        /// Of the front matter.
        key: String,
    },
}

/// The same file with another text.
fn with_text(source: &SourceFile, text: String) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(Path::new(&source.path), text))
}

#[cfg(test)]
mod tests;
