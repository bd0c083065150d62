//! What the front matter of an incident may say.

use crate::diagnostic::Report;
use crate::suggest;
use crate::tree::decode::{At, Table, string, wrong};
use crate::tree::{Node, Value};
use crate::when::{self, When};
use chrono_tz::Tz;
use model::{Affected, Auto, Impact, Kind, Severity};
use std::ops::Range;

/// The front matter as written; what it means is decided in [`super::incident`].
#[derive(Debug, Default)]
pub struct FrontMatter {
    /// `title`; required.
    pub title: Option<At<String>>,
    /// `kind`; an incident unless said.
    pub kind: Kind,
    /// `severity`.
    pub severity: Option<Severity>,
    /// `components`: id, its place, and the impact if one is written.
    pub components: Vec<(At<String>, Option<Impact>)>,
    /// `tags`.
    pub tags: Vec<String>,
    /// `started`.
    pub started: Option<At<When>>,
    /// `resolved`.
    pub resolved: Option<At<When>>,
    /// `starts` of a maintenance or notice.
    pub starts: Option<At<When>>,
    /// `ends` of a maintenance.
    pub ends: Option<At<When>>,
    /// `repeat`: an RFC 5545 rule.
    pub repeat: Option<At<String>>,
    /// `except`: dates or times of occurrences that do not take place.
    pub except: Vec<At<String>>,
    /// `pin`.
    pub pin: bool,
    /// `until`.
    pub until: Option<At<When>>,
    /// `draft`.
    pub draft: bool,
    /// `aliases`.
    pub aliases: Vec<At<String>>,
    /// `auto`.
    pub auto: Option<Auto>,
}

/// Decodes the front matter of an incident.
pub fn read(report: &Report, node: &Node, zone: Tz) -> FrontMatter {
    let Some(table) = Table::new(report, node) else {
        return FrontMatter::default();
    };
    let kind = table.word("kind", Kind::ALL.map(Kind::as_str), Kind::parse);
    let kind = kind.map_or(Kind::Incident, |at| at.value);
    let severities = Severity::ALL.map(Severity::as_str);
    let severity = table.word("severity", severities, Severity::parse);
    let front = FrontMatter {
        title: title(&table),
        kind,
        severity: severity.map(|at| at.value),
        components: components(&table),
        tags: values(table.strings("tags")),
        started: time(&table, "started", zone),
        resolved: time(&table, "resolved", zone),
        starts: time(&table, "starts", zone),
        ends: time(&table, "ends", zone),
        repeat: table.string("repeat"),
        except: table.strings("except"),
        pin: table.bool("pin").unwrap_or_default(),
        until: time(&table, "until", zone),
        draft: table.bool("draft").unwrap_or_default(),
        aliases: table.strings("aliases"),
        auto: table.table("auto").map(auto),
    };
    only_for_its_kind(&table, kind);
    table.finish();
    front
}

/// Decodes the front matter of a translation, which has a title and nothing else.
pub fn read_translation(report: &Report, node: &Node) -> Option<At<String>> {
    let table = Table::new(report, node)?;
    let title = title(&table);
    table.finish();
    title
}

fn title(table: &Table<'_>) -> Option<At<String>> {
    let title = match table.entry("title") {
        Some(entry) if entry.node.value != Value::Null => table.string("title")?,
        _ => {
            table.report.error_hint(
                "title-missing",
                table.span.start..table.span.start + 1,
                "there is no `title`",
                "add `title: …`, one short sentence that says what readers notice",
            );
            return None;
        }
    };
    if title.value.trim().is_empty() {
        table
            .report
            .error("title-missing", title.span, "the title is empty");
        return None;
    }
    Some(title)
}

fn components(table: &Table<'_>) -> Vec<(At<String>, Option<Impact>)> {
    let Some(node) = table.get("components") else {
        return Vec::new();
    };
    let report = table.report;
    match &node.value {
        Value::List(items) => items
            .iter()
            .filter_map(|item| Some((string(report, item)?, None)))
            .collect(),
        Value::Table(entries) => entries
            .iter()
            .map(|entry| {
                let id = At {
                    value: entry.key.clone(),
                    span: entry.key_span.clone(),
                };
                (id, impact(report, &entry.node))
            })
            .collect(),
        _ => {
            wrong(report, node, "a list of components, or a table of impacts");
            Vec::new()
        }
    }
}

