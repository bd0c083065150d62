//! Sites to look at. Names and numbers in them are invented.

use crate::clock::at;
use model::site::{Link, Meta};
use model::time::{DAY, HOUR, MINUTE};
use model::{
    Affected, BrowserProbe, Component, Html, Impact, Incident, Instant, Kind, Postmortem, Severity,
    Site, Span, State, Text, TocEntry, Update,
};
use std::sync::Arc;

use Impact::{DegradedPerformance, MajorOutage, Operational, PartialOutage, UnderMaintenance};
use State::{Identified, Investigating, Monitoring, Resolved};

/// A site, and in which language to look at it.
pub(crate) struct Case {
    /// The folder it goes to.
    pub(crate) name: &'static str,
    /// What is shown.
    pub(crate) site: Site,
    /// In which language.
    pub(crate) locale: &'static str,
    /// The site's own words.
    pub(crate) overrides: Option<&'static str>,
}

/// 14:42 on a Friday.
pub(crate) fn now() -> Instant {
    at(2026, 8, 14, 14, 42)
}

/// Every site of the gallery.
pub(crate) fn cases() -> Vec<Case> {
    let case = |name, incidents| Case {
        name,
        site: site(incidents),
        locale: "en",
        overrides: None,
    };
    let with = |mut extra: Vec<Incident>| {
        extra.extend(history());
        extra
    };
    vec![
        case("calm", with(vec![rehearsal(), weekly()])),
        case("bad", with(bad_day())),
        case(
            "maintenance",
            with(vec![under_way(), notice(true), weekly()]),
        ),
        case("degraded", with(vec![slow_search(), weekly()])),
        case("partial", with(vec![late_webhooks()])),
        case("unknown", with(vec![unseen()])),
        case("many", many(200)),
        case("empty", Vec::new()),
        Case {
            name: "chinese",
            site: site(with(bad_day())),
            locale: "zh-CN",
            overrides: None,
        },
        Case {
            name: "arabic",
            site: site(with(bad_day())),
            locale: "ar",
            overrides: Some(ARABIC),
        },
    ]
}

/// Three open incidents, one of them major, and everything else that can stand on a home page.
pub(crate) fn bad_day() -> Vec<Incident> {
    vec![
        checkout(),
        slow_search(),
        late_webhooks(),
        rehearsal(),
        weekly(),
        notice(false),
    ]
}

/// Twenty components in four groups.
pub(crate) fn site(incidents: Vec<Incident>) -> Site {
    let meta = Meta {
        title: "Tidewater status".to_owned(),
        url: Some("https://status.example.com/".to_owned()),
        timezone: "UTC".to_owned(),
        locales: vec!["en".to_owned(), "zh-CN".to_owned(), "ar".to_owned()],
        footer_links: vec![Link {
            name: "Imprint".to_owned(),
            url: "https://example.com/imprint".to_owned(),
        }],
        ..Meta::default()
    };
    let groups: [(&str, &[&str]); 4] = [
        (
            "Core platform",
            &[
                "Public API",
                "Dashboard",
                "Sign-in",
                "Database",
                "Job queue",
                "Object storage",
            ],
        ),
        (
            "Payments",
            &["Checkout", "Card processing", "Invoices", "Webhooks"],
        ),
        (
            "Delivery",
            &[
                "CDN Europe",
                "CDN Americas",
                "CDN Asia",
                "Name servers",
                "Image resizing",
            ],
        ),
        (
            "Tools",
            &[
                "Search",
                "Command line and packages",
                "Documentation",
                "Email notifications",
                "Support desk",
            ],
        ),
    ];
    let mut components = Vec::new();
    for (group, names) in groups {
        for name in names {
            let id = name.to_lowercase().replace(' ', "-");
            let api = id == "public-api" || id == "checkout";
            components.push(Component {
                name: (*name).to_owned(),
                group: Some(group.to_owned()),
                description: api
                    .then(|| "Everything that programs talk to, versions 1 to 3.".to_owned()),
                link: api.then(|| "https://api.example.com/".to_owned()),
                depends_on: if api {
                    vec!["database".to_owned(), "job-queue".to_owned()]
                } else {
                    Vec::new()
                },
                browser: api.then(|| BrowserProbe {
                    url: "https://api.example.com/health".to_owned(),
                    cors: true,
                    timeout_ms: 10_000,
                }),
                hidden: false,
                id,
            });
        }
    }
    let incidents = incidents.into_iter().map(Arc::new).collect();
    Site::new(meta, components, incidents, now())
}

