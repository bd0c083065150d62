//! Puts the WebAssembly bundle into the command, if there is one: `ALLCLEAR_BUNDLE` names the
//! folder that `cargo xtask bundle` fills. Without it the command compiles all the same, and its
//! sites have no islands.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-env-changed=ALLCLEAR_BUNDLE");
    let folder = env::var_os("ALLCLEAR_BUNDLE").filter(|value| !value.is_empty());
    let source = match folder.map(PathBuf::from) {
        Some(folder) => {
            let files = ["allclear.js", "allclear_bg.wasm"].map(|name| folder.join(name));
            for file in &files {
                println!("cargo::rerun-if-changed={}", file.display());
                if !file.exists() {
                    fail(&format!("ALLCLEAR_BUNDLE has no {}", file.display()));
                }
            }
            let [js, wasm] = files.map(|file| format!("include_bytes!({:?})", file.display()));
            format!("Some(Bundle {{ js: {js}, wasm: {wasm} }})")
        }
        None => "None".to_owned(),
    };
    let Some(out) = env::var_os("OUT_DIR") else {
        fail("OUT_DIR is not set");
    };
    let text = format!("/// The bundle.\npub const BUNDLE: Option<Bundle> = {source};\n");
    if let Err(error) = fs::write(Path::new(&out).join("bundle.rs"), text) {
        fail(&format!("cannot write bundle.rs: {error}"));
    }
}

fn fail(message: &str) -> ! {
    println!("cargo::error={message}");
    process::exit(1)
}
