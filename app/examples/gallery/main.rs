//! The design gallery: every kind of page in every state, written to a folder to be looked at.
//!
//! `cargo run -p allclear-app --features ssr --example gallery -- DIR`; with `--time` it prints
//! how long pages take instead.

mod clock;
mod fixtures;
mod render;
mod timed;

use std::hint::black_box;
use std::time::Instant;
use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let argument = env::args()
        .nth(1)
        .unwrap_or_else(|| "target/gallery".to_owned());
    if argument == "--time" {
        time();
        return Ok(());
    }
    let out = Path::new(&argument);
    for case in fixtures::cases() {
        let root = out.join(case.name);
        for (path, html) in render::pages(&case) {
            let file = root.join(path);
            fs::create_dir_all(file.parent().unwrap_or(&root))?;
            fs::write(file, html)?;
        }
        fs::create_dir_all(root.join("assets"))?;
        fs::write(root.join(render::STYLE_HREF), app::STYLE)?;
        for (path, svg) in app::pages::favicons() {
            fs::write(root.join(path), svg)?;
        }
    }
    Ok(())
}

#[allow(clippy::print_stdout)]
fn time() {
    const ROUNDS: u32 = 200;
    for case in fixtures::cases() {
        let mut pages = Vec::new();
        let started = Instant::now();
        for _ in 0..ROUNDS {
            pages = black_box(render::pages(&case));
        }
        let all = started.elapsed() / ROUNDS;
        println!("{}: {} pages in {all:?}", case.name, pages.len());
        for (kind, took, bytes) in timed::timed(&case, ROUNDS) {
            println!("    {kind:<12} {took:>10?} {bytes:>7} B");
        }
    }
}
