//! `allclear check`

use super::{CliError, Exit, Global, counted, put, say};
use crate::diagnostic::{self, Format};
use crate::project::Project;

/// Find every problem in the config and all incident files
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  allclear check                     for people
  allclear check --format github     annotations in a pull request
  allclear check --json | jq '.diagnostics[].file'

Errors make it exit with 1; warnings don't.")]
pub(super) struct Args {
    /// How to show the problems
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Exit with 1 on warnings too
    #[arg(long)]
    strict: bool,
}

pub(super) fn run(args: &Args, global: &Global) -> Result<Exit, CliError> {
    let project = Project::load(&global.dir, global.now());
    let format = if args.json { Format::Json } else { args.format };
    put(&diagnostic::render(
        &project.found,
        format,
        global.style(true),
    ))?;
    let (errors, warnings) = (project.errors(), project.warnings());
    if format == Format::Text {
        let files = project.entries.len();
        say(&match (errors, warnings) {
            (0, 0) => format!("No problems in {}.\n", counted(files, "incident file")),
            _ => format!(
                "{} and {} in {}.\n",
                counted(errors, "error"),
                counted(warnings, "warning"),
                counted(files, "incident file")
            ),
        });
    }
    let failed = errors > 0 || args.strict && warnings > 0;
    Ok(if failed { Exit::Content } else { Exit::Done })
}
