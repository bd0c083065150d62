//! The command line: one subcommand a file.

mod build;
mod check;
mod completions;
mod error;
mod init;
mod man;
mod new;
mod resolve;
mod serve;
mod update;
mod writing;

pub use error::{CliError, Exit};

use crate::diagnostic::{Diagnostic, Format, Style};
use crate::{diagnostic, when};
use chrono_tz::Tz;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use model::Instant;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// A static status page that lives in git
#[derive(Parser)]
#[command(name = "allclear", version, after_help = AFTER_HELP, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  allclear init my-status            a working site in a new folder
  allclear new incident \"API is slow\" --component api=degraded
  allclear build                     the site, in dist/
  allclear serve                     a preview that follows every change

Exit codes:
  0  done
  1  the content has errors, or does not allow what was asked
  2  wrong usage
  3  a file or folder cannot be read or written";

/// Flags of every subcommand
#[derive(clap::Args, Clone, Debug)]
pub struct Global {
    /// The site's repository: the folder of allclear.toml
    #[arg(long, global = true, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    pub dir: PathBuf,
    /// Fix the clock, for reproducible output ("2026-08-14T14:42:00Z")
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_now)]
    now: Option<Instant>,
    /// When to colour messages
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
enum Command {
    Init(init::Args),
    New(new::Args),
    Update(update::Args),
    Resolve(resolve::Args),
    Build(build::Args),
    Serve(serve::Args),
    Check(check::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Global {
    /// The clock: fixed by `--now`, else the system's.
    pub fn now(&self) -> Instant {
        self.now
            .unwrap_or_else(|| when::instant(chrono::Utc::now()))
    }

    /// Whether `--now` fixes the clock.
    pub fn clock_is_fixed(&self) -> bool {
        self.now.is_some()
    }

    /// How messages for people may look on stderr (or stdout, if they are the data).
    pub fn style(&self, stdout: bool) -> Style {
        let terminal = if stdout {
            std::io::stdout().is_terminal()
        } else {
            std::io::stderr().is_terminal()
        };
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        Style {
            color: match self.color {
                Color::Always => true,
                Color::Never => false,
                Color::Auto => terminal && !no_color,
            },
            width: if terminal { terminal_width() } else { 100 },
        }
    }

    /// Shows problems and their number on stderr.
    pub fn show(&self, found: &[Diagnostic]) {
        let text = diagnostic::render(found, Format::Text, self.style(false));
        say(&text);
    }
}

/// Runs the command line of this process.
pub fn main() -> Exit {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no errors, and go to stdout.
            let _ = error.print();
            return if error.use_stderr() {
                Exit::Usage
            } else {
                Exit::Done
            };
        }
    };
    let global = &cli.global;
    let result = match cli.command {
        Command::Init(args) => init::run(&args, global),
        Command::New(args) => new::run(&args, global),
        Command::Update(args) => update::run(&args, global),
        Command::Resolve(args) => resolve::run(&args, global),
        Command::Build(args) => build::run(&args, global),
        Command::Serve(args) => serve::run(&args, global),
        Command::Check(args) => check::run(&args, global),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    };
    result.unwrap_or_else(|error| {
        say(&error.render());
        error.exit()
    })
}

/// The command with all its subcommands, for completions and the man page.
fn command() -> clap::Command {
    Cli::command()
}

/// A message for people.
fn say(text: &str) {
    // Nobody is left to tell if stderr is closed.
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Data, to stdout.
fn put(text: &str) -> Result<(), CliError> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(CliError::io("cannot write to stdout").because(error))
        }
        _ => Ok(()),
    }
}

fn parse_now(text: &str) -> Result<Instant, String> {
    let when = when::parse(text, Tz::UTC).map_err(|e| format!("{e}; {}", e.hint()))?;
    Ok(when.at)
}

fn terminal_width() -> usize {
    let (width, _) = terminal_size::terminal_size().map_or((100, 0), |(w, h)| (w.0, h.0));
    usize::from(width).clamp(40, 120)
}

/// `1 error`, `2 errors`.
fn counted(number: usize, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {word}{plural}", grouped(number))
}

/// `10,000`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(counted(1, "error"), "1 error");
        assert_eq!(counted(1_000, "page"), "1,000 pages");
    }
}
