//! `allclear.toml`.
#![no_main]

use generator::config;
use generator::source::SourceFile;
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fuzz_target!(|text: &str| {
    config::read(Arc::new(SourceFile::new(config::FILE, text)));
});