fn hit(component: &str, impact: Impact) -> Affected {
    Affected {
        component: component.to_owned(),
        impact,
    }
}

fn html(text: &str) -> Html {
    Html::sanitised(if text.starts_with('<') || text.is_empty() {
        text.to_owned()
    } else {
        format!("<p>{text}</p>\n")
    })
}

fn text(title: &str, summary: &str, updates: &[&str]) -> Text {
    Text {
        title: title.to_owned(),
        summary: html(summary),
        excerpt: summary.to_owned(),
        updates: updates.iter().map(|u| html(u)).collect(),
        postmortem: None,
    }
}

fn said(at: Instant, state: State, impacts: Vec<Affected>, auto: bool) -> Update {
    Update {
        at,
        state,
        impacts,
        auto,
    }
}

/// The worst of the bad day, translated into Chinese.
pub(crate) fn checkout() -> Incident {
    let start = at(2026, 8, 14, 14, 5);
    Incident {
        id: "2026-08-14-checkout".to_owned(),
        severity: Severity::Critical,
        components: vec![hit("checkout", MajorOutage)],
        updates: vec![
            said(start, Investigating, vec![], true),
            said(
                start + 9 * MINUTE,
                Investigating,
                vec![hit("card-processing", Operational)],
                false,
            ),
            said(start + 26 * MINUTE, Identified, vec![], false),
        ],
        text: text(
            "Checkout is failing for most customers",
            "Most customers cannot pay. Browsing and accounts work, and nobody is charged twice.",
            &[
                "Checks from three places fail. People have been called.",
                "Errors are limited to payment. Browsing and accounts work.",
                "A failed database switch-over left the payment service writing to a read-only node. We are moving it back. Cards are not charged twice; unpaid baskets are kept.",
            ],
        ),
        translations: vec![(
            "zh-CN".to_owned(),
            text(
                "大多数客户无法结账",
                "大多数客户无法付款。浏览和账户功能正常，不会重复扣款。",
                &[
                    "三个地点的检测均失败，已通知值班人员。",
                    "错误仅限于支付。浏览和账户功能正常。",
                    "数据库切换失败，支付服务正向只读节点写入。我们正在切回。不会重复扣款，未支付的购物车会保留。",
                ],
            ),
        )],
        ..Incident::default()
    }
}

fn slow_search() -> Incident {
    let start = at(2026, 8, 14, 13, 20);
    Incident {
        id: "2026-08-14-search".to_owned(),
        severity: Severity::Minor,
        components: vec![hit("search", DegradedPerformance)],
        updates: vec![
            said(start, Investigating, vec![], true),
            said(start + 40 * MINUTE, Monitoring, vec![], false),
        ],
        text: text(
            "Search is slow",
            "Results arrive, but take about 3 s.",
            &[
                "Answers take longer than 800 ms.",
                "Results arrive, but take about 3 s. A second node is warming up.",
            ],
        ),
        ..Incident::default()
    }
}

fn late_webhooks() -> Incident {
    let start = at(2026, 8, 14, 14, 24);
    Incident {
        id: "2026-08-14-webhooks".to_owned(),
        severity: Severity::Major,
        components: vec![
            hit("webhooks", PartialOutage),
            hit("job-queue", DegradedPerformance),
        ],
        updates: vec![said(start, Identified, vec![], false)],
        text: text(
            "Webhooks arrive late",
            "Webhooks wait behind the payments that are tried again; none is lost.",
            &[
                "Webhooks wait behind the payments that are tried again. None is lost; the queue holds 4,100.",
            ],
        ),
        ..Incident::default()
    }
}

fn unseen() -> Incident {
    Incident {
        id: "2026-08-14-unseen".to_owned(),
        severity: Severity::None,
        kind: Kind::Notice,
        components: vec![hit("public-api", Impact::Unknown)],
        updates: vec![said(at(2026, 8, 14, 14, 28), Investigating, vec![], true)],
        text: text(
            "Checks are late",
            "The last check came 14 minutes ago.",
            &["No location has reported."],
        ),
        ..Incident::default()
    }
}

