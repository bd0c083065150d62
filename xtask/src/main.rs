//! `cargo xtask …`: build the bundle, and run everything CI runs.
//!
//! Each task sets up what it needs by itself, so that a fresh machine needs nothing but Rust and Node.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for terminals: it tells what it does"
)]

mod apt;
mod bench;
mod bundle;
mod dist;
mod node;
mod serve;
mod setup;
mod shell;
mod size;
mod stamp;
mod test;
mod toolchain;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Build the bundle, and run everything CI runs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing: a wasm toolchain, node packages, a browser
    Setup,
    /// Build the WebAssembly bundle into target/bundle and print its size
    Bundle(bundle::Args),
    /// Build everything and serve this repository's own site with live reload
    Serve(serve::Args),
    /// Leave a release build that carries the bundle at target/dist/allclear
    Dist,
    /// Measure every figure we claim, and say what it must be
    Bench(bench::Args),
    /// Run everything CI runs
    Test(test::Args),
}

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Task::Setup => setup::run(),
        Task::Bundle(args) => bundle::run(&args),
        Task::Serve(args) => serve::run(&args),
        Task::Dist => dist::run(),
        Task::Bench(args) => bench::run(&args),
        Task::Test(args) => test::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
