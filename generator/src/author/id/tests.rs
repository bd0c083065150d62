use super::*;

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 5).unwrap_or_default()
}

#[test]
fn a_slug_keeps_letters_of_any_script() {
    let check = |title, expected| assert_eq!(slug(title), expected);
    check("Checkout fails", "checkout-fails");
    check("API: 500s & timeouts!", "api-500s-timeouts");
    check("We can't reach   S3", "we-cant-reach-s3");
    check("Zahlung schlägt fehl", "zahlung-schlägt-fehl");
    check("结账失败", "结账失败");
    check("  --  ", "");
    check(
        "A title that goes on and on because somebody wrote the whole story into it",
        "a-title-that-goes-on-and-on-because-somebody-wrote-the-whole",
    );
    check(&"界".repeat(300), &"界".repeat(60));
}

#[test]
fn a_new_id_is_free() {
    let taken = ["2026-03-05-checkout-fails", "2026-03-05-checkout-fails-2"];
    let fresh = |title| fresh(date(), title, |id| taken.contains(&id));
    assert_eq!(fresh("Sign-in fails"), "2026-03-05-sign-in-fails");
    assert_eq!(fresh("Checkout fails"), "2026-03-05-checkout-fails-3");
    assert_eq!(fresh("!"), "2026-03-05");
}

#[test]
fn what_cannot_be_a_file_or_an_address_cannot_be_an_id() {
    let locales = ["en".to_owned(), "zh-CN".to_owned()];
    let problem = |id| problem(id, &locales).is_some();
    assert!(!problem("2026-03-05-api_v1.2"));
    assert!(!problem("界"));
    for bad in ["", "a/b", "../x", ".x", "README", "a b", "outage.zh-CN"] {
        assert!(problem(bad), "{bad}");
    }
    assert!(problem(&"x".repeat(300)));
}

fn candidates() -> Vec<Candidate> {
    let candidate = |id: &str, open| Candidate {
        id: id.to_owned(),
        title: format!("Title of {id}"),
        open,
    };
    vec![
        candidate("2026-01-15-checkout-fails", false),
        candidate("2026-02-01-checkout-fails-again", false),
        candidate("2026-02-20-dashboard-slow", false),
        candidate("2026-03-05-dashboard-down", true),
        candidate("database-care", false),
    ]
}

fn check(wanted: &str, expected: &str) {
    let candidates = candidates();
    let found = find(wanted, &candidates);
    let shown = found.map_or_else(|e| format!("{e}: {}", e.hint()), |c| c.id.clone());
    assert_eq!(shown, expected, "{wanted}");
}

#[test]
fn any_unmistakable_part_will_do() {
    check("2026-01-15-checkout-fails", "2026-01-15-checkout-fails");
    check("checkout-fails", "2026-01-15-checkout-fails");
    check("again", "2026-02-01-checkout-fails-again");
    check("SLOW", "2026-02-20-dashboard-slow");
    check("2026-02-20", "2026-02-20-dashboard-slow");
    check("incidents/database-care.md", "database-care");
}

#[test]
fn of_several_the_one_that_is_open_is_meant() {
    check("dashboard", "2026-03-05-dashboard-down");
}

#[test]
fn a_part_of_several_lists_them_newest_first() {
    check(
        "checkout",
        "`checkout` can be more than one incident: say more of its name:\n  \
         2026-02-01-checkout-fails-again  (Title of 2026-02-01-checkout-fails-again)\n  \
         2026-01-15-checkout-fails  (Title of 2026-01-15-checkout-fails)",
    );
}

#[test]
fn a_slip_gets_a_hint() {
    check(
        "checkuot-fails",
        "no incident is called `checkuot-fails`: did you mean `checkout-fails`?",
    );
    check(
        "kettle",
        "no incident is called `kettle`: open now:\n  2026-03-05-dashboard-down  \
         (Title of 2026-03-05-dashboard-down, open)",
    );
    check(
        "",
        "no incident is called ``: open now:\n  2026-03-05-dashboard-down  \
         (Title of 2026-03-05-dashboard-down, open)",
    );
}

#[test]
fn none_named_means_the_only_one_that_is_open() {
    let mut candidates = candidates();
    assert_eq!(
        only_open(&candidates).map(|c| c.id.as_str()),
        Ok("2026-03-05-dashboard-down")
    );
    candidates[0].open = true;
    let error = only_open(&candidates).err().map(|e| e.to_string());
    assert_eq!(
        error.as_deref(),
        Some("which incident? More than one is open")
    );
    for candidate in &mut candidates {
        candidate.open = false;
    }
    let error = only_open(&candidates).err().map(|e| e.to_string());
    assert_eq!(error.as_deref(), Some("which incident? None is open"));
}
