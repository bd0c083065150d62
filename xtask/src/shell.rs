//! Running other programs, with errors that name the command.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// The cargo that started us, at the repository's root.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(workspace::root()).arg(subcommand);
    lock(&mut command);
    command
}

/// The whole workspace but the browser's side: the feature turns on what the generator asks of
/// `app` anyway. Tasks that name the same packages and features share all they compile.
pub(crate) const NATIVE: [&str; 3] = ["--workspace", "--features", "allclear-app/ssr"];

/// A debug build of the `allclear` command.
pub(crate) fn debug_build() -> Command {
    let mut command = cargo("build");
    command.args(NATIVE).args(["--bin", "allclear"]);
    command
}

/// On CI a lock file that would change is an error.
pub(crate) fn lock(command: &mut Command) {
    if workspace::on_ci() {
        command.arg("--locked");
    }
}

/// Runs `command` with our own stdin, stdout and stderr.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot run `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Like [`run`], but gives up after `limit`: for programs that may wait for a network for ever.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Result<()> {
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot run `{}`", line(command)))?;
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            if !status.success() {
                bail!("`{}` failed ({status})", line(command));
            }
            return Ok(());
        }
        if started.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            bail!("`{}` took longer than {limit:?}", line(command));
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// What `command` says on stdout; its stderr becomes part of the error if it fails.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .output()
        .with_context(|| format!("cannot run `{}`", line(command)))?;
    if !status.success() {
        let said = String::from_utf8_lossy(&stderr);
        bail!("`{}` failed ({status}): {}", line(command), said.trim());
    }
    String::from_utf8(stdout).with_context(|| format!("`{}` printed no UTF-8", line(command)))
}

/// The first of `names` that is a file in a directory of `PATH`.
pub(crate) fn which(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let dirs: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        dirs.iter()
            .map(|dir| dir.join(&file))
            .find(|at| at.is_file())
    })
}

/// The command as a person would type it: the program's bare name and its arguments.
fn line(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let mut line = name.to_string_lossy().into_owned();
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line
}
