//! One file's front matter and body made into one [`model::Incident`].

use super::body::{self, Body, Section};
use super::front_matter::{self, FrontMatter, affected};
use super::links::{Here, Listing};
use super::markdown::{Labels, Place, Renderer};
use super::recurrence::{self, Except};
use super::split;
use crate::diagnostic::{Diagnostic, Report, has_errors};
use crate::source::SourceFile;
use crate::tree::decode::At;
use crate::when::{self, When};
use chrono_tz::Tz;
use model::{Html, Impact, Incident, Instant, Kind, Postmortem, Severity, Span, Text, Update};
use std::ops::Range;
use std::sync::Arc;

/// What reading needs to know beside the file itself.
pub struct Around<'a> {
    /// The site's zone.
    pub zone: Tz,
    /// The clock, for how far recurrences are expanded.
    pub now: Instant,
    /// What links can lead to.
    pub listing: &'a Arc<Listing>,
    /// Where the file lies.
    pub here: Here<'a>,
    /// Words of Markdown itself, in the language of the file.
    pub labels: &'a Labels,
}

/// A file that was read.
#[derive(Debug)]
pub struct Read<T> {
    /// What it says; `None` if it is broken.
    pub value: Option<T>,
    /// Where things stand that later checks point at.
    pub places: Places,
    /// What is wrong with it.
    pub found: Vec<Diagnostic>,
}

/// Places of what can only be judged together with other files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Component ids, wherever they are named.
    pub components: Vec<(String, Range<usize>)>,
    /// Heading and time of each update, oldest first.
    pub updates: Vec<Range<usize>>,
    /// The title.
    pub title: Range<usize>,
    /// `starts`, `started`, `resolved`, `ends`, `until`: whatever bounds it.
    pub start: Range<usize>,
    /// See `start`.
    pub end: Range<usize>,
    /// Incidents that links lead to.
    pub links: Vec<(String, Range<usize>)>,
    /// Old paths.
    pub aliases: Vec<(String, Range<usize>)>,
}

/// Reads an incident file.
pub fn read(source: Arc<SourceFile>, id: &str, around: &Around<'_>) -> Read<Incident> {
    let report = Report::new(Arc::clone(&source));
    let mut places = Places::default();
    let value = split::split(&report).and_then(|parts| {
        let node = split::front_matter(&report, &parts)?;
        let front = front_matter::read(&report, &node, around.zone);
        let mut body = body::parse(&report, &source.text, parts.body, front.kind, around.zone);
        order(&report, &mut body.updates);
        places = find_places(&front, &body);
        build(&report, id, front, &body, around, &mut places.links)
    });
    let found = report.into_vec();
    Read {
        value: value.filter(|_| !has_errors(&found)),
        places,
        found,
    }
}

fn build(
    report: &Report,
    id: &str,
    front: FrontMatter,
    body: &Body<'_>,
    around: &Around<'_>,
    links: &mut Vec<(String, Range<usize>)>,
) -> Option<Incident> {
    let components = affected(&front);
    let updates: Vec<Update> = body.updates.iter().map(|s| update(&s.heading)).collect();
    let windows = windows(report, &front, around);
    bounds(report, &front, &updates, body.broken);
    let severity = front.severity.unwrap_or_else(|| implied_severity(&front));
    let text = text(report, front.title.as_ref(), body, around);
    links.clone_from(&text.links);
    if text.is_empty_body() {
        let span = front.title.as_ref().map_or(0..1, |t| t.span.clone());
        report.warn(
            "empty-body",
            span,
            "nobody is told what happened: the body is empty",
            "write at least one sentence, or an update",
        );
    }
    Some(Incident {
        id: id.to_owned(),
        kind: front.kind,
        severity,
        components,
        tags: front.tags,
        updates,
        started: front.started.or(front.starts).map(|at| at.value.at),
        resolved: front.resolved.map(|at| at.value.at),
        windows,
        repeat: front.repeat.map(|at| at.value),
        pin: front.pin,
        until: front.until.map(|at| at.value.at),
        draft: front.draft,
        aliases: front.aliases.into_iter().map(|at| at.value).collect(),
        auto: front.auto,
        text: text.text,
        translations: Vec::new(),
        print: 0,
    })
    .map(|mut incident| {
        if incident.kind == Kind::Maintenance {
            incident.started = None;
        }
        incident
    })
}

