//! A site as large as one wishes, the same every time: 20 components and incidents over three
//! years, of about 1.5 kB and four updates each.

mod words;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use chrono::{DateTime, Datelike, TimeDelta, Utc};

pub(crate) use words::COMPONENTS;
use words::{LATER, SENTENCES, TROUBLES};

/// The clock of every build.
pub(crate) const NOW: &str = "2026-08-14T14:42:00Z";

/// Three years, in minutes.
const SPAN: i64 = 3 * 365 * 24 * 60;

/// Minutes from an incident's start to each of its updates.
const UPDATES: [(&str, i64); 4] = [
    ("Investigating", 0),
    ("Identified", 17),
    ("Monitoring", 41),
    ("Resolved", 93),
];

/// How long an incident's file is after each of its updates, about.
const LENGTHS: [usize; 4] = [450, 800, 1_150, 1_500];

/// A site's repository.
pub(crate) struct Site {
    /// How many incidents it has.
    pub(crate) incidents: usize,
}

impl Site {
    /// Writes the repository into `dir`.
    pub(crate) fn write(&self, dir: &Path) -> Result<()> {
        fs::create_dir_all(dir).with_context(|| format!("cannot make {}", dir.display()))?;
        fs::write(dir.join("allclear.toml"), config())?;
        for incident in self.incidents() {
            let folder = dir
                .join("incidents")
                .join(incident.started.year().to_string());
            fs::create_dir_all(&folder)?;
            fs::write(
                folder.join(format!("{}.md", incident.id)),
                incident.markdown(),
            )?;
        }
        Ok(())
    }

    /// All incidents, oldest first.
    pub(crate) fn incidents(&self) -> impl Iterator<Item = Incident> {
        let all = self.incidents;
        (0..all).map(move |index| Incident::new(index, all))
    }
}

/// One incident.
pub(crate) struct Incident {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) severity: &'static str,
    pub(crate) components: Vec<&'static str>,
    pub(crate) started: DateTime<Utc>,
    seed: u64,
}

impl Incident {
    fn new(index: usize, all: usize) -> Self {
        let mut dice = Dice(index as u64);
        // From three years ago to three hours ago.
        let minutes = SPAN - 180 - (SPAN - 180) * (index as i64 + 1) / all as i64;
        let now: DateTime<Utc> = NOW.parse().unwrap_or_default();
        let started = now - TimeDelta::minutes(180 + minutes);
        let (id, name, _) = dice.pick(&COMPONENTS);
        let mut components = vec![id];
        for _ in 0..dice.below(3) {
            let (other, ..) = dice.pick(&COMPONENTS);
            if !components.contains(&other) {
                components.push(other);
            }
        }
        Self {
            id: format!("{}-{id}-{index}", started.format("%Y-%m-%d")),
            title: format!("{name}: {}", dice.pick(&TROUBLES)),
            severity: dice.pick(&["minor", "minor", "major", "critical"]),
            components,
            started,
            seed: dice.next(),
        }
    }

    /// The file as Allclear reads it.
    pub(crate) fn markdown(&self) -> String {
        let components = self.components.join(", ");
        let front = format!(
            "---\ntitle: \"{}\"\nseverity: {}\ncomponents: [{components}]\ntags: [bench]\n---\n\n",
            self.title, self.severity
        );
        self.timeline(front)
    }

    /// Summary and updates, behind `text`.
    pub(crate) fn timeline(&self, mut text: String) -> String {
        let mut dice = Dice(self.seed);
        let begun = text.len();
        text.push_str(dice.pick(&SENTENCES));
        for ((state, minutes), length) in UPDATES.into_iter().zip(LENGTHS) {
            let time = (self.started + TimeDelta::minutes(minutes)).format("%Y-%m-%d %H:%M");
            let _ = write!(
                text,
                "\n\n## {state} — {time} UTC\n\n{}",
                dice.pick(&SENTENCES)
            );
            // The front matter of others may be longer; the text is the same.
            while text.len() - begun + 110 < length - 30 {
                text.push(' ');
                text.push_str(dice.pick(&SENTENCES));
            }
            if state == "Identified" {
                text.push_str(LATER);
            }
        }
        text.push('\n');
        text
    }
}

fn config() -> String {
    let mut text = String::from(
        "[site]\ntitle = \"Bench status\"\nurl = \"https://status.example.org/\"\ntimezone = \"UTC\"\n",
    );
    for (id, name, group) in COMPONENTS {
        let _ = write!(
            text,
            "\n[[component]]\nid = \"{id}\"\nname = \"{name}\"\ngroup = \"{group}\"\n"
        );
    }
    text
}

/// Numbers that look random and are the same every time (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::{COMPONENTS, Site};
    use std::collections::BTreeSet;

    #[test]
    fn incidents_are_as_large_and_as_old_as_we_say() {
        let all: Vec<_> = Site { incidents: 1_000 }.incidents().collect();
        let bytes: usize = all.iter().map(|incident| incident.markdown().len()).sum();
        assert!((1_450_000..1_550_000).contains(&bytes), "{bytes}");
        let span = all[999].started - all[0].started;
        assert!((1_090..1_096).contains(&span.num_days()), "{span}");
        let ids: BTreeSet<_> = all.iter().map(|incident| &incident.id).collect();
        assert_eq!(ids.len(), 1_000);
        let hit: BTreeSet<_> = all.iter().flat_map(|i| &i.components).collect();
        assert_eq!(hit.len(), COMPONENTS.len());
        let again = Site { incidents: 1_000 }
            .incidents()
            .nth(500)
            .map(|i| i.markdown());
        assert_eq!(again, Some(all[500].markdown()));
    }
}