fn rehearsal() -> Incident {
    Incident {
        id: "database-rehearsal".to_owned(),
        kind: Kind::Maintenance,
        severity: Severity::None,
        components: vec![
            hit("database", UnderMaintenance),
            hit("job-queue", UnderMaintenance),
        ],
        windows: vec![Span::new(at(2026, 8, 14, 22, 0), at(2026, 8, 14, 23, 30))],
        text: text(
            "Database switch-over rehearsal",
            "Writes to Database and Job queue may pause for up to 5 minutes.",
            &[],
        ),
        ..Incident::default()
    }
}

fn under_way() -> Incident {
    let start = at(2026, 8, 14, 13, 55);
    Incident {
        id: "storage-disks".to_owned(),
        kind: Kind::Maintenance,
        severity: Severity::None,
        components: vec![hit("object-storage", UnderMaintenance)],
        windows: vec![Span::new(start, start + 90 * MINUTE)],
        updates: vec![
            said(start - DAY, State::Scheduled, vec![], false),
            said(start + MINUTE, State::InProgress, vec![], false),
        ],
        text: text(
            "Object storage: new disks in Frankfurt",
            "We are replacing a third of the disks. Reads go on; uploads may be slow.",
            &[
                "We announced it to all customers by mail.",
                "The first of three racks is empty, and its disks are being replaced.",
            ],
        ),
        ..Incident::default()
    }
}

fn weekly() -> Incident {
    let first = at(2026, 6, 7, 2, 0);
    let windows = (0..60).map(|w| Span::new(first + w * 7 * DAY, first + w * 7 * DAY + 2 * HOUR));
    Incident {
        id: "weekly-window".to_owned(),
        kind: Kind::Maintenance,
        severity: Severity::None,
        components: vec![
            hit("cdn-europe", UnderMaintenance),
            hit("cdn-asia", UnderMaintenance),
        ],
        windows: windows.collect(),
        repeat: Some("FREQ=WEEKLY;BYDAY=SU".to_owned()),
        updates: vec![
            said(first + 9 * 7 * DAY, State::InProgress, vec![], false),
            said(
                first + 9 * 7 * DAY + 70 * MINUTE,
                State::Completed,
                vec![],
                false,
            ),
        ],
        text: text(
            "Weekly edge updates",
            "Edge servers restart one by one; connections may be closed once.",
            &[
                "The first of nine places is being updated.",
                "All nine places run the new version.",
            ],
        ),
        ..Incident::default()
    }
}

fn notice(pin: bool) -> Incident {
    Incident {
        id: "new-address-range".to_owned(),
        kind: Kind::Notice,
        severity: Severity::None,
        pin,
        until: Some(at(2026, 9, 1, 0, 0)),
        updates: vec![said(at(2026, 8, 3, 9, 0), Identified, vec![], false)],
        text: text(
            "New addresses for webhooks from 1 September",
            "Allow 203.0.113.0/24 in your firewall before then.",
            &["Webhooks will come from 203.0.113.0/24 as well. Nothing changes for the old range."],
        ),
        ..Incident::default()
    }
}

