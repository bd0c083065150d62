//! What holds for every page, asked of all pages of the gallery.

#[path = "../examples/gallery/clock.rs"]
mod clock;
#[path = "../examples/gallery/fixtures.rs"]
mod fixtures;
#[path = "../examples/gallery/render.rs"]
mod render;

use fixtures::Case;
use model::{Html, Impact};
use std::collections::HashSet;
use std::sync::Arc;

/// Calls `check` with case, path and text of every page.
fn every_page(check: impl Fn(&Case, &str, &str)) {
    for case in fixtures::cases() {
        for (path, html) in render::pages(&case) {
            check(&case, &path, &html);
        }
    }
}

/// The values of an attribute, by plain search: good enough for what we write ourselves.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let start = format!(" {attribute}=\"");
    let found = html.match_indices(&start);
    found
        .filter_map(|(i, _)| html[i + start.len()..].split('"').next())
        .collect()
}

#[test]
fn nothing_that_the_policy_forbids() {
    every_page(|case, path, html| {
        for forbidden in [" style=\"", " onclick=", " onload=", "javascript:", "<!>"] {
            assert!(
                !html.contains(forbidden),
                "{}/{path}: {forbidden}",
                case.name
            );
        }
        let inline = html.matches("<style>").count();
        assert_eq!(
            inline,
            usize::from(path == "index.html"),
            "{}/{path}",
            case.name
        );
    });
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    every_page(|case, path, html| {
        let ids = values(html, "id");
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{}/{path}: {ids:?}", case.name);
        let labels = values(html, "aria-labelledby");
        let anchors = values(html, "href")
            .into_iter()
            .filter_map(|href| href.strip_prefix('#'));
        for wanted in labels.into_iter().chain(anchors) {
            assert!(unique.contains(wanted), "{}/{path}: #{wanted}", case.name);
        }
    });
}

#[test]
fn links_within_the_site_lead_to_pages() {
    for case in fixtures::cases() {
        let pages = render::pages(&case);
        let mut known: HashSet<String> = pages.iter().map(|(path, _)| path.clone()).collect();
        known.extend(app::pages::favicons().into_iter().map(|(path, _)| path));
        known.insert(render::STYLE_HREF.to_owned());
        for (path, html) in &pages {
            // Twins in other languages are another case.
            let tags = html.split('<').filter(|tag| !tag.contains("hreflang="));
            let hrefs = tags.flat_map(|tag| values(tag, "href"));
            for href in hrefs.filter(|href| !href.contains(':') && !href.starts_with('#')) {
                let target = resolve(path, href);
                assert!(
                    known.contains(&target),
                    "{}/{path}: {href} → {target}",
                    case.name
                );
            }
        }
    }
}

