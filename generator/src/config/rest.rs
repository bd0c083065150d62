//! The sections that say how to watch, keep, publish and notify. `build` needs few of them; their
//! keys are checked all the same, so that a slip is found before the night in which it matters.

use super::Config;
use crate::tree::decode::{At, Table, wrong};
use crate::tree::{Scalar, Value};
use model::time::DAY;

pub(super) fn read(root: &Table<'_>, config: &mut Config) {
    if let Some(check) = root.table("check") {
        if let Some(ms) = duration(&check, "stale_after") {
            config.stale_after_days = (ms / 1000 / DAY).max(1);
        }
        check.finish();
    }
    if let Some(probe) = root.table("probe") {
        probe.strings("control");
        probe.finish();
    }
    if let Some(history) = root.table("history") {
        history.string("location");
        duration(&history, "keep_raw");
        if let Some(weights) = history.table("weights") {
            for key in ["major", "partial", "degraded"] {
                weights.get(key);
            }
            weights.finish();
        }
        history.finish();
    }
    if let Some(automation) = root.table("automation") {
        publish(&automation);
        automation.string("location");
        duration(&automation, "ignore_below");
        automation.finish();
    }
    for notify in root.tables("notify") {
        // Each channel has keys of its own; they are decoded by the one who sends.
        notify.string("type");
        notify.open();
    }
}

/// `"immediate"`, `"draft"` or `{ after = "5m" }`.
fn publish(table: &Table<'_>) {
    let Some(node) = table.get("publish") else {
        return;
    };
    match &node.value {
        Value::Scalar(text, Scalar::Quoted) if text == "immediate" || text == "draft" => {}
        Value::Table(_) => {
            if let Some(inner) = table.table("publish") {
                duration(&inner, "after");
                inner.finish();
            }
        }
        _ => wrong(
            table.report,
            node,
            "\"immediate\", \"draft\" or `{ after = \"5m\" }`",
        ),
    }
}

/// A length of time such as `800ms`, `10s`, `1m 30s` or `90d`, in milliseconds.
pub(super) fn duration(table: &Table<'_>, key: &'static str) -> Option<i64> {
    let At { value, span } = table.string(key)?;
    match humantime::parse_duration(&value) {
        Ok(duration) => i64::try_from(duration.as_millis()).ok(),
        Err(_) => {
            table.report.error_hint(
                "bad-duration",
                span,
                format!("`{value}` is no length of time"),
                "write `800ms`, `10s`, `5m`, `1h` or `90d`",
            );
            None
        }
    }
}
