//! `cargo xtask bundle`: the islands as WebAssembly, with the JavaScript that loads them.
//!
//! Cargo compiles `app` for the browser, wasm-bindgen writes the glue, wasm-opt and terser make
//! both small. The page's loader imports `allclear.js`, calls its default export with the address
//! of the wasm file, then `hydrate()`, and looks islands up by name among the exports: exported
//! names must outlive the shrinking, all others need not.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args as ClapArgs;
use wasm_bindgen_cli_support::Bindgen;

use crate::setup::{self, Need};
use crate::size::{FILES, Sizes};
use crate::stamp::Fingerprint;
use crate::toolchain::{TARGET, Toolchain};
use crate::{node, shell, workspace};

/// What the bundle is made from, besides the toolchain.
const INPUTS: [&str; 9] = [
    "Cargo.lock",
    "Cargo.toml",
    "app/Cargo.toml",
    "app/build.rs",
    "app/src",
    "model",
    "tests/browser/package-lock.json",
    "xtask/src/bundle.rs",
    "xtask/src/toolchain.rs",
];

/// What browsers have had for years. Not `--all-features`: that emits compact imports, which
/// browsers refuse.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// How to build the bundle.
#[derive(ClapArgs)]
pub(crate) struct Args {
    /// Fail if the bundle is over its budget
    #[arg(long)]
    check: bool,
}

/// Builds the bundle and prints what it weighs.
pub(crate) fn run(args: &Args) -> Result<()> {
    let node = if args.check {
        Need::Node
    } else {
        Need::Shrinkers
    };
    setup::ensure(&[Need::Wasm, node])?;
    build()?;
    if !args.check && !node::is_available() {
        return Ok(());
    }
    let sizes = Sizes::weigh()?;
    println!("{sizes}");
    if args.check { sizes.check() } else { Ok(()) }
}

/// Builds the bundle, unless it is there and made from the same inputs.
pub(crate) fn build() -> Result<()> {
    let toolchain = Toolchain::find().context("no toolchain here compiles WebAssembly")?;
    let inputs = fingerprint(&toolchain)?;
    let stamp = workspace::target().join("bundle.stamp");
    let out = workspace::bundle();
    let complete = FILES.iter().all(|file| out.join(file).is_file());
    if complete && fs::read_to_string(&stamp).is_ok_and(|made_from| made_from == inputs) {
        return Ok(());
    }

    eprintln!("Building the bundle; the first time takes some minutes.");
    let wasm = compile(&toolchain)?;
    let work = workspace::target().join("wasm/bundle");
    bind(&wasm, &work)?;
    shrink(&work)?;

    // The stamp goes first and comes back last, so that a half-written bundle is never taken for a
    // whole one.
    fs::remove_file(&stamp).ok();
    fs::create_dir_all(&out).with_context(|| format!("cannot make {}", out.display()))?;
    for file in FILES {
        fs::copy(work.join(file), out.join(file))
            .with_context(|| format!("cannot write {file} into {}", out.display()))?;
    }
    fs::write(&stamp, inputs).with_context(|| format!("cannot write {}", stamp.display()))
}

fn fingerprint(toolchain: &Toolchain) -> Result<String> {
    let mut fingerprint = Fingerprint::default();
    fingerprint.word(&toolchain.version()?);
    for tool in ["wasm-opt", "terser"] {
        fingerprint.word(if node::tool(tool).is_some() {
            tool
        } else {
            "none"
        });
    }
    let root = workspace::root();
    for input in INPUTS {
        fingerprint.path(&root.join(input))?;
    }
    Ok(fingerprint.finish())
}

/// Compiles `app` for the browser.
fn compile(toolchain: &Toolchain) -> Result<PathBuf> {
    let mut cargo = toolchain.cargo("rustc");
    shell::run(cargo.args(["--profile", "wasm", "--crate-type", "cdylib"]))?;
    let built = workspace::target().join("wasm").join(TARGET).join("wasm");
    Ok(built.join("app.wasm"))
}

/// Writes the glue, and the module that fits it, into `out`.
fn bind(wasm: &Path, out: &Path) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("cannot empty {}", out.display()))?;
    }
    Bindgen::new()
        .input_path(wasm)
        .out_name("allclear")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(out)
        .context("wasm-bindgen cannot write the glue")?;
    if out.join("snippets").exists() {
        bail!("a dependency of `app` brings JavaScript of its own, which the bundle cannot carry");
    }
    Ok(())
}

/// Shrinks both files where the tools for it are installed.
fn shrink(dir: &Path) -> Result<()> {
    let [js, wasm] = FILES;
    if let Some(mut wasm_opt) = node::tool("wasm-opt") {
        wasm_opt.current_dir(dir).args([wasm, "-o", wasm, "-Oz"]);
        shell::run(wasm_opt.args(WASM_FEATURES))?;
    }
    if let Some(mut terser) = node::tool("terser") {
        terser.current_dir(dir).args([js, "-o", js, "--module"]);
        terser.args([
            "--ecma",
            "2020",
            "--compress",
            "passes=3,unsafe_arrows",
            "--mangle",
        ]);
        shell::run(&mut terser)?;
    }
    Ok(())
}
