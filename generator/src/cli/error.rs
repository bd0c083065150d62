//! Why a command failed: the kind decides the exit code, hints say what to do.

use std::error::Error;
use std::fmt::Write;
use std::process::{ExitCode, Termination};

/// How the process ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 1: the content has errors.
    Content,
    /// 2: wrong usage.
    Usage,
    /// 3: a file or folder cannot be read or written.
    Io,
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(match self {
            Exit::Done => 0,
            Exit::Content => 1,
            Exit::Usage => 2,
            Exit::Io => 3,
        })
    }
}

/// A failure with its kind, its cause and what to do.
#[derive(Debug)]
pub struct CliError {
    exit: Exit,
    message: String,
    hint: Option<String>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl CliError {
    fn new(exit: Exit, message: impl Into<String>) -> CliError {
        CliError {
            exit,
            message: message.into(),
            hint: None,
            source: None,
        }
    }

    /// The command was called wrongly.
    pub fn usage(message: impl Into<String>) -> CliError {
        CliError::new(Exit::Usage, message)
    }

    /// What people wrote has errors.
    pub fn content(message: impl Into<String>) -> CliError {
        CliError::new(Exit::Content, message)
    }

    /// The system refused something.
    pub fn io(message: impl Into<String>) -> CliError {
        CliError::new(Exit::Io, message)
    }

    /// With what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> CliError {
        self.hint = Some(hint.into());
        self
    }

    /// With what caused it.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> CliError {
        self.source = Some(source.into());
        self
    }

    /// How the process ends.
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// For stderr: what failed, why, and what to do.
    pub fn render(&self) -> String {
        let mut out = format!("error: {}\n", self.message);
        let mut cause = self.source.as_deref().map(|e| e as &dyn Error);
        while let Some(error) = cause {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "  because: {error}");
            cause = error.source();
        }
        if let Some(hint) = &self.hint {
            let _ = writeln!(out, "  hint: {hint}");
        }
        out
    }
}

impl From<crate::output::OutputError> for CliError {
    fn from(error: crate::output::OutputError) -> CliError {
        CliError::io("the site could not be written").because(error)
    }
}
