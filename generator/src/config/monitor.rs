//! `[[component.monitor]]`: one check of a component. The keys are checked here; running it is
//! the prober's work.

use super::rest::duration;
use crate::tree::decode::{At, Table, wrong};
use crate::tree::{Scalar, Value};
use model::{BrowserProbe, Severity};
use std::ops::Range;

/// What a monitor can be.
pub const MONITOR_TYPES: [&str; 11] = [
    "http",
    "tcp",
    "tls",
    "dns",
    "ping",
    "websocket",
    "grpc",
    "exec",
    "heartbeat",
    "statuspage",
    "promql",
];

/// A visitor's probe gives up after this many milliseconds unless the monitor says otherwise.
const BROWSER_TIMEOUT_MS: u32 = 10_000;

/// A check of a component.
#[derive(Clone, Debug)]
pub struct Monitor {
    /// Unique in the config; component id and type unless given.
    pub id: String,
    /// The component's id.
    pub component: String,
    /// One of [`MONITOR_TYPES`].
    pub kind: String,
    /// What visitors may probe, if anything.
    pub browser: Option<BrowserProbe>,
    /// Where it stands in the config.
    pub span: Range<usize>,
}

pub(super) fn read(table: Table<'_>, component: &str) -> Option<Monitor> {
    let kind = table.word("type", MONITOR_TYPES, |word| {
        MONITOR_TYPES.contains(&word).then(|| word.to_owned())
    });
    if kind.is_none() && table.get("type").is_none() {
        table.report.error_hint(
            "type-missing",
            table.span.clone(),
            "this monitor has no `type`",
            "add `type = \"http\"`",
        );
    }
    let id = table.string("id").map(|at| at.value);
    let url = table.string("url");
    if let Some(kind) = &kind
        && kind.value == "http"
        && table.get("url").is_none()
    {
        table.report.error_hint(
            "url-missing",
            kind.span.clone(),
            "this monitor has no `url`",
            "add `url = \"https://api.example.com/health\"`",
        );
    }
    for key in [
        "host", "name", "record", "query", "resolver", "server", "expr", "method", "body", "run",
    ] {
        table.string(key);
    }
    for (key, least) in [
        ("port", 1),
        ("retries", 0),
        ("failures", 1),
        ("successes", 1),
    ] {
        at_least(&table, key, least);
    }
    for key in ["degraded_above", "grace"] {
        duration(&table, key);
    }
    let timeout = duration(&table, "timeout");
    let interval = duration(&table, "interval");
    if let (Some(timeout), Some(interval)) = (timeout, interval)
        && timeout > interval
        && let Some(entry) = table.entry("interval")
    {
        table.report.error_hint(
            "interval-too-short",
            entry.node.span.clone(),
            "the next check is due before this one has to give up",
            "make `timeout` shorter than `interval`",
        );
    }
    table.word(
        "severity",
        Severity::ALL.map(Severity::as_str),
        Severity::parse,
    );
    expect(&table);
    table.get("headers");
    for action in table.tables("recover") {
        recover(action);
    }
    let browser = browser(&table, url.as_ref());
    let span = table.span.clone();
    table.finish();
    let kind = kind?.value;
    Some(Monitor {
        id: id.unwrap_or_else(|| format!("{component}-{kind}")),
        component: component.to_owned(),
        kind,
        browser,
        span,
    })
}

fn at_least(table: &Table<'_>, key: &'static str, least: i64) {
    if let Some(number) = table.int(key)
        && number.value < least
    {
        let message = format!("`{key}` must be at least {least}");
        table.report.error("out-of-range", number.span, message);
    }
}

fn expect(table: &Table<'_>) {
    let Some(expect) = table.table("expect") else {
        return;
    };
    expect.strings("status");
    for key in [
        "body_contains",
        "body_regex",
        "value",
        "values",
        "host",
        "output_contains",
    ] {
        expect.get(key);
    }
    for key in ["json", "headers", "exit_code", "days_left"] {
        expect.get(key);
    }
    expect.finish();
}

fn recover(table: Table<'_>) {
    table.int("after");
    let runs = ["webhook", "exec", "github_workflow"];
    table.word("run", runs, |w| runs.contains(&w).then_some(()));
    for key in [
        "url",
        "method",
        "body",
        "command",
        "repository",
        "workflow",
        "ref",
        "token",
    ] {
        table.get(key);
    }
    table.get("args");
    table.get("inputs");
    table.get("headers");
    table.int("attempts");
    duration(&table, "cooldown");
    duration(&table, "timeout");
    table.finish();
}

/// `browser = true`, or a table with an address of its own.
fn browser(table: &Table<'_>, url: Option<&At<String>>) -> Option<BrowserProbe> {
    let node = table.get("browser")?;
    let (address, span, cors, timeout_ms) = match &node.value {
        Value::Scalar(text, Scalar::Bool) if text == "false" => return None,
        Value::Scalar(_, Scalar::Bool) => (
            url.map(|at| at.value.clone()),
            node.span.clone(),
            false,
            None,
        ),
        Value::Table(_) => {
            let inner = Table::new(table.report, node)?;
            let own = inner.string("url");
            let modes = ["cors", "no-cors"];
            let cors = inner.word("mode", modes, |w| match w {
                "cors" => Some(true),
                "no-cors" => Some(false),
                _ => None,
            });
            let timeout = duration(&inner, "timeout");
            inner.bool("auto");
            inner.finish();
            let span = own.as_ref().map_or(node.span.clone(), |at| at.span.clone());
            let address = own.or(url.cloned()).map(|at| at.value);
            (address, span, cors.is_some_and(|at| at.value), timeout)
        }
        _ => {
            wrong(table.report, node, "`true`, `false` or a table");
            return None;
        }
    };
    let Some(url) = address else {
        table.report.error_hint(
            "browser-without-url",
            span,
            "visitors have nothing to probe",
            "add a `url`, or `browser = { url = \"https://…\" }`",
        );
        return None;
    };
    if url.contains("${") {
        table.report.error_hint(
            "secret-in-browser",
            span,
            "a `browser` address is public and cannot contain `${…}`",
            "give it an address of its own: `browser = { url = \"https://…\" }`",
        );
        return None;
    }
    if origin(&url).is_none() {
        table.report.error_hint(
            "bad-url",
            span,
            format!("`{url}` is no address that a browser can probe"),
            "it must begin with `https://` (or `http://`) and a plain host name",
        );
        return None;
    }
    Some(BrowserProbe {
        url,
        cors,
        timeout_ms: timeout_ms
            .and_then(|ms| u32::try_from(ms).ok())
            .unwrap_or(BROWSER_TIMEOUT_MS),
    })
}

/// The origin of an `http:` or `https:` address, for the content security policy; `None` if it
/// holds anything that could break out of one.
pub fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    if scheme != "https" && scheme != "http" {
        return None;
    }
    let host = rest.split(['/', '?', '#']).next()?;
    let fine = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    let rest_fine = !rest.contains(|c: char| c.is_whitespace() || c.is_control());
    (!host.is_empty() && host.chars().all(fine) && rest_fine).then(|| format!("{scheme}://{host}"))
}
