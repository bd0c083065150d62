//! Questions on a terminal, for what the flags left out. Without a terminal nothing is asked: then
//! the missing flag is named instead.

use crate::author::editor;
use crate::author::id::Candidate;
use crate::author::time::Written;
use crate::cli::{CliError, say};
use crate::config::Config;
use inquire::list_option::ListOption;
use inquire::validator::Validation;
use inquire::{InquireError, MultiSelect, Select, Text};
use model::{Affected, Impact, Kind, Severity, State};
use std::fmt;
use std::io::IsTerminal;

/// Whether questions can be asked, and asking them.
pub(in crate::cli) struct Form {
    terminal: bool,
}

/// Something to choose, with what it looks like.
struct Choice<T> {
    value: T,
    shown: String,
}

impl<T> fmt::Display for Choice<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

impl Form {
    /// Looks for a terminal: somebody must be there to see the question and to answer it.
    pub(in crate::cli) fn new() -> Form {
        let terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        Form { terminal }
    }

    /// Whether somebody can be asked.
    pub(in crate::cli) fn is_possible(&self) -> bool {
        self.terminal
    }

    /// Fails with the name of the missing flag if nobody can be asked.
    pub(in crate::cli) fn need(&self, flag: &str, example: &str) -> Result<(), CliError> {
        if self.terminal {
            return Ok(());
        }
        let message = format!("{flag} is missing, and there is no terminal to ask on");
        Err(CliError::usage(message).hint(format!("add {example}")))
    }

    /// The title.
    pub(in crate::cli) fn title(&self, kind: Kind) -> Result<String, CliError> {
        self.need("TITLE", "a title, in quotes: \"Sign-in fails\"")?;
        let (question, help) = match kind {
            Kind::Incident => (
                "What do people notice?",
                "The title, such as: Sign-in fails",
            ),
            Kind::Maintenance => ("What is planned?", "The title, such as: Database upgrade"),
            Kind::Notice => (
                "What is to be announced?",
                "The title, such as: New status page",
            ),
        };
        let full = |text: &str| {
            Ok(match text.trim().is_empty() {
                true => Validation::Invalid("one short sentence, please".into()),
                false => Validation::Valid,
            })
        };
        let prompt = Text::new(question)
            .with_help_message(help)
            .with_validator(full);
        prompt.prompt().map_err(cancelled)
    }

