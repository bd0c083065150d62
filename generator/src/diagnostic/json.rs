//! For programs: one JSON document, `{"diagnostics":[…],"errors":n,"warnings":n}`.

use super::{Diagnostic, Level};
use serde_json::{Value, json};

pub(super) fn render(diagnostics: &[Diagnostic]) -> String {
    let count = |level| diagnostics.iter().filter(|d| d.level == level).count();
    let document = json!({
        "diagnostics": diagnostics.iter().map(one).collect::<Vec<_>>(),
        "errors": count(Level::Error),
        "warnings": count(Level::Warning),
    });
    format!("{document:#}\n")
}

fn one(diagnostic: &Diagnostic) -> Value {
    let (start, end) = (diagnostic.position(), diagnostic.end());
    json!({
        "level": diagnostic.level.as_str(),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "file": diagnostic.source.display_path(),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "excerpt": diagnostic.source.line_at(diagnostic.span.start),
    })
}
