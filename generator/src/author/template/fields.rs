//! What a new file is to say.

use crate::author::quote::Setting;
use model::{Impact, Kind, Severity, State};

/// What there is to fill in; what is `None` or empty was not said.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// Which of the three.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Of an incident.
    pub severity: Option<Severity>,
    /// Who is hit; the impact if one was named.
    pub components: Vec<(String, Option<Impact>)>,
    /// Of the first update.
    pub state: Option<State>,
    /// When it began, as written in files.
    pub time: String,
    /// The words of the first update.
    pub message: String,
    /// Of a maintenance.
    pub starts: Option<String>,
    /// Of a maintenance.
    pub ends: Option<String>,
    /// Of a maintenance.
    pub repeat: Option<String>,
    /// Of a notice.
    pub until: Option<String>,
    /// Of a notice.
    pub pin: bool,
    /// Free words.
    pub tags: Vec<String>,
    /// Not to be published yet.
    pub draft: bool,
}

/// The names that a template can use.
pub(super) const NAMES: [&str; 14] = [
    "title",
    "kind",
    "severity",
    "components",
    "state",
    "time",
    "message",
    "starts",
    "ends",
    "repeat",
    "until",
    "pin",
    "tags",
    "draft",
];

/// What a placeholder stands for.
pub(super) enum Part {
    /// A value of the front matter.
    Value(Setting),
    /// Markdown, or a word that needs no quotes.
    Words(String),
    /// Nothing was said.
    Nothing,
}

impl Fields {
    /// Keys of the front matter that were asked for and what they say. Those that the template has
    /// no placeholder for are put in afterwards.
    pub fn settings(&self) -> Vec<(&'static str, Setting)> {
        let keys = [
            "severity",
            "components",
            "starts",
            "ends",
            "repeat",
            "until",
            "pin",
            "tags",
            "draft",
        ];
        let settings = keys.into_iter().filter_map(|key| match self.part(key) {
            Part::Value(setting) => Some((key, setting)),
            Part::Words(_) | Part::Nothing => None,
        });
        settings.collect()
    }

    pub(super) fn part(&self, name: &str) -> Part {
        let text = |value: &Option<String>| match value {
            Some(value) => Part::Value(Setting::Text(value.clone())),
            None => Part::Nothing,
        };
        let word = |word: &str| Part::Value(Setting::Text(word.to_owned()));
        let flag = |yes| {
            if yes {
                Part::Value(Setting::Bool(true))
            } else {
                Part::Nothing
            }
        };
        match name {
            "title" => word(&self.title),
            "kind" => word(self.kind.as_str()),
            "severity" => self.severity.map_or(Part::Nothing, |s| word(s.as_str())),
            "components" => self.components(),
            "state" => self
                .state
                .map_or(Part::Nothing, |s| Part::Words(s.heading().to_owned())),
            "time" => word(&self.time),
            "message" => Part::Words(self.message.clone()),
            "starts" => text(&self.starts),
            "ends" => text(&self.ends),
            "repeat" => text(&self.repeat),
            "until" => text(&self.until),
            "pin" => flag(self.pin),
            "draft" => flag(self.draft),
            "tags" if !self.tags.is_empty() => Part::Value(Setting::List(self.tags.clone())),
            _ => Part::Nothing,
        }
    }

    /// A plain list if no impact was named; else a table, in which the others get what the severity
    /// implies.
    fn components(&self) -> Part {
        if self.components.is_empty() {
            return Part::Nothing;
        }
        if self.components.iter().all(|(_, impact)| impact.is_none()) {
            let ids = self.components.iter().map(|(id, _)| id.clone());
            return Part::Value(Setting::List(ids.collect()));
        }
        let implied = match self.kind {
            Kind::Maintenance => Impact::UnderMaintenance,
            Kind::Incident | Kind::Notice => self.severity.unwrap_or_default().default_impact(),
        };
        let pair =
            |(id, impact): &(String, Option<Impact>)| (id.clone(), impact.unwrap_or(implied));
        Part::Value(Setting::Impacts(self.components.iter().map(pair).collect()))
    }
}
