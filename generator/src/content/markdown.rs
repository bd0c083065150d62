//! Markdown events to sanitised HTML, with headings that fit the page, links that work at any
//! depth, and nothing that a third party serves.

use super::body::Spanned;
use super::links::{Here, Listing, Target};
use super::sanitise;
use crate::diagnostic::Report;
use crate::suggest;
use model::{Html, TocEntry};
use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, Tag, TagEnd};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

/// What ids of headings begin with.
pub const ID: &str = "pm-";

/// The few words that Markdown itself puts on a page, in the language of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Titles of alerts: note, tip, important, warning, caution.
    pub alerts: [String; 5],
    /// Of a task that is done, and of one that is not.
    pub tasks: [String; 2],
}

/// Broken links of one file that get a guess at what was meant. Guessing takes a look at every
/// name there is, and whoever has more of them has moved something.
const GUESSES: usize = 20;

/// Renders the sections of one file; footnotes are numbered through the whole file.
pub struct Renderer<'a> {
    report: &'a Report,
    listing: &'a Arc<Listing>,
    here: Here<'a>,
    labels: &'a Labels,
    footnotes: HashMap<String, usize>,
    defined: HashSet<usize>,
    ids: HashMap<String, usize>,
    fragments: Vec<(String, Range<usize>)>,
    links: Vec<(String, Range<usize>)>,
    guesses: usize,
}

/// One section, rendered.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Sanitised.
    pub html: Html,
    /// Headings of the two upper levels, if the section asked for ids.
    pub toc: Vec<TocEntry>,
    /// Plain text, for excerpts and search.
    pub text: String,
}

/// What is special about a section.
#[derive(Clone, Copy)]
pub struct Place {
    /// The level of its highest heading on the page, 2 to 6.
    pub level: u8,
    /// Whether its headings get ids and anchors.
    pub anchors: bool,
}

