//! `cargo xtask test`: everything CI runs, stopping at the first failure.

mod steps;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::Args as ClapArgs;

use crate::setup;

/// Which steps to run.
#[derive(ClapArgs)]
pub(crate) struct Args {
    /// Leave out what needs WebAssembly or a browser
    #[arg(long)]
    fast: bool,
    /// Run only the steps with one of these words in their names, such as "docs" or "browser"
    only: Vec<String>,
}

impl Args {
    fn include(&self, step: &Step) -> bool {
        let named = self.only.is_empty() || self.only.iter().any(|word| step.name.contains(word));
        named && (step.fast || !self.fast)
    }
}

/// One thing that CI checks.
struct Step {
    name: &'static str,
    run: fn() -> Result<()>,
    /// Whether `--fast` runs it too.
    fast: bool,
}

/// The quick and the likely failures come first.
const STEPS: [Step; 8] = [
    Step::fast("format", steps::format),
    Step::fast("clippy, native", steps::clippy_native),
    Step::fast("tests, native", steps::tests_native),
    Step::fast("docs", steps::docs),
    Step::slow("clippy, wasm", steps::clippy_wasm),
    Step::slow("bundle and its budget", steps::bundle_and_budget),
    Step::slow("the command with its bundle", steps::command),
    Step::slow("tests, browser", steps::tests_browser),
];

impl Step {
    const fn fast(name: &'static str, run: fn() -> Result<()>) -> Self {
        Self {
            name,
            run,
            fast: true,
        }
    }

    const fn slow(name: &'static str, run: fn() -> Result<()>) -> Self {
        Self {
            name,
            run,
            fast: false,
        }
    }
}

/// Runs the steps and sums up.
pub(crate) fn run(args: &Args) -> Result<()> {
    let steps: Vec<&Step> = STEPS.iter().filter(|step| args.include(step)).collect();
    if steps.is_empty() {
        let names = STEPS.map(|step| step.name).join("; ");
        bail!("no step is called so; there are: {names}");
    }
    if !steps.iter().all(|step| step.fast) {
        setup::ensure(&setup::ALL)?;
    }
    let mut times = Vec::new();
    let mut failure = None;
    for step in &steps {
        println!("\n=== {}", step.name);
        let started = Instant::now();
        let done = (step.run)();
        times.push(started.elapsed());
        if let Err(error) = done {
            failure = Some(error);
            break;
        }
    }
    sum_up(&steps, &times, failure)
}

/// Prints how each step went, and ends on the line that CI reads.
fn sum_up(steps: &[&Step], times: &[Duration], failure: Option<anyhow::Error>) -> Result<()> {
    println!("\n=== summary");
    let passed = times.len() - usize::from(failure.is_some());
    for (number, (step, time)) in steps.iter().zip(times).enumerate() {
        let word = if number < passed { "ok" } else { "FAILED" };
        println!("{word:<8}{:<30}{:>7.1} s", step.name, time.as_secs_f64());
    }
    let failed = times.len() - passed;
    let skipped = steps.len() - times.len();
    println!("\n{passed} passed, {failed} failed, {skipped} skipped");
    match (failure, steps.get(passed)) {
        (Some(error), Some(step)) => bail!("{}: {error:#}", step.name),
        (Some(error), None) => Err(error),
        (None, _) => Ok(()),
    }
}
