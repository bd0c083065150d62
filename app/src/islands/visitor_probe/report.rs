//! The verdict in words, with the three paths that it rests on.

use super::ProbeWords;
use super::html::Html;
use super::verdict::{Answer, Verdict, Why, verdict};
use model::Impact;

/// All that was found out.
#[derive(Clone, Copy, Debug)]
pub struct Findings {
    /// What the page reports.
    pub official: Impact,
    /// What came of asking the service.
    pub target: Answer,
    /// What came of asking this site.
    pub control: Answer,
    /// What the browser says of itself.
    pub online: bool,
}

impl Findings {
    /// What follows.
    pub fn verdict(self) -> Verdict {
        verdict(self.official, self.target, self.control, self.online)
    }
}

/// What the island shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Verdict and reason, for those who hear it.
    pub said: String,
    /// All of it as HTML.
    pub html: String,
}

/// A verdict in words.
struct Said<'w> {
    /// For style and tests.
    name: &'static str,
    /// The shape beside it.
    tone: Impact,
    heading: &'w str,
    why: String,
    advice: &'w str,
}

impl Report {
    /// Puts it into words; `time` is when it was asked, ready to show.
    pub fn new(found: Findings, words: &ProbeWords, time: &str) -> Report {
        let said = say(found, words);
        let from = words.from_browser().replace("{time}", time);
        let mut html = Html::default();
        html.tag("<div class=\"probe-verdict\" data-verdict=\"")
            .tag(said.name);
        html.tag("\"><p class=\"probe-from\" data-impact=\"")
            .tag(said.tone.as_str());
        html.tag("\">").shape(said.tone).text(&from);
        html.tag("</p><h3>").text(said.heading);
        html.tag("</h3><p>").text(&said.why);
        html.tag("</p><p class=\"probe-try\">").text(said.advice);
        html.tag("</p></div><div class=\"probe-paths\"><ul>");
        let (you, service) = (words.you(), words.component());
        path(
            &mut html,
            you,
            line(found.control, words),
            words.this_site(),
        );
        path(&mut html, you, line(found.target, words), service);
        path(
            &mut html,
            words.page(),
            reported(found.official, words),
            service,
        );
        let limits = match found.target {
            Answer::Reached {
                status: Some(_), ..
            } => words.limits_cors(),
            Answer::Reached { status: None, .. } => words.limits_no_cors(),
            _ => words.limits_failed(),
        };
        html.tag("</ul><p class=\"probe-limits\">")
            .text(limits)
            .tag("</p></div>");
        Report {
            said: [said.heading, &said.why].join(" "),
            html: html.0,
        }
    }
}

fn say(found: Findings, w: &ProbeWords) -> Said<'_> {
    let (name, tone, heading, why, advice) = match found.verdict() {
        Verdict::BothFine => {
            let tone = Impact::Operational;
            (
                "both_fine",
                tone,
                w.both_fine(),
                w.both_fine_why(),
                w.both_fine_try(),
            )
        }
        Verdict::OnlyYou => {
            let tone = Impact::DegradedPerformance;
            (
                "only_you",
                tone,
                w.only_you(),
                w.only_you_why(),
                w.only_you_try(),
            )
        }
        Verdict::OnlyUs => {
            let major = found.official == Impact::MajorOutage;
            let why = if major {
                w.only_us_why()
            } else {
                w.only_us_partly_why()
            };
            (
                "only_us",
                Impact::PartialOutage,
                w.only_us(),
                why,
                w.only_us_try(),
            )
        }
        Verdict::Everyone => {
            let error = found.target.error().is_some();
            let why = if error {
                w.everyone_error_why()
            } else {
                w.everyone_why()
            };
            (
                "everyone",
                Impact::MajorOutage,
                w.everyone(),
                why,
                w.everyone_try(),
            )
        }
        Verdict::Unclear(reason) => {
            let why = match reason {
                Why::Offline => w.offline_why(),
                Why::NoControl => w.no_control_why(),
                Why::Blocked => w.blocked_why(),
                Why::Disagree => w.disagree_why(),
                Why::SilentReached => w.silent_reached_why(),
                Why::SilentFailed => w.silent_failed_why(),
            };
            (
                "unclear",
                Impact::Unknown,
                w.unclear(),
                why,
                w.unclear_try(),
            )
        }
    };
    let why = fill(
        why,
        "{status}",
        found.target.error().unwrap_or_default().into(),
    );
    Said {
        name,
        tone,
        heading,
        why,
        advice,
    }
}

fn path(html: &mut Html, from: &str, (line, tone, solid): Line, to: &str) {
    html.tag("<li data-impact=\"").tag(tone.as_str());
    html.tag("\" data-line=\"")
        .tag(if solid { "solid" } else { "dashed" });
    html.tag("\"><span>")
        .text(from)
        .tag("</span> <span class=\"probe-line\">");
    html.shape(tone)
        .text(&line)
        .tag("</span> <span>")
        .text(to)
        .tag("</span></li>");
}

/// What is written on a path, its shape, and whether it is drawn through.
type Line = (String, Impact, bool);

fn line(answer: Answer, words: &ProbeWords) -> Line {
    let down = Impact::MajorOutage;
    match answer {
        Answer::Reached { ms, status } => {
            let text = match status {
                Some(status) => fill(words.answered_status(), "{status}", status.into()),
                None => words.answered().to_owned(),
            };
            let tone = if answer.error().is_some() {
                down
            } else {
                Impact::Operational
            };
            (fill(&text, "{ms}", ms), tone, true)
        }
        Answer::Failed { ms } => (fill(words.failed(), "{ms}", ms), down, false),
        Answer::TimedOut { ms } => (
            fill(words.timed_out(), "{s}", ms.div_ceil(1000)),
            down,
            false,
        ),
        Answer::Blocked => (words.not_asked().to_owned(), Impact::Unknown, false),
    }
}

fn reported(official: Impact, words: &ProbeWords) -> Line {
    let works = official != Impact::Unknown && official < Impact::PartialOutage;
    (words.state(official).to_owned(), official, works)
}

fn fill(text: &str, slot: &str, number: u32) -> String {
    text.replace(slot, &number.to_string())
}

#[cfg(test)]
mod tests;