impl<'a> Renderer<'a> {
    /// For the report's file, which lies `here`.
    pub fn new(
        report: &'a Report,
        listing: &'a Arc<Listing>,
        here: Here<'a>,
        labels: &'a Labels,
    ) -> Renderer<'a> {
        Renderer {
            report,
            listing,
            here,
            labels,
            footnotes: HashMap::new(),
            defined: HashSet::new(),
            ids: HashMap::new(),
            fragments: Vec::new(),
            links: Vec::new(),
            guesses: 0,
        }
    }

    /// Renders one section.
    pub fn render(&mut self, events: &[Spanned<'_>], place: Place) -> Rendered {
        if events.is_empty() {
            return Rendered::default();
        }
        let mut pass = Pass {
            levels: Vec::new(),
            place,
            out: Vec::with_capacity(events.len() + 8),
            toc: Vec::new(),
            text: String::new(),
            raw: false,
            aligned: false,
            links: Vec::new(),
        };
        let mut i = 0;
        while i < events.len() {
            i = self.event(&mut pass, events, i);
        }
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, pass.out.into_iter());
        if pass.aligned {
            for (style, class) in [
                (" style=\"text-align: left\"", ""),
                (" style=\"text-align: center\"", " class=\"center\""),
                (" style=\"text-align: right\"", " class=\"right\""),
            ] {
                html = html.replace(style, class);
            }
        }
        if pass.raw {
            html = sanitise::clean(&html, self.listing, self.here);
        }
        Rendered {
            html: Html::sanitised(html.trim_end().to_owned()),
            toc: pass.toc,
            text: pass.text,
        }
    }

    /// Warns about links within the page that lead nowhere; call it when all sections are done.
    /// Returns the incidents that others lead to.
    pub fn finish(self) -> Vec<(String, Range<usize>)> {
        let mut ids: Vec<&str> = self.ids.keys().map(String::as_str).collect();
        ids.sort_unstable();
        let broken = self.fragments.into_iter();
        let broken = broken.filter(|(fragment, _)| !self.ids.contains_key(fragment));
        for (i, (fragment, span)) in broken.enumerate() {
            let hint = match i < GUESSES {
                true => suggest::hint(&fragment, ids.iter().copied()),
                false => "only headings of the postmortem can be linked to".to_owned(),
            };
            let message = format!("there is no heading `#{fragment}` on this page");
            self.report.warn("broken-link", span, message, hint);
        }
        self.links
    }

    /// Handles the event at `i` and returns the next position.
    fn event<'e>(&mut self, pass: &mut Pass<'e>, events: &[Spanned<'e>], i: usize) -> usize {
        let (event, span) = &events[i];
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let level = pass.level(*level);
                return self.heading(pass, events, i, level);
            }
            Event::Start(Tag::Link {
                dest_url, title, ..
            }) => {
                let target = self.target(dest_url, span);
                pass.open_link(target, title);
            }
            Event::End(TagEnd::Link) => {
                if pass.links.pop().unwrap_or_default() {
                    pass.html("</a>");
                }
            }
            Event::Start(Tag::Image {
                dest_url, title, ..
            }) => return self.image(pass, events, i, dest_url, title),
            Event::Start(Tag::BlockQuote(Some(kind))) => {
                pass.push(event.clone());
                let title = &self.labels.alerts[alert_index(*kind)];
                pass.html(&format!("<p class=\"alert-title\">{}</p>", escape(title)));
            }
            Event::FootnoteReference(name) => {
                let number = self.footnote(name);
                pass.html(&format!(
                    "<sup class=\"footnote-reference\"><a href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"
                ));
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let number = self.footnote(name);
                // Of two with one name, links lead to the first.
                let id = match self.defined.insert(number) {
                    true => format!(" id=\"fn-{number}\""),
                    false => String::new(),
                };
                pass.html(&format!(
                    "<div class=\"footnote-definition\"{id}><sup>{number}</sup>"
                ));
            }
            Event::End(TagEnd::FootnoteDefinition) => pass.html("</div>"),
            Event::TaskListMarker(done) => {
                let (class, label) = match done {
                    true => ("task done", &self.labels.tasks[0]),
                    false => ("task", &self.labels.tasks[1]),
                };
                let label = escape(label);
                pass.html(&format!(
                    "<span class=\"{class}\" role=\"img\" aria-label=\"{label}\"></span>"
                ));
            }
            Event::Start(Tag::Table(alignments)) => {
                pass.aligned |= alignments
                    .iter()
                    .any(|a| *a != pulldown_cmark::Alignment::None);
                pass.html("<div class=\"scroll\" tabindex=\"0\">");
                pass.push(event.clone());
            }
            Event::End(TagEnd::Table) => {
                pass.push(event.clone());
                pass.html("</div>");
            }
            Event::Html(html) => {
                pass.raw = true;
                pass.push(Event::Html(sanitise::without_headings(html)));
            }
            Event::InlineHtml(html) => {
                pass.raw = true;
                pass.push(Event::InlineHtml(sanitise::without_headings(html)));
            }
            Event::Text(text) | Event::Code(text) => {
                pass.say(text);
                pass.push(event.clone());
            }
            // Words within a line go on; a comma behind bold ones stays where it is.
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough) => {
                pass.push(event.clone())
            }
            Event::SoftBreak | Event::HardBreak | Event::End(_) => {
                pass.say(" ");
                pass.push(event.clone());
            }
            _ => pass.push(event.clone()),
        }
        i + 1
    }

    fn heading<'e>(
        &mut self,
        pass: &mut Pass<'e>,
        events: &[Spanned<'e>],
        start: usize,
        level: u8,
    ) -> usize {
        let is_end = |(e, _): &Spanned<'_>| matches!(e, Event::End(TagEnd::Heading(_)));
        let end = events[start..].iter().position(is_end);
        let end = end.map_or(events.len(), |offset| start + offset);
        let inner = &events[start + 1..end];
        let words = plain(inner);
        let linked = inner
            .iter()
            .any(|(e, _)| matches!(e, Event::Start(Tag::Link { .. } | Tag::Image { .. })));
        let anchor = pass.place.anchors.then(|| self.unique_id(&words));
        match &anchor {
            Some(id) if !linked => {
                let id = escape(id);
                pass.html(&format!("<h{level} id=\"{ID}{id}\"><a href=\"#{ID}{id}\">"));
            }
            Some(id) => pass.html(&format!("<h{level} id=\"{ID}{}\">", escape(id))),
            None => pass.html(&format!("<h{level}>")),
        }
        let mut i = start + 1;
        while i < end {
            i = self.event(pass, events, i);
        }
        if anchor.is_some() && !linked {
            pass.html("</a>");
        }
        pass.html(&format!("</h{level}>\n"));
        pass.say(". ");
        let depth = level - pass.place.level;
        if let Some(id) = anchor
            && depth <= 1
        {
            pass.toc.push(TocEntry {
                level: depth + 2,
                id: format!("{ID}{id}"),
                title: words,
            });
        }
        end + 1
    }

    /// An image beside the incident is shown; one from elsewhere becomes a link.
    fn image<'e>(
        &mut self,
        pass: &mut Pass<'e>,
        events: &[Spanned<'e>],
        start: usize,
        address: &str,
        title: &str,
    ) -> usize {
        let is_end = |(e, _): &Spanned<'_>| matches!(e, Event::End(TagEnd::Image));
        let end = events[start..].iter().position(is_end);
        let end = end.map_or(events.len(), |offset| start + offset);
        let alt = plain(&events[start + 1..end]);
        pass.say(&alt);
        match self.target(address, &events[start].1) {
            Target::Inside(path) => {
                let title = match title {
                    "" => String::new(),
                    title => format!(" title=\"{}\"", escape(title)),
                };
                pass.html(&format!(
                    "<img src=\"{}\" alt=\"{}\"{title} loading=\"lazy\">",
                    escape(&path),
                    escape(&alt)
                ));
            }
            Target::Outside(address) => {
                let words = if alt.is_empty() { address.clone() } else { alt };
                pass.html(&format!(
                    "<a href=\"{}\">{}</a>",
                    escape(&address),
                    escape(&words)
                ));
            }
            _ => pass.html(&escape(&alt)),
        }
        end + 1
    }

    fn target(&mut self, address: &str, span: &Range<usize>) -> Target {
        let target = self.listing.resolve(address, self.here);
        match &target {
            Target::Missing(path) => {
                self.guesses += 1;
                let beside = self
                    .listing
                    .files
                    .iter()
                    .chain(self.listing.incidents.keys())
                    .filter(|_| self.guesses <= GUESSES);
                let near = suggest::nearest(path, beside.map(String::as_str));
                let hint = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "paths are relative to this file; `/…` starts at the site's root and \
                             finds what is in `public/`"
                        .to_owned(),
                };
                let message = format!("there is no `{path}`");
                self.report
                    .error_hint("broken-link", span.clone(), message, hint);
            }
            Target::Forbidden(scheme) => self.report.error_hint(
                "forbidden-link",
                span.clone(),
                format!("links with `{scheme}:` are not published"),
                "use `https:` or `mailto:`",
            ),
            Target::Fragment(name) if !name.starts_with("fn-") => {
                self.fragments.push((name.clone(), span.clone()));
            }
            Target::Inside(address) => {
                if let Some(id) = Listing::incident(address, self.here) {
                    self.links.push((id, span.clone()));
                }
            }
            _ => {}
        }
        target
    }

    fn footnote(&mut self, name: &str) -> usize {
        let next = self.footnotes.len() + 1;
        *self.footnotes.entry(name.to_owned()).or_insert(next)
    }

    fn unique_id(&mut self, words: &str) -> String {
        let base = slug(words);
        let mut id = base.clone();
        // A heading may be called as another is numbered.
        while self.ids.contains_key(&id) {
            let seen = self.ids.entry(base.clone()).or_default();
            *seen += 1;
            id = format!("{base}-{seen}");
        }
        self.ids.insert(id.clone(), 0);
        id
    }
}

