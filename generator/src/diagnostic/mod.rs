//! A problem in what people wrote: facts, place and hint. Every reader of files collects these
//! and goes on, so that one broken file never hides another.

mod github;
mod json;
mod sarif;
mod text;

use crate::source::{Position, SourceFile};
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Stops `build` and makes `check` exit with 1.
    Error,
    /// Worth mending; stops nothing.
    Warning,
}

impl Level {
    /// The word in every format.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
        }
    }
}

/// One problem.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Error or warning.
    pub level: Level,
    /// Stable name, such as `unknown-component`.
    pub code: &'static str,
    /// One sentence without a full stop.
    pub message: String,
    /// How to mend it.
    pub hint: Option<String>,
    /// The file; without text if it could not be read.
    pub source: Arc<SourceFile>,
    /// Bytes of the text.
    pub span: Range<usize>,
}

impl Diagnostic {
    /// Line and column of the start.
    pub fn position(&self) -> Position {
        self.source.position(self.span.start)
    }

    /// Line and column of the end.
    pub fn end(&self) -> Position {
        self.source.position(self.span.end)
    }
}

/// The output formats of `check`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people: excerpt, place and hint.
    #[default]
    Text,
    /// One JSON document.
    Json,
    /// GitHub Actions annotations.
    Github,
    /// SARIF 2.1.0, for code-scanning tools.
    Sarif,
}

/// Renders all problems, in order of file and place.
pub fn render(diagnostics: &[Diagnostic], format: Format, style: Style) -> String {
    match format {
        Format::Text => text::render(diagnostics, style),
        Format::Json => json::render(diagnostics),
        Format::Github => github::render(diagnostics),
        Format::Sarif => sarif::render(diagnostics),
    }
}

/// What the terminal can show.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Whether to colour.
    pub color: bool,
    /// Columns.
    pub width: usize,
}

/// Sorts by file, then place, then message: the order in which problems are shown.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.span.start, d.level);
        a.source
            .path
            .cmp(&b.source.path)
            .then_with(|| key(a).cmp(&key(b)))
            .then_with(|| a.message.cmp(&b.message))
    });
}

/// Whether any of them is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.level == Level::Error)
}

/// Collects the problems of one file while it is read.
#[derive(Debug)]
pub struct Report {
    source: Arc<SourceFile>,
    found: RefCell<Vec<Diagnostic>>,
}

impl Report {
    /// An empty report about `source`.
    pub fn new(source: Arc<SourceFile>) -> Report {
        Report {
            source,
            found: RefCell::default(),
        }
    }

    /// The file it is about.
    pub fn source(&self) -> &Arc<SourceFile> {
        &self.source
    }

    /// Adds an error.
    pub fn error(&self, code: &'static str, span: Range<usize>, message: impl Into<String>) {
        self.add(Level::Error, code, span, message.into(), None);
    }

    /// Adds an error with a hint.
    pub fn error_hint(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.add(Level::Error, code, span, message.into(), Some(hint.into()));
    }

    /// Adds a warning with a hint.
    pub fn warn(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.add(
            Level::Warning,
            code,
            span,
            message.into(),
            Some(hint.into()),
        );
    }

    fn add(
        &self,
        level: Level,
        code: &'static str,
        span: Range<usize>,
        message: String,
        hint: Option<String>,
    ) {
        self.found.borrow_mut().push(Diagnostic {
            level,
            code,
            message,
            hint,
            source: Arc::clone(&self.source),
            span: self.source.clamp(span),
        });
    }

    /// Whether an error has been added so far.
    pub fn has_errors(&self) -> bool {
        has_errors(&self.found.borrow())
    }

    /// All that was found. What is said about a line that cannot even be parsed is noise beside
    /// that, and left out.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner();
        let broken = |d: &Diagnostic| d.code == "invalid-toml";
        let lines: Vec<usize> = found
            .iter()
            .filter(|d| broken(d))
            .map(|d| d.position().line)
            .collect();
        if !lines.is_empty() {
            found.retain(|d| broken(d) || !lines.contains(&d.position().line));
        }
        found
    }
}
