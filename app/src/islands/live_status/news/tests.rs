use super::*;
use model::Instant;
use model::time::DAY;

const BUILT: i64 = 1_754_300_000;

fn known(at: i64, hits: &[(i64, Option<i64>, Impact, bool)]) -> Live {
    let hits = hits
        .iter()
        .map(|&(start, end, impact, planned)| (Instant(start), end.map(Instant), impact, planned));
    let api = LiveComponent {
        id: "api".to_owned(),
        hits: hits.collect(),
    };
    Live {
        generated_at: Instant(at),
        components: vec![api],
        news: String::new(),
    }
}

/// `wire.rs` reads it field by field in the browser.
#[test]
fn the_wire_is_what_the_browser_expects() {
    let hits = [
        (BUILT, None, Impact::MajorOutage, false),
        (BUILT + 60, Some(BUILT + 90), Impact::UnderMaintenance, true),
    ];
    let json = serde_json::to_string(&known(BUILT, &hits)).expect("plain data");
    let expected = r#"{"generated_at":1754300000,"components":[{"id":"api","hits":[[1754300000,null,"major_outage",false],[1754300060,1754300090,"under_maintenance",true]]}],"news":""}"#;
    assert_eq!(json, expected);
}

#[test]
fn a_rebuild_alone_is_no_news() {
    let end = BUILT + 20 * DAY;
    // A build writes open ends and everything late as the end of what it knows.
    let horizon = |at: i64| Some(at + ANNOUNCE_AHEAD);
    let outage = |at: i64| (at, horizon(at), Impact::MajorOutage, false);
    let planned = (BUILT + 3 * DAY, Some(end), Impact::UnderMaintenance, true);
    let page = known(BUILT, &[outage(BUILT), planned]);
    let later = BUILT + 600;
    assert_eq!(
        news(&page, &known(later, &[planned, outage(later)])),
        News::Nothing
    );
    assert_eq!(news(&page, &known(BUILT, &[])), News::Nothing, "not newer");
    assert_eq!(news(&page, &known(BUILT - 9, &[])), News::Nothing, "older");
}

#[test]
fn maintenance_that_comes_within_sight_is_no_news_yet() {
    let page = known(BUILT, &[]);
    let far = (
        BUILT + ANNOUNCE_AHEAD + 60,
        None,
        Impact::UnderMaintenance,
        true,
    );
    assert_eq!(news(&page, &known(BUILT + 600, &[far])), News::Nothing);
    let near = (BUILT + DAY, None, Impact::UnderMaintenance, true);
    assert_eq!(news(&page, &known(BUILT + 600, &[near])), News::Some);
}

#[test]
fn the_worst_state_turning_matters_most() {
    let page = known(BUILT, &[]);
    let at = BUILT + 60;
    let down = known(at, &[(at, None, Impact::MajorOutage, false)]);
    assert_eq!(news(&page, &down), News::Turned);
    let mut over = known(at + 60, &[]);
    over.news = "1".to_owned();
    assert_eq!(news(&down, &over), News::Turned);
    assert_eq!(news(&page, &over), News::Some);
}

#[test]
fn a_maintenance_that_has_passed_meanwhile_is_no_news() {
    let window = (
        BUILT + 60,
        Some(BUILT + 120),
        Impact::UnderMaintenance,
        true,
    );
    let page = known(BUILT, &[window]);
    assert_eq!(news(&page, &known(BUILT + 180, &[])), News::Nothing);
    let during = known(BUILT + 90, &[(BUILT + 90, window.1, window.2, true)]);
    assert_eq!(news(&page, &during), News::Turned);
}
