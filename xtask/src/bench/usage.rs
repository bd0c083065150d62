//! What a program used from its start to its end.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use wait4::Wait4;

/// What one run of a program cost, its own children included.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// Seconds of CPU in the program itself.
    pub(crate) user: f64,
    /// Seconds of CPU in the kernel.
    pub(crate) system: f64,
    /// Seconds by the clock on the wall.
    pub(crate) wall: f64,
    /// The most memory resident at once, in bytes. Linux counts that of the parent at the time
    /// of the start too: who measures must be small.
    pub(crate) memory: f64,
}

impl Usage {
    /// Runs `command` to its end. What it says is shown only if it fails.
    pub(crate) fn of(command: &mut Command) -> Result<Self> {
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let name = command.get_program().to_string_lossy().into_owned();
        let begun = Instant::now();
        let mut child = command
            .spawn()
            .with_context(|| format!("cannot run `{name}`"))?;
        let mut said = String::new();
        if let Some(mut stderr) = child.stderr.take() {
            stderr.read_to_string(&mut said).ok();
        }
        let used = child.wait4()?;
        let wall = begun.elapsed().as_secs_f64();
        if !used.status.success() {
            bail!("`{name}` failed ({}): {}", used.status, said.trim());
        }
        Ok(Self {
            user: used.rusage.utime.as_secs_f64(),
            system: used.rusage.stime.as_secs_f64(),
            wall,
            memory: used.rusage.maxrss as f64,
        })
    }

    /// Seconds of CPU, wherever they were spent.
    pub(crate) fn cpu(&self) -> f64 {
        self.user + self.system
    }
}
