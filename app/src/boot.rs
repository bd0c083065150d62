//! The script that every page carries inline: see `boot.js`.

/// The script: the same for every page, so that one hash in the Content Security Policy allows it.
///
/// It reads from `<html>`: `data-root` (the way to the site's root, `""` at the root itself),
/// `data-glue` and `data-wasm` (addresses of the bundle's two files, relative to the page; without
/// `data-glue` islands stay asleep).
pub const BOOT: &str = match str::from_utf8(SQUEEZED.0.split_at(SQUEEZED.1).0) {
    Ok(script) => script,
    Err(_) => panic!("boot.js is not UTF-8"),
};

const SOURCE: &[u8] = include_bytes!("boot.js");
const SQUEEZED: ([u8; SOURCE.len()], usize) = squeeze();

/// Leaves out indentation and whole-line comments: all that can go without parsing. Line ends
/// stay, so that a missing semicolon means the same.
const fn squeeze() -> ([u8; SOURCE.len()], usize) {
    let mut out = [b' '; SOURCE.len()];
    let (mut from, mut to) = (0, 0);
    while from < SOURCE.len() {
        while from < SOURCE.len() && (SOURCE[from] == b' ' || SOURCE[from] == b'\n') {
            from += 1;
        }
        let comment = from + 1 < SOURCE.len() && SOURCE[from] == b'/' && SOURCE[from + 1] == b'/';
        while from < SOURCE.len() {
            if !comment {
                out[to] = SOURCE[from];
                to += 1;
            }
            from += 1;
            if SOURCE[from - 1] == b'\n' {
                break;
            }
        }
    }
    (out, to)
}

#[cfg(test)]
mod tests {
    use super::BOOT;

    #[test]
    fn it_is_squeezed_and_ends_no_script_element() {
        assert!(BOOT.starts_with("(d => {\nconst s = d.dataset"), "{BOOT}");
        assert!(BOOT.ends_with("})(document.documentElement);\n"), "{BOOT}");
        assert!(!BOOT.contains("</") && !BOOT.contains("<!--") && !BOOT.contains("\n//"));
        assert!(BOOT.len() < 1200, "{} bytes", BOOT.len());
    }
}