/// What happened before, over a year: all resolved.
pub(crate) fn history() -> Vec<Incident> {
    let simple = |id: &str, title: &str, component: &str, impact, start: Instant, minutes: i64| {
        let severity = Severity::from_impact(impact);
        Incident {
            id: id.to_owned(),
            severity,
            components: vec![hit(component, impact)],
            updates: vec![
                said(start, Investigating, vec![], true),
                said(start + minutes * MINUTE / 2, Identified, vec![], false),
                said(start + minutes * MINUTE, Resolved, vec![], true),
            ],
            text: text(
                title,
                "",
                &[
                    "Checks from two places fail.",
                    "The cause is known; a fix is on its way.",
                    "All checks succeed again.",
                ],
            ),
            ..Incident::default()
        }
    };
    vec![
        switch_over(),
        simple(
            "2026-08-02-dashboard",
            "Dashboard could not be loaded",
            "dashboard",
            MajorOutage,
            at(2026, 8, 2, 7, 10),
            48,
        ),
        simple(
            "2026-07-26-api",
            "Slow answers after a deploy",
            "public-api",
            DegradedPerformance,
            at(2026, 7, 26, 9, 0),
            1390,
        ),
        simple(
            "2026-07-17-email",
            "Email notifications were delayed",
            "email-notifications",
            PartialOutage,
            at(2026, 7, 17, 16, 30),
            130,
        ),
        simple(
            "2026-06-29-queue",
            "Jobs waited up to ten minutes",
            "job-queue",
            DegradedPerformance,
            at(2026, 6, 29, 11, 5),
            95,
        ),
        simple(
            "2026-05-20-checkout",
            "Card payments failed in Europe",
            "checkout",
            PartialOutage,
            at(2026, 5, 20, 18, 0),
            35,
        ),
        simple(
            "2026-04-11-images",
            "Images were resized slowly",
            "image-resizing",
            DegradedPerformance,
            at(2026, 4, 11, 8, 0),
            300,
        ),
        simple(
            "2026-02-03-api",
            "Public API answered with errors",
            "public-api",
            MajorOutage,
            at(2026, 2, 3, 4, 40),
            41,
        ),
        simple(
            "2025-12-24-signin",
            "Nobody could sign in",
            "sign-in",
            MajorOutage,
            at(2025, 12, 24, 20, 15),
            26,
        ),
        simple(
            "2025-10-08-docs",
            "Documentation showed an old version",
            "documentation",
            DegradedPerformance,
            at(2025, 10, 8, 13, 0),
            600,
        ),
    ]
}

/// A multi-component outage with a long postmortem.
pub(crate) fn switch_over() -> Incident {
    let start = at(2026, 6, 11, 14, 5);
    let mut text = text(
        "Checkout failed after a database switch-over",
        "For 67 minutes most customers could not pay, and for 39 more some could not. Nobody was charged twice, and no basket was lost.",
        &[
            "Checks from three places fail. People have been called.",
            "Errors are limited to payment. Browsing and accounts work.",
            "A failed database switch-over left the payment service writing to a read-only node. We are moving it back. Cards are not charged twice; unpaid baskets are kept.",
            "Writes go to the right node again. Payments succeed; a backlog of 4,100 webhooks is being delivered.",
            "The backlog is empty. Error rate and response time have been normal for 15 minutes.",
        ],
    );
    let heading = |level, id: &str, title: &str| TocEntry {
        level,
        id: id.to_owned(),
        title: title.to_owned(),
    };
    text.postmortem = Some(Postmortem {
        html: Html::sanitised(POSTMORTEM.to_owned()),
        toc: vec![
            heading(2, "impact", "Impact"),
            heading(2, "root-cause", "Root cause"),
            heading(3, "why", "Why the retry made it worse"),
            heading(2, "went-well", "What went well"),
            heading(2, "numbers", "In numbers"),
            heading(2, "actions", "Action items"),
        ],
        words: 860,
    });
    Incident {
        id: "2026-06-11-switch-over".to_owned(),
        severity: Severity::Critical,
        components: vec![hit("checkout", MajorOutage)],
        updates: vec![
            said(start, Investigating, vec![], true),
            said(
                start + 9 * MINUTE,
                Investigating,
                vec![hit("card-processing", PartialOutage)],
                false,
            ),
            said(
                start + 26 * MINUTE,
                Identified,
                vec![hit("webhooks", DegradedPerformance)],
                false,
            ),
            said(
                start + 67 * MINUTE,
                Monitoring,
                vec![
                    hit("checkout", PartialOutage),
                    hit("card-processing", Operational),
                ],
                false,
            ),
            said(start + 106 * MINUTE, Resolved, vec![], true),
        ],
        text,
        ..Incident::default()
    }
}

