//! SARIF 2.1.0 (OASIS), as code-scanning tools read it.

use super::Diagnostic;
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(super) fn render(diagnostics: &[Diagnostic]) -> String {
    let rules: BTreeSet<&str> = diagnostics.iter().map(|d| d.code).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "allclear",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": diagnostics.iter().map(result).collect::<Vec<_>>(),
        }],
    });
    format!("{document:#}\n")
}

fn result(diagnostic: &Diagnostic) -> Value {
    let (start, end) = (diagnostic.position(), diagnostic.end());
    let text = match &diagnostic.hint {
        Some(hint) => format!("{}. {hint}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    json!({
        "ruleId": diagnostic.code,
        "level": diagnostic.level.as_str(),
        "message": { "text": text },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&diagnostic.source.display_path()) },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
                "snippet": { "text": diagnostic.source.line_at(diagnostic.span.start) },
            },
        }}],
    })
}

/// A relative path as a URI reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
