use super::*;

fn check(text: &str) -> (Config, Vec<String>) {
    let (config, found) = read(Arc::new(SourceFile::new(FILE, text)));
    let found = found.iter().map(|d| {
        let at = d.position();
        let hint = d.hint.as_deref().unwrap_or("-");
        format!(
            "{}:{} {}: {} ({hint})",
            at.line, at.column, d.code, d.message
        )
    });
    (config, found.collect())
}

#[test]
fn every_problem_is_found_in_one_run() {
    let (_, found) = check(
        "[site]\ntitel = \"x\"\ntimezone = \"Europe/Berln\"\n\n[[component]]\nid = \"api\"\n\
         depends_on = [\"databse\"]\n\n[[component]]\nid = \"database\"\nnaem = 3\n\n\
         [[component.monitor]]\ntype = \"htpp\"\ninterval = \"soon\"\n",
    );
    assert_eq!(
        found,
        [
            "1:1 title-missing: the site has no `title` (add `title = \"Example status\"`)",
            "3:12 unknown-zone: unknown time zone `Europe/Berln` (did you mean `Europe/Berlin`?)",
            "2:1 unknown-key: unknown key `titel` (did you mean `title`?)",
            "14:8 unknown-word: `htpp` is no type (did you mean `http`?)",
            "15:12 bad-duration: `soon` is no length of time (write `800ms`, `10s`, `5m`, `1h` or `90d`)",
            "7:15 unknown-component: unknown component `databse` (did you mean `database`?)",
            "11:1 unknown-key: unknown key `naem` (did you mean `name`?)",
        ]
    );
}

#[test]
fn a_browser_probe_takes_the_monitors_address_or_its_own() {
    let (config, found) = check(
        "[site]\ntitle = \"x\"\n[[component]]\nid = \"a\"\n[[component.monitor]]\ntype = \"http\"\n\
         url = \"https://a.example/health\"\nbrowser = true\n[[component]]\nid = \"b\"\n\
         [[component.monitor]]\ntype = \"tcp\"\nbrowser = { url = \"https://b.example/\", mode = \"cors\", timeout = \"3s\" }\n",
    );
    assert_eq!(found, Vec::<String>::new());
    let probes: Vec<_> = config
        .components
        .iter()
        .filter_map(|c| c.browser.as_ref())
        .collect();
    assert_eq!(probes[0].url, "https://a.example/health");
    assert_eq!((probes[1].cors, probes[1].timeout_ms), (true, 3_000));
}

#[test]
fn a_secret_never_reaches_a_browser() {
    let (config, found) = check(
        "[site]\ntitle = \"x\"\n[[component]]\nid = \"a\"\n[[component.monitor]]\ntype = \"http\"\n\
         url = \"https://a.example/${TOKEN}\"\nbrowser = true\n",
    );
    assert!(config.components[0].browser.is_none());
    assert!(found[0].contains("secret-in-browser"), "{found:?}");
}

#[test]
fn a_components_link_runs_nothing() {
    let (config, found) =
        check("[site]\ntitle = \"T\"\n[[component]]\nid = \"a\"\nlink = \"javascript:alert(1)\"\n");
    assert_eq!(config.components[0].link, None);
    assert!(found[0].contains("forbidden-link"), "{found:?}");
}