fn update(heading: &super::heading::UpdateHeading) -> Update {
    Update {
        at: heading.when.at,
        state: heading.state,
        impacts: heading.impacts.iter().map(|(a, _)| a.clone()).collect(),
        auto: heading.auto,
    }
}

/// A severity that goes with the worst impact that is written, where none is.
fn implied_severity(front: &FrontMatter) -> Severity {
    let written = front.components.iter().filter_map(|(_, impact)| *impact);
    match (front.kind, written.max()) {
        (Kind::Incident, Some(worst)) => Severity::from_impact(worst),
        (Kind::Incident, None) => Severity::Minor,
        (Kind::Maintenance | Kind::Notice, worst) => {
            Severity::from_impact(worst.unwrap_or(Impact::Operational))
        }
    }
}

/// Puts the updates in order, oldest first; newest first is as good, a mixture warns. Equal times
/// follow the file's direction.
fn order(report: &Report, updates: &mut [Section]) {
    let at = |s: &Section| s.heading.when.at;
    let rising = updates.windows(2).filter(|w| at(&w[0]) < at(&w[1])).count();
    let falling = updates.windows(2).filter(|w| at(&w[0]) > at(&w[1])).count();
    if rising > 0 && falling > 0 {
        let newest_first = falling > rising;
        let stray = updates.windows(2).find(|w| {
            if newest_first {
                at(&w[0]) < at(&w[1])
            } else {
                at(&w[0]) > at(&w[1])
            }
        });
        if let Some(stray) = stray {
            report.warn(
                "mixed-order",
                stray[1].heading.when_span.clone(),
                "the updates are in mixed order: neither oldest first nor newest first",
                "sort them; a mistyped date is the usual reason",
            );
        }
    }
    if falling > rising {
        updates.reverse();
    }
    updates.sort_by_key(at);
}

/// The planned windows of a maintenance.
fn windows(report: &Report, front: &FrontMatter, around: &Around<'_>) -> Vec<Span> {
    if front.kind != Kind::Maintenance {
        return Vec::new();
    }
    let (Some(starts), Some(ends)) = (&front.starts, &front.ends) else {
        let missing = if front.starts.is_none() {
            "starts"
        } else {
            "ends"
        };
        let broken = report.has_errors();
        if !broken {
            report.error_hint(
                "window-missing",
                front.title.as_ref().map_or(0..1, |t| t.span.clone()),
                format!("a maintenance needs `{missing}`"),
                format!("add `{missing}: 2026-12-06 02:00 UTC`"),
            );
        }
        return Vec::new();
    };
    let first = Span::new(starts.value.at, ends.value.at);
    if first.is_empty() {
        // Reported by `bounds`.
        return Vec::new();
    }
    let Some(rule) = &front.repeat else {
        return vec![first];
    };
    let zone = starts.value.zone;
    let except = exceptions(report, &front.except, zone);
    match recurrence::expand(&rule.value, first, zone, &except, around.now) {
        Ok(spans) => {
            overlaps(report, rule, &spans);
            spans
        }
        Err(error) => {
            report.error_hint(
                "bad-rule",
                rule.span.clone(),
                format!("this is no recurrence rule: {error}"),
                "write it as RFC 5545 does, such as `FREQ=WEEKLY;BYDAY=SU`",
            );
            Vec::new()
        }
    }
}

fn overlaps(report: &Report, rule: &At<String>, spans: &[Span]) {
    if spans.windows(2).any(|w| w[0].overlaps(w[1])) {
        report.error_hint(
            "windows-overlap",
            rule.span.clone(),
            "one occurrence begins before the one before it ends",
            "shorten the window (`starts` to `ends`) or repeat it less often",
        );
    }
}

