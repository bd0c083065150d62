use crate::content::body;
use crate::diagnostic::Report;
use crate::source::SourceFile;
use chrono_tz::Tz;
use model::Kind;
use std::sync::Arc;

fn codes(text: &str) -> Vec<&'static str> {
    let report = Report::new(Arc::new(SourceFile::new("x.md", text)));
    body::parse(&report, text, 0..text.len(), Kind::Incident, Tz::UTC);
    report.into_vec().iter().map(|d| d.code).collect()
}

#[test]
fn what_was_meant_to_open_an_update_is_not_silently_text() {
    for text in [
        "# Resolved — 2026-11-20 05:46 UTC",
        "### Resolved — 2026-11-20 05:46 UTC {api=operational}",
        "###### resolved 2026-11-20 05:46 UTC",
        "#### 2026-11-20 05:46 UTC — Resolved",
        "## 2026-11-20 05:46 UTC — Resolved",
        "## 2026-11-20 05:46 UTC: In progress",
        "## Resolved (2026-11-20 05:46 UTC)",
        "Words.\n\n**Resolved** — 2026-11-20 05:46 UTC\n\nOver.",
        "**Resolved — 2026-11-20 05:46 UTC**",
        "Words.\n##Resolved — 2026-11-20 05:46 UTC\nOver.",
    ] {
        assert_eq!(codes(text), ["not-an-update"], "{text}");
    }
    for text in ["## Resolvd", "## Indentified", "## monitorng"] {
        assert_eq!(codes(text), ["unknown-state"], "{text}");
    }
}

#[test]
fn what_was_meant_to_open_the_postmortem_is_not_silently_text() {
    for text in [
        "## Postmortem",
        "### Post-mortem",
        "# Postmortm",
        "# Postmortem:",
        "###### post mortems",
        "#Postmortem",
    ] {
        assert_eq!(codes(text), ["not-a-postmortem"], "{text}");
    }
}

#[test]
fn prose_is_prose() {
    for text in [
        "## Schedule",
        "## Update",
        "## Updates",
        "## Impact",
        "### Resolved issues",
        "## Why it was resolved late",
        "### 2026-11-20",
        "# Timeline of 2026-11-20",
        "**Resolved** what was broken on 2026-11-20.",
        "#1234 is the ticket",
        "> ### Resolved — 2026-11-20 05:46 UTC",
        "```\n### Resolved — 2026-11-20 05:46 UTC\n```",
        "# Postmortem\n\n### Resolved — 2026-11-20 05:46 UTC\n\n## Postmortem",
    ] {
        assert_eq!(codes(text), [""; 0], "{text}");
    }
}

#[test]
fn a_merge_must_be_done() {
    let text = "A\n\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> theirs\n";
    let found = codes(text);
    let count = found.iter().filter(|c| **c == "merge-conflict").count();
    assert_eq!(count, 2, "{found:?}");
    assert_eq!(codes("```\n<<<<<<< HEAD\n>>>>>>> theirs\n```\n"), [""; 0]);
}
