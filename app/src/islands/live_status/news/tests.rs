use super::*;
use model::time::DAY;

const BUILT: i64 = 1_754_300_000;

fn known(at: i64, hits: &[(i64, Option<i64>, Impact, bool)]) -> Known {
    let hits = hits
        .iter()
        .map(|&(start, end, impact, planned)| (Instant(start), end.map(Instant), impact, planned));
    let api = LiveComponent {
        id: "api".to_owned(),
        hits: hits.collect(),
    };
    Known {
        live: Live {
            generated_at: Instant(at),
            components: vec![api],
        },
        stamp: String::new(),
    }
}

#[test]
fn what_the_generator_writes_can_be_read() {
    let live = known(BUILT, &[(BUILT, None, Impact::MajorOutage, false)]).live;
    let json = serde_json::to_string(&live).expect("plain data");
    assert_eq!(Known::parse(&json).expect("our own").live, live);
    let json = json.replacen('{', r#"{"news":"4f2a","later":[1],"#, 1);
    assert_eq!(Known::parse(&json).expect("our own").stamp, "4f2a");
    assert_eq!(Known::parse("<!doctype html>"), None);
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
        page.news(&known(later, &[planned, outage(later)])),
        News::Nothing
    );
    assert_eq!(page.news(&known(BUILT, &[])), News::Nothing, "not newer");
    assert_eq!(page.news(&known(BUILT - 9, &[])), News::Nothing, "older");
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
    assert_eq!(page.news(&known(BUILT + 600, &[far])), News::Nothing);
    let near = (BUILT + DAY, None, Impact::UnderMaintenance, true);
    assert_eq!(page.news(&known(BUILT + 600, &[near])), News::Some);
}

#[test]
fn the_worst_state_turning_matters_most() {
    let page = known(BUILT, &[]);
    let at = BUILT + 60;
    let down = known(at, &[(at, None, Impact::MajorOutage, false)]);
    assert_eq!(page.news(&down), News::Turned);
    let mut over = known(at + 60, &[]);
    over.stamp = "1".to_owned();
    assert_eq!(down.news(&over), News::Turned);
    assert_eq!(page.news(&over), News::Some);
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
    assert_eq!(page.news(&known(BUILT + 180, &[])), News::Nothing);
    let during = known(BUILT + 90, &[(BUILT + 90, window.1, window.2, true)]);
    assert_eq!(page.news(&during), News::Turned);
}
