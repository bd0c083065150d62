//! For people: drawn by miette.

use super::{Diagnostic, Level, Style};
use crate::source::SourceFile;
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, Severity,
    SourceCode, SourceSpan, SpanContents,
};
use std::fmt;

pub(super) fn render(diagnostics: &[Diagnostic], style: Style) -> String {
    let theme = if style.color {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(style.width)
        .with_context_lines(1)
        .with_links(false);
    let mut out = String::new();
    for diagnostic in diagnostics {
        let shown = Shown {
            diagnostic,
            excerpt: Excerpt(&diagnostic.source),
        };
        // Writing to a String cannot fail.
        let _ = handler.render_report(&mut out, &shown);
        out.push('\n');
    }
    out
}

#[derive(Debug)]
struct Shown<'a> {
    diagnostic: &'a Diagnostic,
    excerpt: Excerpt<'a>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A file that could not be read has no excerpt to carry its name.
        if self.diagnostic.source.text.is_empty() {
            write!(f, "{}: ", self.diagnostic.source.display_path())?;
        }
        f.write_str(&self.diagnostic.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let level = self.diagnostic.level.as_str();
        Some(Box::new(format!("{level}[{}]", self.diagnostic.code)))
    }

    fn severity(&self) -> Option<Severity> {
        Some(match self.diagnostic.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let hint = self.diagnostic.hint.as_ref()?;
        Some(Box::new(hint))
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        let readable = !self.diagnostic.source.text.is_empty();
        readable.then_some(&self.excerpt as &dyn miette::SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        if self.diagnostic.source.text.is_empty() {
            return None;
        }
        // Nobody reads more of it than the first line.
        let mut span = self.diagnostic.span.clone();
        span.end = span.end.min(span.start + NEAR);
        let span = self.diagnostic.source.clamp(span);
        let label = LabeledSpan::new_with_span(None, span);
        Some(Box::new(std::iter::once(label)))
    }
}

/// How much of a line is shown on either side of a problem, in bytes.
const NEAR: usize = 400;

/// The lines around a problem. Miette's own looks through the whole file for each one, counts
/// columns in bytes, and cannot show lines longer than 65,535 of them.
#[derive(Debug)]
struct Excerpt<'a>(&'a SourceFile);

impl SourceCode for Excerpt<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let file = self.0;
        let span = file.clamp(span.offset()..span.offset() + span.len());
        let (mut line, mut start) = file.line(span.start);
        let mut column = 0;
        if before == 0 {
            column = file.position(span.start).column - 1;
            start = span.start;
        }
        for _ in 0..before.min(line - 1) {
            (line, start) = file.line(start - 1);
        }
        let mut end = span.end;
        for _ in 0..=after {
            let rest = &file.text[end..];
            end += rest.find('\n').map_or(rest.len(), |at| at + 1);
        }
        if span.start - start > NEAR {
            start = span.start - NEAR;
            line = file.line(span.start).0;
        }
        let shown = file.clamp(start..end.min(span.end + NEAR));
        let lines = file.line(shown.end).0;
        Ok(Box::new(MietteSpanContents::new_named(
            file.display_path(),
            &file.text.as_bytes()[shown.clone()],
            (shown.start, shown.len()).into(),
            line - 1,
            column,
            lines,
        )))
    }
}