fn impact(report: &Report, node: &Node) -> Option<Impact> {
    let At { value, span } = string(report, node)?;
    let impact = Impact::parse(&value);
    if impact.is_none() {
        report.error_hint(
            "unknown-impact",
            span,
            format!("`{value}` is no impact"),
            suggest::hint(&value, Impact::WRITABLE.iter().map(|i| i.as_str())),
        );
    }
    impact
}

fn auto(table: Table<'_>) -> Auto {
    let auto = Auto {
        key: table.string("key").map(|at| at.value).unwrap_or_default(),
        monitors: values(table.strings("monitors")),
        cause: table.string("cause").map(|at| at.value),
        hold: table.bool("hold").unwrap_or_default(),
    };
    table.finish();
    auto
}

fn values(strings: Vec<At<String>>) -> Vec<String> {
    strings.into_iter().map(|at| at.value).collect()
}

fn time(table: &Table<'_>, key: &'static str, zone: Tz) -> Option<At<When>> {
    let At { value, span } = table.string(key)?;
    read_time(table.report, &value, span, zone)
}

/// Reads a time at `span`; a broken one is an error, one without a zone a warning.
pub fn read_time(report: &Report, text: &str, span: Range<usize>, zone: Tz) -> Option<At<When>> {
    match when::parse(text, zone) {
        Ok(value) => {
            warn_zone(report, span.clone(), text, &value);
            Some(At { value, span })
        }
        Err(error) => {
            report.error_hint("bad-time", span, error.to_string(), error.hint());
            None
        }
    }
}

/// Warns about a time without a zone: whoever reads the file elsewhere reads another hour.
pub fn warn_zone(report: &Report, span: Range<usize>, text: &str, when: &When) {
    if !when.zoned {
        report.warn(
            "zone-missing",
            span,
            format!("`{}` names no zone; {} is taken", text.trim(), when.zone),
            "write the zone behind it, such as `UTC`",
        );
    }
}

/// Reports keys that mean nothing for this kind.
fn only_for_its_kind(table: &Table<'_>, kind: Kind) {
    let wrong: &[&'static str] = match kind {
        Kind::Incident => &["starts", "ends", "repeat", "except", "pin", "until"],
        Kind::Maintenance => &["started", "resolved", "pin", "until"],
        Kind::Notice => &["ends", "repeat", "except"],
    };
    for key in wrong {
        if let Some(entry) = table.entry(key) {
            let hint = match (kind, *key) {
                (Kind::Incident, "starts") => "an incident has `started`",
                (Kind::Incident, "ends" | "until") => "an incident has `resolved`",
                (Kind::Incident, "pin") => "only a notice can be pinned: `kind: notice`",
                (Kind::Incident, _) => "this belongs to `kind: maintenance`",
                (Kind::Maintenance, "started") => "a maintenance has `starts`",
                (Kind::Maintenance, "resolved" | "until") => "a maintenance has `ends`",
                (Kind::Maintenance, _) => "this belongs to `kind: notice`",
                (Kind::Notice, "ends") => "a notice has `until`",
                (Kind::Notice, _) => "this belongs to `kind: maintenance`",
            };
            table.report.error_hint(
                "wrong-kind",
                entry.key_span.clone(),
                format!("`{key}` means nothing for {}", kind.with_article()),
                hint,
            );
        }
    }
}

/// The impacts of the listed components: as written, else what the severity implies.
pub fn affected(front: &FrontMatter) -> Vec<Affected> {
    let implied = match (front.kind, front.severity) {
        (Kind::Maintenance, _) => Impact::UnderMaintenance,
        (Kind::Notice, None) => Impact::Operational,
        (_, severity) => severity.unwrap_or_default().default_impact(),
    };
    front
        .components
        .iter()
        .map(|(id, impact)| Affected {
            component: id.value.clone(),
            impact: impact.unwrap_or(implied),
        })
        .collect()
}