fn resolve(page: &str, href: &str) -> String {
    let href = href.split('#').next().unwrap_or(href);
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => {
                assert!(parts.pop().is_some(), "{page}: {href} leaves the site");
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    if href.ends_with('/') || href == "." {
        parts.push("index.html");
    }
    parts.join("/")
}

#[test]
fn what_people_write_stays_text() {
    const HOSTILE: &str = "\"><script>alert('1')</script>&amp;<!>";
    let mut case = Case {
        name: "hostile",
        site: fixtures::site(Vec::new()),
        locale: "en",
        overrides: None,
    };
    let mut incidents = fixtures::bad_day();
    incidents.extend(fixtures::history());
    for incident in &mut incidents {
        incident.text.title = HOSTILE.to_owned();
        incident.text.excerpt = HOSTILE.to_owned();
        incident.text.summary = Html::default();
        for toc in incident.text.postmortem.iter_mut().flat_map(|p| &mut p.toc) {
            toc.title = HOSTILE.to_owned();
        }
    }
    let mut components = case.site.components.clone();
    for component in &mut components {
        component.name = HOSTILE.to_owned();
        component.group = Some(HOSTILE.to_owned());
        component.description = Some(HOSTILE.to_owned());
    }
    let mut meta = case.site.meta.clone();
    meta.title = HOSTILE.to_owned();
    meta.footer_text = Some(HOSTILE.to_owned());
    let incidents = incidents.into_iter().map(Arc::new).collect();
    case.site = model::Site::new(meta, components, incidents, fixtures::now());
    for (path, html) in render::pages(&case) {
        assert!(!html.contains("<script>alert"), "{path}");
        assert!(!html.contains("\"><script"), "{path}");
    }
}

#[test]
fn a_resolved_incident_does_not_change_with_the_clock() {
    let page = |now| {
        let mut case = fixtures::cases().swap_remove(0);
        let incidents = fixtures::history().into_iter().map(Arc::new).collect();
        case.site = model::Site::new(
            case.site.meta.clone(),
            case.site.components.clone(),
            incidents,
            now,
        );
        let pages = render::pages(&case);
        let found = pages
            .into_iter()
            .find(|(path, _)| path.contains("switch-over"));
        found.expect("it is there").1
    };
    assert_eq!(page(fixtures::now()), page(fixtures::now() + 86_400 * 40));
}

#[test]
fn state_is_in_title_icon_shape_and_word() {
    let state = |name: &str| {
        let case = fixtures::cases().into_iter().find(|case| case.name == name);
        render::pages(&case.expect("a case")).swap_remove(0).1
    };
    let check = |name, title: &str, impact: Impact| {
        let home = state(name);
        assert!(home.contains(&format!("<title>{title}")), "{name}");
        assert!(
            home.contains(&format!("favicon-{}.svg", impact.as_str())),
            "{name}"
        );
        let band = format!("data-overall=\"\" data-impact=\"{}\"", impact.as_str());
        assert!(home.contains(&band), "{name}");
    };
    check("calm", "● All systems operational", Impact::Operational);
    check("bad", "■ Major outage", Impact::MajorOutage);
    check("partial", "◧ Partial outage", Impact::PartialOutage);
    check("degraded", "▲ Degraded", Impact::DegradedPerformance);
    check(
        "maintenance",
        "◆ Maintenance is under way",
        Impact::UnderMaintenance,
    );
    check(
        "unknown",
        "○ We cannot say how things are now",
        Impact::Unknown,
    );
}

#[test]
fn what_an_incident_is_filed_under_is_shown_and_is_no_markup() {
    let mut case = fixtures::cases().swap_remove(0);
    let mut incidents = fixtures::history();
    for incident in &mut incidents {
        incident.tags = vec!["connect_timeout".to_owned(), "<b>".to_owned()];
    }
    let ids: Vec<String> = incidents.iter().map(|i| i.id.clone()).collect();
    let incidents = incidents.into_iter().map(Arc::new).collect();
    let (meta, components) = (case.site.meta.clone(), case.site.components.clone());
    case.site = model::Site::new(meta, components, incidents, fixtures::now());
    for (path, html) in render::pages(&case) {
        if ids
            .iter()
            .any(|id| path.ends_with(&format!("incidents/{id}/index.html")))
        {
            assert!(html.contains(">connect_timeout</li>"), "{path}");
            assert!(html.contains("&lt;b&gt;"), "{path}");
        }
    }
}

#[test]
fn another_language_is_one_link_away_and_more_are_a_menu() {
    let mut case = fixtures::cases().swap_remove(0);
    let mut home = |locales: &[&str]| {
        case.site.meta.locales = locales.iter().map(|&tag| tag.to_owned()).collect();
        render::pages(&case).swap_remove(0).1
    };
    assert!(!home(&["en"]).contains("hreflang"));
    let two = home(&["en", "zh-CN"]);
    assert!(two.contains("<a class=\"lang\" href=\"zh-CN/\""));
    assert!(!two.contains("menu langs"));
    let three = home(&["en", "zh-CN", "de"]);
    assert!(three.contains("menu langs"));
    assert!(three.contains(" aria-current=\"true\">English</a>"));
}
