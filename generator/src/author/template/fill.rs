//! Placeholders of a template, filled in.

use super::fields::{Fields, NAMES, Part};
use crate::author::document::line_ends_of;
use crate::author::quote::{self, Setting};
use crate::content::split::{self, Language};
use crate::diagnostic::{Diagnostic, Report};
use crate::source::SourceFile;
use crate::suggest;
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

/// A template with its placeholders filled in.
#[derive(Debug)]
pub struct Filled {
    /// The text.
    pub text: String,
    /// The names that it used.
    pub used: Vec<String>,
}

/// Fills in `fields`. A placeholder that nobody knows is an error with its place.
pub fn fill(template: &Arc<SourceFile>, fields: &Fields) -> Result<Filled, Vec<Diagnostic>> {
    let report = Report::new(Arc::clone(template));
    let parts = split::split(&report);
    let text = template.text.as_str();
    let mut filled = Filled {
        text: String::with_capacity(text.len() + fields.message.len()),
        used: Vec::new(),
    };
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let front = parts.as_ref().filter(|parts| parts.front.contains(&offset));
        let placeholders = placeholders(line);
        for (name, span) in &placeholders {
            check_name(&report, name, offset + span.start..offset + span.end);
            filled.used.push(name.clone());
        }
        match front {
            Some(parts) => front_line(
                &mut filled.text,
                line,
                &placeholders,
                fields,
                parts.language,
            ),
            None => body_line(
                &mut filled.text,
                line,
                &placeholders,
                fields,
                line_ends_of(text),
            ),
        }
        offset += line.len();
    }
    if report.has_errors() {
        return Err(report.into_vec());
    }
    let end = filled.text.trim_end().len();
    filled.text.truncate(end);
    filled.text.push_str(line_ends_of(text));
    Ok(filled)
}

fn check_name(report: &Report, name: &str, span: Range<usize>) {
    if !NAMES.contains(&name) {
        let hint = suggest::hint(name, NAMES);
        report.error_hint(
            "unknown-placeholder",
            span,
            format!("unknown placeholder `{name}`"),
            hint,
        );
    }
}

/// The `{{name}}`s of a line: name and place.
fn placeholders(line: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = line[from..].find("{{").map(|at| from + at) {
        let Some(close) = line[open..].find("}}").map(|at| open + at) else {
            break;
        };
        found.push((line[open + 2..close].trim().to_owned(), open..close + 2));
        from = close + 2;
    }
    found
}

/// A line of the front matter: values get quotes where the language wants them, and a key whose
/// value was not said is left out.
fn front_line(
    out: &mut String,
    line: &str,
    placeholders: &[(String, Range<usize>)],
    fields: &Fields,
    language: Language,
) {
    let sign = match language {
        Language::Yaml => ':',
        Language::Toml => '=',
    };
    if let [(name, span)] = placeholders {
        let before = line[..span.start].trim_end();
        let after = line[span.end..].trim();
        let whole = before.ends_with(sign) && (after.is_empty() || after.starts_with('#'));
        if whole {
            match fields.part(name) {
                Part::Nothing => {}
                Part::Value(setting) => {
                    block_or_line(out, line, span, &setting, language);
                }
                Part::Words(words) => {
                    out.push_str(&line[..span.start]);
                    out.push_str(&quote::text(language, &words));
                    out.push_str(&line[span.end..]);
                }
            }
            return;
        }
    }
    let mut from = 0;
    for (name, span) in placeholders {
        out.push_str(&line[from..span.start]);
        let words = match fields.part(name) {
            Part::Value(Setting::Text(words)) | Part::Words(words) => words,
            Part::Value(setting) => quote::setting(language, &setting),
            Part::Nothing => String::new(),
        };
        let quoted = line[..span.start].matches('"').count() % 2 == 1;
        out.push_str(&if quoted {
            quote::escaped(&words)
        } else {
            words
        });
        from = span.end;
    }
    out.push_str(&line[from..]);
}

/// A table of impacts gets a line for each in YAML, as people write it; all else stays in the line.
fn block_or_line(
    out: &mut String,
    line: &str,
    span: &Range<usize>,
    setting: &Setting,
    language: Language,
) {
    let Setting::Impacts(impacts) = setting else {
        out.push_str(&line[..span.start]);
        out.push_str(&quote::setting(language, setting));
        out.push_str(&line[span.end..]);
        return;
    };
    if language == Language::Toml {
        out.push_str(&line[..span.start]);
        out.push_str(&quote::setting(language, setting));
        out.push_str(&line[span.end..]);
        return;
    }
    let content = line.trim_end_matches(['\r', '\n']);
    let end = &line[content.len()..];
    out.push_str(line[..span.start].trim_end());
    out.push_str(content[span.end..].trim_end());
    out.push_str(end);
    for (id, impact) in impacts {
        // Writing to a String cannot fail.
        let _ = write!(out, "  {id}: {}{end}", impact.as_str());
    }
}

/// A line of the body: words as they are, in the line ends of the template.
fn body_line(
    out: &mut String,
    line: &str,
    placeholders: &[(String, Range<usize>)],
    fields: &Fields,
    line_end: &str,
) {
    let mut from = 0;
    for (name, span) in placeholders {
        out.push_str(&line[from..span.start]);
        match fields.part(name) {
            Part::Value(Setting::Text(words)) | Part::Words(words) => {
                let lines: Vec<&str> = words.trim_end().lines().collect();
                out.push_str(&lines.join(line_end));
            }
            Part::Value(Setting::List(words)) => out.push_str(&words.join(", ")),
            Part::Value(Setting::Impacts(impacts)) => {
                let ids: Vec<&str> = impacts.iter().map(|(id, _)| id.as_str()).collect();
                out.push_str(&ids.join(", "));
            }
            Part::Value(Setting::Bool(_)) | Part::Nothing => {}
        }
        from = span.end;
    }
    out.push_str(&line[from..]);
}

#[cfg(test)]
mod tests;