/// A long list.
fn many(count: i64) -> Vec<Incident> {
    let names = [
        "public-api",
        "dashboard",
        "checkout",
        "search",
        "cdn-asia",
        "webhooks",
        "sign-in",
    ];
    let impacts = [
        DegradedPerformance,
        PartialOutage,
        MajorOutage,
        DegradedPerformance,
    ];
    let mut all = history();
    for i in 0..count {
        let start = now() - (i * 4 * DAY + i * i % 17 * HOUR) - 2 * DAY;
        let component = names[i as usize % names.len()];
        let impact = impacts[(i * i / 3) as usize % impacts.len()];
        all.push(Incident {
            id: format!("incident-{i}"),
            severity: Severity::from_impact(impact),
            components: vec![hit(component, impact)],
            updates: vec![
                said(start, Investigating, vec![], true),
                said(start + (11 + i * 7 % 240) * MINUTE, Resolved, vec![], true),
            ],
            text: text(
                &format!("{component} did not answer as it should ({i})"),
                "",
                &["Checks fail.", "Checks succeed."],
            ),
            ..Incident::default()
        });
    }
    all
}

const POSTMORTEM: &str = r##"<h2 id="impact">Impact</h2>
<p>Between 14:05 and 15:12 UTC about <strong>92 % of payments</strong> failed. Until 15:51 some customers waited for confirmation mails.<sup class="footnote-reference"><a href="#fn-1">1</a></sup></p>
<h2 id="root-cause">Root cause</h2>
<p>A planned switch-over moved the primary role to a replica that was 41 seconds behind. The replica took the role, saw that its log was incomplete, and went back to read-only, as it should. The payment service kept its connections open and went on writing to it.</p>
<blockquote><p>The switch-over tool asked whether the replica was healthy. It did not ask how far behind it was.</p></blockquote>
<p>Each write failed with <code>read_only_transaction</code>. The service retried three times, so a payment took 12 seconds to fail and the queue filled.</p>
<pre><code>ERROR:  cannot execute INSERT in a read-only transaction
STATEMENT:  insert into payments (basket, amount, currency, idempotency_key) values ($1, $2, $3, $4)</code></pre>
<h3 id="why">Why the retry made it worse</h3>
<ol><li>Every attempt held a connection.</li><li>After 40 seconds the pool was empty, and reads began to wait too.</li></ol>
<blockquote class="markdown-alert-note"><p>Idempotency keys did their work: not one double charge in 11,204 retries.</p></blockquote>
<blockquote class="markdown-alert-warning"><p>The same tool is used for the job queue. It stays switched off until the check is there.</p></blockquote>
<h2 id="went-well">What went well</h2>
<ul><li>Three places noticed within the same minute; the page was right before anyone was awake.</li><li>Baskets were kept.<ul><li>Even those older than a day.</li></ul></li></ul>
<h2 id="numbers">In numbers</h2>
<table><thead><tr><th>Phase</th><th class="right">Minutes</th><th class="center">Seen by</th></tr></thead><tbody><tr><td>Detection</td><td class="right">1</td><td class="center">machine</td></tr><tr><td>Diagnosis</td><td class="right">25</td><td class="center">people</td></tr><tr><td>Repair</td><td class="right">41</td><td class="center">people</td></tr></tbody></table>
<h2 id="actions">Action items</h2>
<ul><li><label><input type="checkbox" disabled checked> Refuse a switch-over while a replica is more than 5 s behind</label></li><li><label><input type="checkbox" disabled checked> Alert when a primary reports read-only</label></li><li><label><input type="checkbox" disabled> Give the payment service a circuit breaker for writes</label></li></ul>
<div class="footnote-definition" id="fn-1"><sup class="footnote-definition-label">1</sup><p>Mails come from another queue, which drained last.</p></div>
"##;

const ARABIC: &str = "
impact-operational = يعمل
impact-degraded_performance = أداء منخفض
impact-partial_outage = انقطاع جزئي
impact-major_outage = انقطاع كبير
impact-under_maintenance = صيانة
state-investigating = تحقيق
state-identified = حُدّد السبب
state-monitoring = مراقبة
state-resolved = حُلّ
nav-status = الحالة
nav-incidents = الحوادث
nav-maintenance = الصيانة
nav-postmortems = تقارير
components = المكوّنات
lasting-major_outage = متوقف منذ
since = بدأ
severity-label = الخطورة
severity-critical = حرجة
short-minutes = { $n } دقيقة
short-hours = { $n } ساعة
ago = قبل { $duration }
check-from-here = افحص من متصفحك
strip-to = اليوم
strip-from = قبل { $days } يومًا
";
