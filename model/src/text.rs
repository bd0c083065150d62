//! What an incident says, in one language.

use crate::Html;

/// The words of one incident in one language; the facts are in [`crate::Incident`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// Plain text.
    pub title: String,
    /// What stands before the first update.
    pub summary: Html,
    /// The first sentences of the summary (else of the newest update) without markup, for
    /// descriptions and search; at most about 300 characters.
    pub excerpt: String,
    /// One body per update, in the order of [`crate::Incident::updates`]; empty where a
    /// translation lacks it, and then the default language's is shown.
    pub updates: Vec<Html>,
    /// What stands below `# Postmortem`.
    pub postmortem: Option<Postmortem>,
}

/// The part of an incident that is written when it is over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Postmortem {
    /// The body, headings with ids.
    pub html: Html,
    /// Its headings of the second and third level, in order.
    pub toc: Vec<TocEntry>,
    /// Words (of Chinese: characters, halved), for the reading time.
    pub words: usize,
}

/// A heading that a table of contents can link to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TocEntry {
    /// 2 or 3.
    pub level: u8,
    /// The `id` in the HTML.
    pub id: String,
    /// Plain text.
    pub title: String,
}