/// The state of one section's walk.
struct Pass<'e> {
    levels: Vec<HeadingLevel>,
    place: Place,
    out: Vec<Event<'e>>,
    toc: Vec<TocEntry>,
    text: String,
    raw: bool,
    aligned: bool,
    /// Whether each open link was written.
    links: Vec<bool>,
}

impl<'e> Pass<'e> {
    fn push(&mut self, event: Event<'e>) {
        self.out.push(event);
    }

    /// HTML of our own; everything in it is escaped.
    fn html(&mut self, html: &str) {
        self.out
            .push(Event::InlineHtml(CowStr::from(html.to_owned())));
    }

    fn say(&mut self, text: &str) {
        if text == " " && self.text.ends_with(' ') {
            return;
        }
        self.text.push_str(text);
    }

    /// The level on the page: headings nest without skipping one, whatever the author wrote.
    fn level(&mut self, written: HeadingLevel) -> u8 {
        while self.levels.last().is_some_and(|&outer| outer >= written) {
            self.levels.pop();
        }
        let depth = u8::try_from(self.levels.len()).unwrap_or(u8::MAX);
        self.levels.push(written);
        self.place.level.saturating_add(depth).min(6)
    }

    fn open_link(&mut self, target: Target, title: &str) {
        let address = match target {
            Target::Outside(address) | Target::Inside(address) => address,
            Target::Fragment(name) if name.starts_with("fn-") => format!("#{name}"),
            Target::Fragment(name) => format!("#{ID}{name}"),
            Target::Missing(_) | Target::Forbidden(_) => {
                self.links.push(false);
                return;
            }
        };
        let mut tag = format!("<a href=\"{}\"", escape(&address));
        if !title.is_empty() {
            let _ = write!(tag, " title=\"{}\"", escape(title));
        }
        tag.push('>');
        self.html(&tag);
        self.links.push(true);
    }
}

/// The words of some events, without markup.
fn plain(events: &[Spanned<'_>]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::Text(t) | Event::Code(t) => text.push_str(t),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// A name for an id: letters and digits of any script, dashes between.
fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "section".to_owned()
    } else {
        slug.to_owned()
    }
}

fn alert_index(kind: BlockQuoteKind) -> usize {
    match kind {
        BlockQuoteKind::Note => 0,
        BlockQuoteKind::Tip => 1,
        BlockQuoteKind::Important => 2,
        BlockQuoteKind::Warning => 3,
        BlockQuoteKind::Caution => 4,
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a String cannot fail.
    let _ = pulldown_cmark_escape::escape_html(&mut out, text);
    out
}

#[cfg(test)]
mod tests;
