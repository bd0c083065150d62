//! State as shape: drawn once a page as symbols, used everywhere, and in the tab.

use model::Impact;

/// ● ▲ ◧ ■ ◆ ○, for plain text such as titles.
pub(crate) fn glyph(impact: Impact) -> char {
    match impact {
        Impact::Operational => '●',
        Impact::DegradedPerformance => '▲',
        Impact::PartialOutage => '◧',
        Impact::MajorOutage => '■',
        Impact::UnderMaintenance => '◆',
        Impact::Unknown => '○',
    }
}

/// The shape within a square of 16, filled with `currentColor`.
fn drawing(impact: Impact) -> &'static str {
    match impact {
        Impact::Operational => r#"<circle cx="8" cy="8" r="6.5"/>"#,
        Impact::DegradedPerformance => {
            r#"<path d="M8 1.6 15.2 14.4H.8z" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round"/>"#
        }
        Impact::PartialOutage => {
            r#"<path d="M1.5 1.5h13v13h-13zm6.5 2v9h4.5v-9z" fill-rule="evenodd"/>"#
        }
        Impact::MajorOutage => r#"<path d="M1.5 1.5h13v13h-13z"/>"#,
        Impact::UnderMaintenance => r#"<path d="m8 .6 7.4 7.4-7.4 7.4L.6 8z"/>"#,
        Impact::Unknown => {
            r#"<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2"/>"#
        }
    }
}

/// The symbols that a page refers to by [`shape`]; all of them if it may change while it is open.
pub(crate) fn symbols(page: &str, all: bool) -> String {
    let used = |name: &str| all || page.contains(&["#s-", name, "\""].concat());
    let mut out = String::from(r#"<svg class="defs" width="0" height="0" aria-hidden="true">"#);
    for impact in Impact::ALL.into_iter().filter(|i| used(i.as_str())) {
        out += r#"<symbol id="s-"#;
        out += impact.as_str();
        out += r#"" viewBox="0 0 16 16">"#;
        out += drawing(impact);
        out += "</symbol>";
    }
    if used("notice") {
        out += r#"<symbol id="s-notice" viewBox="0 0 16 16"><path d="M2.5 2.5h11v8.5H8l-3.5 3V11h-2z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/></symbol>"#;
    }
    out + "</svg>"
}

/// The shape of a state; always next to its word, so that nobody need hear it twice.
pub(crate) fn shape(impact: Impact) -> String {
    [
        r##"<svg class="s" aria-hidden="true"><use href="#s-"##,
        impact.as_str(),
        r#""/></svg>"#,
    ]
    .concat()
}

/// The tab's icon in a state: an SVG file that knows dark tabs.
pub fn favicon(impact: Impact) -> String {
    let (light, dark) = match impact {
        Impact::Operational => ("#0c6f55", "#45c79d"),
        Impact::DegradedPerformance => ("#b27a00", "#f2b93b"),
        Impact::PartialOutage => ("#cb560c", "#ff8a3d"),
        Impact::MajorOutage => ("#b3102b", "#ff5263"),
        Impact::UnderMaintenance => ("#3d55c4", "#93a8ff"),
        Impact::Unknown => ("#777f86", "#9fa9b0"),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><style>svg{{color:{light};fill:currentColor}}@media(prefers-color-scheme:dark){{svg{{color:{dark}}}}}</style>{}</svg>",
        drawing(impact)
    )
}

/// One letter for the style sheet, where a state colours a part of a drawing.
pub(crate) fn class(impact: Impact) -> &'static str {
    match impact {
        Impact::Operational => "o",
        Impact::DegradedPerformance => "d",
        Impact::PartialOutage => "p",
        Impact::MajorOutage => "m",
        Impact::UnderMaintenance => "w",
        Impact::Unknown => "u",
    }
}

/// The shape of a state that may change while the page is open.
pub(crate) fn living_shape(impact: Impact) -> String {
    [
        r##"<svg class="s" aria-hidden="true"><use data-swap href="#s-"##,
        impact.as_str(),
        r#""/></svg>"#,
    ]
    .concat()
}

/// The shape of an announcement, which is no state.
pub(crate) fn notice_shape() -> &'static str {
    r##"<svg class="s" aria-hidden="true"><use href="#s-notice"/></svg>"##
}

/// The path of a state's icon below the root.
pub(crate) fn favicon_path(impact: Impact) -> String {
    ["assets/favicon-", impact.as_str(), ".svg"].concat()
}

/// Every icon that pages refer to: path below the root and content.
pub fn favicons() -> Vec<(String, String)> {
    let all = Impact::ALL.into_iter();
    all.map(|impact| (favicon_path(impact), favicon(impact)))
        .collect()
}
