//! Files that all pages share, under names that change with their content.

use crate::config::{Config, origin};
use app::pages::Assets;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The islands as WebAssembly, and what loads them.
#[derive(Clone, Copy)]
pub struct Bundle {
    /// The glue, an ES module.
    pub js: &'static [u8],
    /// The bundle.
    pub wasm: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/bundle.rs"));

/// A file with its path below the site's root.
pub struct Asset {
    /// With `/` between parts.
    pub path: String,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
}

/// The shared files, and how pages refer to them.
pub fn assets(config: &Config) -> (Assets, Vec<Asset>) {
    let style = with_accent(app::STYLE, config);
    let style_home = with_accent(app::STYLE_HOME, config);
    let mut files = Vec::new();
    let mut add = |name: &str, extension: &str, bytes: Cow<'static, [u8]>| {
        let path = format!("assets/{name}.{}.{extension}", short_hash(&bytes));
        files.push(Asset {
            path: path.clone(),
            bytes,
        });
        path
    };
    let style_href = add("allclear", "css", Cow::Owned(style.into_bytes()));
    let bundle_js = BUNDLE.map(|b| add("allclear", "js", Cow::Borrowed(b.js)));
    let bundle_wasm = BUNDLE.map(|b| add("allclear", "wasm", Cow::Borrowed(b.wasm)));
    for (path, svg) in app::pages::favicons() {
        files.push(Asset {
            path,
            bytes: Cow::Owned(svg.into_bytes()),
        });
    }
    let boot = if BUNDLE.is_some() {
        app::boot::BOOT
    } else {
        ""
    };
    let policy = Policy {
        config,
        boot,
        style: &style_home,
    };
    let assets = Assets {
        csp: policy.text(false),
        csp_home: policy.text(true),
        style_home,
        style_href,
        boot: boot.to_owned(),
        bundle_js,
        bundle_wasm,
        generator_version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    (assets, files)
}

/// A style sheet, with the site's accent.
fn with_accent(style: &str, config: &Config) -> String {
    match &config.meta.accent {
        Some(accent) => format!("{style}{}", app::pages::accent(accent)),
        None => style.to_owned(),
    }
}

/// The Content Security Policy (CSP Level 3): nothing foreign, and inline only what is named by
/// its hash.
struct Policy<'a> {
    config: &'a Config,
    boot: &'a str,
    style: &'a str,
}

impl Policy<'_> {
    fn text(&self, inline_style: bool) -> String {
        let mut text = String::from("default-src 'none'; base-uri 'none'; form-action 'none'");
        let _ = write!(text, "; img-src 'self'; style-src 'self'");
        if inline_style {
            let _ = write!(text, " '{}'", source_hash(self.style));
        }
        if !self.boot.is_empty() {
            let hash = source_hash(self.boot);
            let _ = write!(text, "; script-src 'self' 'wasm-unsafe-eval' '{hash}'");
            let _ = write!(text, "; connect-src 'self'");
            for origin in self.origins() {
                let _ = write!(text, " {origin}");
            }
        }
        text
    }

    /// Where visitors' probes may go.
    fn origins(&self) -> BTreeSet<String> {
        let probes = self
            .config
            .components
            .iter()
            .filter(|c| !c.hidden)
            .filter_map(|c| c.browser.as_ref());
        probes.filter_map(|probe| origin(&probe.url)).collect()
    }
}

fn source_hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn short_hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().take(5).fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}
