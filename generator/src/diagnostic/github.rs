//! GitHub Actions annotations: workflow commands, one a line, as GitHub documents them under
//! "Workflow commands for GitHub Actions".

use super::Diagnostic;
use std::fmt::Write;

pub(super) fn render(diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let (start, end) = (diagnostic.position(), diagnostic.end());
        let mut message = diagnostic.message.clone();
        if let Some(hint) = &diagnostic.hint {
            let _ = write!(message, "\n{hint}");
        }
        let _ = writeln!(
            out,
            "::{} file={},line={},endLine={},col={},endColumn={},title={}::{}",
            diagnostic.level.as_str(),
            property(&diagnostic.source.display_path()),
            start.line,
            end.line,
            start.column,
            end.column,
            property(diagnostic.code),
            data(&message),
        );
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
