//! Whatever the file looks like, an edit adds what was asked for and nothing else.

use super::*;
use crate::author::quote::Setting;
use proptest::prelude::*;

/// A file as somebody may have written it.
#[derive(Clone, Debug)]
struct File {
    toml: bool,
    windows: bool,
    newest_first: bool,
    separator: &'static str,
    look: usize,
    before: usize,
    after: usize,
    summary: &'static str,
    minutes: Vec<u32>,
    body: usize,
    postmortem: bool,
    last_line_end: bool,
}

const BODIES: [&str; 9] = [
    "Words.",
    "",
    "- a\n- b\n\n  more of b",
    "```\n## Resolved — 2024-11-30 06:00 UTC\n```",
    "> ## Resolved — 2024-11-30 06:00 UTC",
    "<div>\nHTML\n</div>",
    "| a |\n| - |\n| 1 |",
    "Ünïcödé 结账失败 🙂",
    "### A heading\n\n[ref]: https://example.org/",
];

impl File {
    fn text(&self) -> String {
        let mut out = match self.toml {
            true => "+++\ntitle = \"X\" # c\n\n[components]\napi = \"major_outage\"\n+++\n",
            false => "---\n# A comment\ntitle:   'X'\ncomponents:\n  - api\n---\n",
        }
        .to_owned();
        out.push_str(self.summary);
        let mut minutes = self.minutes.clone();
        minutes.sort_unstable();
        if self.newest_first {
            minutes.reverse();
        }
        for (i, minute) in minutes.iter().enumerate() {
            out.push_str(&"\n".repeat(self.before + usize::from(self.look == 2)));
            let time = format!("2024-11-30 {:02}:{:02} UTC", minute / 60, minute % 60);
            let heading = format!("Monitoring{}{time}", self.separator);
            match self.look {
                0 => out.push_str(&format!("## {heading}\n")),
                1 => out.push_str(&format!(" ##   {heading} {{api=operational}} ##\n")),
                _ => out.push_str(&format!("{heading}\n---\n")),
            }
            out.push_str(&"\n".repeat(self.after));
            out.push_str(BODIES[(self.body + i) % BODIES.len()]);
            out.push('\n');
        }
        if self.postmortem {
            out.push_str("\n# Postmortem\n\n## Resolved\n\nNothing here counts.\n");
        }
        if !self.last_line_end {
            out.truncate(out.trim_end().len());
        }
        if self.windows {
            out.replace('\n', "\r\n")
        } else {
            out
        }
    }
}

fn files() -> impl Strategy<Value = File> {
    let flags = (
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
    );
    let separators = prop::sample::select(vec![" — ", " – ", " - ", " · ", ": ", " @ ", " "]);
    let summaries = prop::sample::select(vec!["", "\n", "\nA summary.\n", "<p>HTML</p>\n"]);
    let minutes = prop::collection::vec(0..1440u32, 0..5);
    let numbers = (0..3usize, 0..3usize, 0..3usize, 0..BODIES.len());
    (flags, separators, summaries, minutes, numbers).prop_map(
        |(flags, separator, summary, minutes, (look, before, after, body))| File {
            toml: flags.0,
            windows: flags.1,
            newest_first: flags.2,
            postmortem: flags.3,
            last_line_end: flags.4,
            separator,
            summary,
            minutes,
            look,
            before,
            after,
            body,
        },
    )
}

/// What a document says: state and time of each update, and the text below it.
fn story(document: &Document) -> Vec<(State, Instant, String)> {
    let text = document.text();
    let updates = document.updates.iter().enumerate();
    let story = updates.map(|(i, section)| {
        let next = document.updates.get(i + 1).map(|next| next.span.start);
        let end = next.or(document.postmortem).unwrap_or(text.len());
        let words = text[section.span.end..end].trim().to_owned();
        (section.heading.state, section.heading.when.at, words)
    });
    story.collect()
}

proptest! {
    #[test]
    fn an_update_is_added_and_nothing_else_changes(
        file in files(),
        minute in 0..1440i64,
        message in prop::sample::select(BODIES.to_vec()),
    ) {
        let old = file.text();
        let source = Arc::new(SourceFile::new("incidents/x.md", old.as_str()));
        // Some of these files are broken on purpose: a summary of HTML swallows a heading.
        let Ok(before) = Document::read(source, Tz::UTC) else { return Ok(()) };
        let mut new = update(State::Identified, "2024-11-30 00:00 UTC", message);
        new.at = new.at + minute * 60;
        let edit = match insert(&before, &new) {
            Ok(edit) => edit,
            Err(error) => panic!("{old}\n{error}"),
        };
        let edited = edit.apply(&old);

        // Everything outside the inserted range is there, byte for byte.
        prop_assert_eq!(&edit.range.start, &edit.range.end);
        let at = edit.range.start;
        prop_assert_eq!(&edited[..at], &old[..at]);
        prop_assert_eq!(&edited[at + edit.text.len()..], &old[at..]);
        if file.windows {
            prop_assert_eq!(edit.text.matches('\n').count(), edit.text.matches("\r\n").count());
        } else {
            prop_assert!(!edit.text.contains('\r'));
        }

        // Read again, it says the same and one thing more.
        let after = document(&edited);
        let mut rest = story(&after);
        let words = message.replace('\n', before.line_end());
        let added = (State::Identified, new.at, words);
        let position = rest.iter().position(|entry| *entry == added);
        prop_assert!(position.is_some(), "{}", edited);
        rest.remove(position.unwrap_or_default());
        prop_assert_eq!(rest, story(&before));
        prop_assert_eq!(after.mixed(), false);
        let tail = |d: &Document| d.postmortem.map(|at| d.text()[at..].to_owned());
        prop_assert_eq!(tail(&after), tail(&before));
    }

    #[test]
    fn a_key_is_set_and_taken_out_and_nothing_is_left_of_it(
        file in files(),
        value in "[A-Za-z:#'\" 界-]{1,20}",
    ) {
        let old = file.text();
        let source = Arc::new(SourceFile::new("incidents/x.md", old.as_str()));
        let Ok(before) = Document::read(source, Tz::UTC) else { return Ok(()) };
        let setting = Setting::List(vec![value]);
        let edit = set(&before, "tags", &setting).ok().flatten();
        prop_assert!(edit.is_some());
        let edited = edit.map(|edit| edit.apply(&old)).unwrap_or_default();
        let after = document(&edited);
        prop_assert!(after.entry("tags").is_some_and(|entry| setting.is(&entry.node.value)));
        let undone = remove(&after, "tags").ok().flatten().map(|edit| edit.apply(&edited));
        prop_assert_eq!(undone, Some(old));
    }
}
