//! The verdict in words, with the three paths that it rests on.

use super::ProbeWords;
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

/// What the island shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// For style and tests: `both_fine`, `only_you`, `only_us`, `everyone`, `unclear`.
    pub name: &'static str,
    /// The shape beside the heading.
    pub tone: Impact,
    /// Where it comes from, and when.
    pub from: String,
    /// The verdict.
    pub heading: String,
    /// Why.
    pub why: String,
    /// What to do.
    pub advice: String,
    /// Reader to this site, reader to service, page about service.
    pub paths: [Path; 3],
    /// What this check cannot know.
    pub limits: String,
}

/// A line between two ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// Where it begins.
    pub from: String,
    /// What is written on it.
    pub line: String,
    /// Where it ends.
    pub to: String,
    /// Its shape.
    pub tone: Impact,
    /// Whether it is drawn through.
    pub solid: bool,
}

impl Report {
    /// Puts it into words; `time` is when it was asked, ready to show.
    pub fn new(found: Findings, words: &ProbeWords, time: &str) -> Report {
        let verdict = verdict(found.official, found.target, found.control, found.online);
        let (name, tone, heading, why, advice) = texts(verdict, found, words);
        let status = found
            .target
            .error()
            .map_or_else(String::new, |s| s.to_string());
        let path = |from: &String, to: &String, answer| Path {
            from: from.clone(),
            to: to.clone(),
            ..line(answer, words)
        };
        let known = found.official != Impact::Unknown;
        let reported = Path {
            from: words.page.clone(),
            to: words.component.clone(),
            line: words.state(found.official).to_owned(),
            tone: found.official,
            solid: known && found.official < Impact::PartialOutage,
        };
        let readable = matches!(
            found.target,
            Answer::Reached {
                status: Some(_),
                ..
            }
        );
        Report {
            name,
            tone,
            from: words.from_browser.replace("{time}", time),
            heading: heading.clone(),
            why: why.replace("{status}", &status),
            advice: advice.clone(),
            paths: [
                path(&words.you, &words.this_site, found.control),
                path(&words.you, &words.component, found.target),
                reported,
            ],
            limits: if readable {
                &words.limits_cors
            } else {
                &words.limits_no_cors
            }
            .clone(),
        }
    }
}

type Texts<'w> = (&'static str, Impact, &'w String, &'w String, &'w String);

fn texts(verdict: Verdict, found: Findings, w: &ProbeWords) -> Texts<'_> {
    match verdict {
        Verdict::BothFine => (
            "both_fine",
            Impact::Operational,
            &w.both_fine,
            &w.both_fine_why,
            &w.both_fine_try,
        ),
        Verdict::OnlyYou => (
            "only_you",
            Impact::DegradedPerformance,
            &w.only_you,
            &w.only_you_why,
            &w.only_you_try,
        ),
        Verdict::OnlyUs => {
            let major = found.official == Impact::MajorOutage;
            let why = if major {
                &w.only_us_why
            } else {
                &w.only_us_partly_why
            };
            (
                "only_us",
                Impact::PartialOutage,
                &w.only_us,
                why,
                &w.only_us_try,
            )
        }
        Verdict::Everyone => (
            "everyone",
            Impact::MajorOutage,
            &w.everyone,
            &w.everyone_why,
            &w.everyone_try,
        ),
        Verdict::Unclear(reason) => {
            let why = match reason {
                Why::Offline => &w.offline_why,
                Why::NoControl => &w.no_control_why,
                Why::Blocked => &w.blocked_why,
                Why::Disagree => &w.disagree_why,
                Why::SilentReached => &w.silent_reached_why,
                Why::SilentFailed => &w.silent_failed_why,
            };
            ("unclear", Impact::Unknown, &w.unclear, why, &w.unclear_try)
        }
    }
}

fn line(answer: Answer, words: &ProbeWords) -> Path {
    let with_ms = |text: &str, ms: u32| text.replace("{ms}", &ms.to_string());
    let (line, tone) = match answer {
        Answer::Reached {
            ms,
            status: Some(status),
        } => {
            let line = with_ms(&words.answered_status, ms);
            let broken = answer.error().is_some();
            let tone = if broken {
                Impact::MajorOutage
            } else {
                Impact::Operational
            };
            (line.replace("{status}", &status.to_string()), tone)
        }
        Answer::Reached { ms, status: None } => (with_ms(&words.answered, ms), Impact::Operational),
        Answer::Failed { ms } => (with_ms(&words.failed, ms), Impact::MajorOutage),
        Answer::TimedOut { ms } => {
            let seconds = ms.div_ceil(1000).to_string();
            (
                words.timed_out.replace("{s}", &seconds),
                Impact::MajorOutage,
            )
        }
        Answer::Blocked => (words.not_asked.clone(), Impact::Unknown),
    };
    Path {
        line,
        tone,
        solid: answer.is_reached(),
        ..Path::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> ProbeWords {
        ProbeWords::fill(|key| match key {
            "answered_status" => "{ms} ms, status {status}".to_owned(),
            "timed_out" => "no answer within {s} s".to_owned(),
            "disagree_why" => "It answers with status {status}.".to_owned(),
            "from_browser" => "From your browser, {time}".to_owned(),
            key => key.to_owned(),
        })
    }

    fn report(official: Impact, target: Answer) -> Report {
        let control = Answer::Reached {
            ms: 61,
            status: Some(200),
        };
        let found = Findings {
            official,
            target,
            control,
            online: true,
        };
        Report::new(found, &words(), "14:42:08")
    }

    #[test]
    fn only_you() {
        let report = report(Impact::Operational, Answer::TimedOut { ms: 10_000 });
        assert_eq!(
            (report.name, report.why.as_str()),
            ("only_you", "only_you_why")
        );
        assert_eq!(report.from, "From your browser, 14:42:08");
        let [control, target, page] = &report.paths;
        assert_eq!(
            (control.line.as_str(), control.solid),
            ("61 ms, status 200", true)
        );
        assert_eq!(
            (target.line.as_str(), target.solid),
            ("no answer within 10 s", false)
        );
        assert_eq!((page.line.as_str(), page.solid), ("operational", true));
        assert_eq!(report.limits, "limits_no_cors");
    }

    #[test]
    fn an_error_names_its_status() {
        let report = report(
            Impact::Operational,
            Answer::Reached {
                ms: 9,
                status: Some(503),
            },
        );
        assert_eq!((report.name, report.tone), ("unclear", Impact::Unknown));
        assert_eq!(report.why, "It answers with status 503.");
        assert_eq!(report.paths[1].tone, Impact::MajorOutage);
        assert_eq!(report.limits, "limits_cors");
    }

    #[test]
    fn reaching_what_fails_for_some_does_not_make_the_page_wrong() {
        let reached = Answer::Reached {
            ms: 9,
            status: None,
        };
        assert_eq!(
            report(Impact::PartialOutage, reached).why,
            "only_us_partly_why"
        );
        assert_eq!(report(Impact::MajorOutage, reached).why, "only_us_why");
    }
}