fn exceptions(report: &Report, written: &[At<String>], zone: Tz) -> Vec<Except> {
    let read = written.iter().filter_map(|At { value, span }| {
        if let Some(day) = when::parse_date(value) {
            return Some(Except::Day(day));
        }
        match when::parse(value, zone) {
            Ok(when) => Some(Except::At(when.at)),
            Err(error) => {
                let hint = "write the day, `2026-12-27`, or the start of the occurrence";
                report.error_hint("bad-time", span.clone(), error.to_string(), hint);
                None
            }
        }
    });
    read.collect()
}

/// Everything must begin, and end after it began.
fn bounds(report: &Report, front: &FrontMatter, updates: &[Update], broken: bool) {
    let at = |time: &Option<At<When>>| time.as_ref().map(|t| t.value.at);
    let start = match front.kind {
        Kind::Maintenance => at(&front.starts),
        Kind::Incident => at(&front.started).or_else(|| updates.first().map(|u| u.at)),
        Kind::Notice => at(&front.starts)
            .or_else(|| at(&front.started))
            .or_else(|| updates.first().map(|u| u.at)),
    };
    let Some(start) = start else {
        if front.kind != Kind::Maintenance && !broken && !report.has_errors() {
            let hint = match front.kind {
                Kind::Notice => "add `starts: 2024-11-30 04:46 UTC`",
                _ => "add an update, `## Investigating — 2024-11-30 04:46 UTC`",
            };
            report.error_hint(
                "start-missing",
                front.title.as_ref().map_or(0..1, |t| t.span.clone()),
                "nothing says when this began",
                hint,
            );
        }
        return;
    };
    let told = updates.last().filter(|u| u.state.is_final());
    if let (Some(written), Some(told), Kind::Incident) = (&front.started, told, front.kind)
        && told.at < start
        && front.resolved.is_none()
    {
        report.error_hint(
            "end-before-start",
            written.span.clone(),
            format!("this begins after it was over, {}", when::utc_text(told.at)),
            "one of the two is mistyped, or in another zone than it says",
        );
    }
    for (key, end) in [
        ("resolved", &front.resolved),
        ("ends", &front.ends),
        ("until", &front.until),
    ] {
        if let Some(end) = end
            && end.value.at <= start
            && !(key == "resolved" && end.value.at == start)
        {
            report.error_hint(
                "end-before-start",
                end.span.clone(),
                format!("`{key}` comes before the start, {}", when::utc_text(start)),
                "one of the two is mistyped, or in another zone than it says",
            );
        }
    }
}

/// The words of a file and whether there are any beside the title.
struct Words {
    text: Text,
    any: bool,
    links: Vec<(String, Range<usize>)>,
}

impl Words {
    fn is_empty_body(&self) -> bool {
        !self.any
    }
}

fn text(
    report: &Report,
    title: Option<&At<String>>,
    body: &Body<'_>,
    around: &Around<'_>,
) -> Words {
    let mut renderer = Renderer::new(report, around.listing, around.here, around.labels);
    let section = |level, anchors| Place { level, anchors };
    let summary = renderer.render(&body.events[body.summary.clone()], section(2, false));
    let mut newest = String::new();
    let updates: Vec<Html> = body
        .updates
        .iter()
        .map(|s| {
            let rendered = renderer.render(&body.events[s.events.clone()], section(4, false));
            newest = rendered.text;
            rendered.html
        })
        .collect();
    let postmortem = body.postmortem.clone().map(|events| {
        let rendered = renderer.render(&body.events[events], section(3, true));
        Postmortem {
            html: rendered.html,
            toc: rendered.toc,
            words: count_words(&rendered.text),
        }
    });
    for (section, html) in body.updates.iter().zip(&updates) {
        if html.is_empty() {
            report.warn(
                "empty-update",
                section.span.clone(),
                "this update says nothing",
                "write what readers should know now",
            );
        }
    }
    let links = renderer.finish();
    let any = !summary.html.is_empty() || !updates.is_empty() || postmortem.is_some();
    let lead = if summary.text.trim().is_empty() {
        &newest
    } else {
        &summary.text
    };
    Words {
        any,
        links,
        text: Text {
            title: title.map(|t| t.value.trim().to_owned()).unwrap_or_default(),
            summary: summary.html,
            excerpt: excerpt(lead),
            updates,
            postmortem,
        },
    }
}