    /// Who is hit.
    pub(in crate::cli) fn components(&self, config: &Config) -> Result<Vec<String>, CliError> {
        let width = config
            .components
            .iter()
            .map(|c| c.name.chars().count())
            .max();
        let choice = |c: &model::Component| Choice {
            value: c.id.clone(),
            shown: format!(
                "{:width$}  {}",
                c.name,
                c.group.as_deref().unwrap_or_default(),
                width = width.unwrap_or_default()
            )
            .trim_end()
            .to_owned(),
        };
        let choices: Vec<_> = config.components.iter().map(choice).collect();
        if choices.is_empty() {
            return Ok(Vec::new());
        }
        let names = |chosen: &[ListOption<&Choice<String>>]| match chosen {
            [] => "none".to_owned(),
            _ => chosen
                .iter()
                .map(|c| c.value.value.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        };
        let prompt = MultiSelect::new("Which components?", choices)
            .with_help_message("Space selects, typing filters, Enter goes on")
            .with_page_size(12)
            .with_formatter(&names);
        let chosen = prompt.prompt().map_err(cancelled)?;
        Ok(chosen.into_iter().map(|c| c.value).collect())
    }

    /// How bad it is.
    pub(in crate::cli) fn severity(&self) -> Result<Severity, CliError> {
        self.need("--severity", "--severity critical, major, minor or none")?;
        let choice = |(severity, words): (Severity, &str)| Choice {
            value: severity,
            shown: format!("{:8}  {words}", severity.as_str()),
        };
        let choices = [
            (Severity::Critical, "broken for most or all"),
            (Severity::Major, "broken for some"),
            (Severity::Minor, "slow or blemished"),
            (Severity::None, "nothing is broken"),
        ];
        select("How bad is it?", choices.map(choice).into(), 1)
    }

    /// The state of an update; the cursor stands on `likely`.
    pub(in crate::cli) fn state(&self, kind: Kind, likely: State) -> Result<State, CliError> {
        self.need("--state", &format!("--state {}", likely.as_str()))?;
        let states = State::of(kind);
        let choices = states.iter().map(|&state| Choice {
            value: state,
            shown: state.heading().to_owned(),
        });
        let cursor = states.iter().position(|&state| state == likely);
        select(
            "How does it stand?",
            choices.collect(),
            cursor.unwrap_or_default(),
        )
    }

    /// Changes for those who are hit.
    pub(in crate::cli) fn changes(&self, hit: &[Affected]) -> Result<Vec<Affected>, CliError> {
        if hit.is_empty() {
            return Ok(Vec::new());
        }
        let choices = hit.iter().map(|affected| Choice {
            value: affected.clone(),
            shown: format!("{} ({})", affected.component, words(affected.impact)),
        });
        let ids = |chosen: &[ListOption<&Choice<Affected>>]| match chosen {
            [] => "none".to_owned(),
            _ => chosen
                .iter()
                .map(|c| c.value.value.component.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        };
        let prompt = MultiSelect::new("For which components does it change?", choices.collect())
            .with_help_message("Space selects, Enter goes on; none is fine")
            .with_formatter(&ids);
        let chosen = prompt.prompt().map_err(cancelled)?;
        chosen
            .into_iter()
            .map(|choice| self.change(choice.value))
            .collect()
    }

    fn change(&self, affected: Affected) -> Result<Affected, CliError> {
        let choices = Impact::WRITABLE.into_iter().map(|impact| Choice {
            value: impact,
            shown: words(impact),
        });
        let question = format!("How is {} now?", affected.component);
        let impact = select(&question, choices.collect(), 0)?;
        Ok(Affected { impact, ..affected })
    }

    /// The words of an update, on one line, or in the editor that somebody has set.
    pub(in crate::cli) fn message(&self, suggestion: &str) -> Result<String, CliError> {
        self.need(
            "--message",
            "--message \"What readers should know\", or --message - for stdin",
        )?;
        let editor = editor::command().ok();
        let help = match &editor {
            Some(editor) => format!("Markdown, one line; empty opens {editor}"),
            None => "Markdown, one line".to_owned(),
        };
        let can_be_empty = editor.is_some();
        let full = move |text: &str| {
            Ok(match can_be_empty || !text.trim().is_empty() {
                true => Validation::Valid,
                false => Validation::Invalid("say something, please".into()),
            })
        };
        let prompt = Text::new("What do you tell people?")
            .with_initial_value(suggestion)
            .with_help_message(&help)
            .with_validator(full);
        let words = prompt.prompt().map_err(cancelled)?;
        match editor {
            Some(editor) if words.trim().is_empty() => in_editor(&editor),
            _ => Ok(words),
        }
    }

    /// A time, asked for until it is one.
    pub(in crate::cli) fn time(
        &self,
        flag: &str,
        question: &str,
        read: impl Fn(&str) -> Result<Written, CliError>,
    ) -> Result<Written, CliError> {
        let example = format!("--{flag} \"2026-12-06 02:00 UTC\"");
        self.need(&format!("--{flag}"), &example)?;
        loop {
            let prompt =
                Text::new(question).with_help_message("2026-12-06 02:00 UTC, 02:00, in 2h, +90m");
            match read(&prompt.prompt().map_err(cancelled)?) {
                Ok(written) => return Ok(written),
                Err(error) => say(&error.render()),
            }
        }
    }

    /// Which of several incidents.
    pub(in crate::cli) fn incident(&self, open: Vec<Candidate>) -> Result<String, CliError> {
        let choices = open.into_iter().rev().map(|candidate| Choice {
            shown: format!("{}  ({})", candidate.title, candidate.id),
            value: candidate.id,
        });
        select("Which incident?", choices.collect(), 0)
    }

    /// One line, with a suggestion that Enter takes.
    pub(in crate::cli) fn line(
        &self,
        question: &str,
        suggestion: &str,
    ) -> Result<String, CliError> {
        let prompt = Text::new(question).with_default(suggestion);
        prompt.prompt().map_err(cancelled)
    }
}

/// Words that are written in an editor, before anything else is.
fn in_editor(editor: &str) -> Result<String, CliError> {
    let failed = |error: std::io::Error| {
        CliError::io("there is no place for a temporary file").because(error)
    };
    let file = tempfile::Builder::new()
        .prefix("allclear-")
        .suffix(".md")
        .tempfile();
    let file = file.map_err(failed)?;
    editor::open(editor, file.path(), 1)
        .map_err(|error| CliError::io("nothing was written").because(error))?;
    let words = std::fs::read_to_string(file.path()).map_err(failed)?;
    match words.trim() {
        "" => Err(CliError::content("there are no words; nothing was written")),
        words => Ok(words.to_owned()),
    }
}

fn select<T>(question: &str, choices: Vec<Choice<T>>, cursor: usize) -> Result<T, CliError> {
    let prompt = Select::new(question, choices)
        .with_starting_cursor(cursor)
        .with_page_size(12);
    prompt
        .prompt()
        .map(|choice| choice.value)
        .map_err(cancelled)
}

/// `major_outage` as `major outage`.
pub(in crate::cli) fn words(impact: Impact) -> String {
    impact.as_str().replace('_', " ")
}

fn cancelled(error: InquireError) -> CliError {
    match error {
        InquireError::OperationCanceled | InquireError::OperationInterrupted => {
            CliError::content("you stopped; nothing was written")
        }
        InquireError::IO(error) => CliError::io("the terminal cannot be asked").because(error),
        other => CliError::io("the terminal cannot be asked").because(other),
    }
}
