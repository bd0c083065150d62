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

fn has(report: &Report, html: &str) {
    assert!(report.html.contains(html), "{html} in {}", report.html);
}

#[test]
fn only_you() {
    let report = report(Impact::Operational, Answer::TimedOut { ms: 10_000 });
    assert_eq!(report.said, "only_you only_you_why");
    has(&report, "data-verdict=\"only_you\"");
    has(
        &report,
        "#s-degraded_performance\"></use></svg> From your browser, 14:42:08</p>",
    );
    has(&report, "data-line=\"solid\"><span>you</span>");
    has(
        &report,
        "61 ms, status 200</span> <span>this_site</span></li>",
    );
    has(
        &report,
        "data-impact=\"major_outage\" data-line=\"dashed\"><span>you</span>",
    );
    has(
        &report,
        "no answer within 10 s</span> <span>component</span></li>",
    );
    has(&report, "<span>page</span>");
    has(
        &report,
        "operational</span> <span>component</span></li></ul>",
    );
    has(&report, "<p class=\"probe-limits\">limits_failed</p>");
}

#[test]
fn an_error_names_its_status() {
    let answer = Answer::Reached {
        ms: 9,
        status: Some(503),
    };
    let report = report(Impact::Operational, answer);
    assert_eq!(report.said, "unclear It answers with status 503.");
    has(&report, "data-impact=\"major_outage\" data-line=\"solid\"");
    has(&report, "9 ms, status 503");
    has(&report, "limits_cors");
}

#[test]
fn reaching_what_fails_for_some_does_not_make_the_page_wrong() {
    let reached = Answer::Reached {
        ms: 9,
        status: None,
    };
    has(
        &report(Impact::PartialOutage, reached),
        "<p>only_us_partly_why</p>",
    );
    has(&report(Impact::MajorOutage, reached), "<p>only_us_why</p>");
}