/// The first 300 characters, cut between words, or within one that fills the place alone, as a
/// sentence of a script without spaces does.
fn excerpt(text: &str) -> String {
    const LIMIT: usize = 300;
    const ENOUGH: usize = 200;
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let space = usize::from(length > 0);
        let room = LIMIT - length;
        if word.chars().count() + space > room {
            if length < ENOUGH {
                out.extend([' '].iter().take(space));
                out.extend(word.chars().take(room - space));
            }
            out.push('…');
            break;
        }
        out.extend([' '].iter().take(space));
        out.push_str(word);
        length += space + word.chars().count();
    }
    out
}

/// Words; of scripts without spaces two characters count as one.
fn count_words(text: &str) -> usize {
    let dense = |c: &char| matches!(*c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
    let characters = text.chars().filter(dense).count();
    let spaced = text.split(|c: char| c.is_whitespace() || dense(&c));
    characters / 2 + spaced.filter(|w| w.contains(char::is_alphanumeric)).count()
}

fn find_places(front: &FrontMatter, body: &Body<'_>) -> Places {
    let listed = front.components.iter();
    let listed = listed.map(|(id, _)| (id.value.clone(), id.span.clone()));
    let changed = body.updates.iter().flat_map(|s| &s.heading.impacts);
    let changed = changed.map(|(a, span)| (a.component.clone(), span.clone()));
    let span = |times: [&Option<At<When>>; 3]| {
        let found = times.into_iter().flatten().next();
        found.map_or(0..0, |t| t.span.clone())
    };
    Places {
        components: listed.chain(changed).collect(),
        updates: body
            .updates
            .iter()
            .map(|s| s.heading.when_span.clone())
            .collect(),
        title: front.title.as_ref().map_or(0..1, |t| t.span.clone()),
        start: span([&front.starts, &front.started, &None]),
        end: span([&front.resolved, &front.ends, &front.until]),
        links: Vec::new(),
        aliases: front
            .aliases
            .iter()
            .map(|a| (a.value.clone(), a.span.clone()))
            .collect(),
    }
}

/// Reads a translation: title and texts, whose updates are matched to `base` by time.
pub fn read_translation(
    source: Arc<SourceFile>,
    base: &Incident,
    around: &Around<'_>,
) -> Read<Text> {
    let report = Report::new(Arc::clone(&source));
    let value = split::split(&report).and_then(|parts| {
        let node = split::front_matter(&report, &parts)?;
        let title = front_matter::read_translation(&report, &node);
        let mut body = body::parse(&report, &source.text, parts.body, base.kind, around.zone);
        order(&report, &mut body.updates);
        let mut words = text(&report, title.as_ref(), &body, around).text;
        words.updates = matched(&report, &body, std::mem::take(&mut words.updates), base);
        Some(words)
    });
    let found = report.into_vec();
    Read {
        value: value.filter(|_| !has_errors(&found)),
        places: Places::default(),
        found,
    }
}

/// Texts in the order of the base's updates; what has no partner is reported.
fn matched(report: &Report, body: &Body<'_>, texts: Vec<Html>, base: &Incident) -> Vec<Html> {
    let mut ordered = vec![Html::default(); base.updates.len()];
    let mut taken = vec![false; base.updates.len()];
    for (section, html) in body.updates.iter().zip(texts) {
        let at = section.heading.when.at;
        let mut partners = base.updates.iter().enumerate();
        match partners.find(|(i, u)| u.at == at && !taken[*i]) {
            Some((i, _)) => {
                taken[i] = true;
                ordered[i] = html;
            }
            None => report.warn(
                "translation-unmatched",
                section.heading.when_span.clone(),
                "the original has no update at this time, so this one is not shown",
                "give it the time of the update that it translates",
            ),
        }
    }
    ordered
}

#[cfg(test)]
mod tests;
