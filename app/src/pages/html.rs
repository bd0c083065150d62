//! The seam between views and text.

use leptos::tachys::html::InertElement;
use std::borrow::Cow;

/// Puts ready-made HTML into a view. Whoever makes it escapes what goes in.
pub(crate) fn raw(html: impl Into<Cow<'static, str>>) -> InertElement {
    InertElement::new(html)
}

/// Plain text made fit for HTML, between tags and in double quotes alike.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    let special = |c: char| matches!(c, '&' | '<' | '>' | '"');
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Rendered views without the `<!>` by which hydration finds its place: an HTML checker calls it
/// a bogus comment. Islands do need them and get real comments instead.
pub(crate) fn settle(html: &str, out: &mut String) {
    const MARK: &str = "<!>";
    const ISLAND: &str = "<leptos-island";
    const ISLAND_END: &str = "</leptos-island>";
    let mut depth = 0_usize;
    let mut rest = html;
    while let Some(i) = rest.find("<") {
        out.push_str(&rest[..i]);
        rest = &rest[i..];
        if let Some(after) = rest.strip_prefix(MARK) {
            if depth > 0 {
                out.push_str("<!---->");
            }
            rest = after;
            continue;
        }
        if rest.starts_with(ISLAND) {
            depth += 1;
        } else if rest.starts_with(ISLAND_END) {
            depth = depth.saturating_sub(1);
        }
        out.push('<');
        rest = &rest[1..];
    }
    out.push_str(rest);
}

/// The beginning of a body's text without markup: at most about `most` characters, ended where a
/// word ends. The result is HTML text, its entities untouched.
pub(crate) fn brief(html: &str, most: usize) -> (String, bool) {
    let mut out = String::new();
    let mut length = 0;
    let mut space = false;
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        if c == '<' {
            let end = rest.find('>').map_or(rest.len(), |i| i + 1);
            // Blocks stand apart, words within a line don't.
            space |= !is_inline(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        if c.is_whitespace() {
            space = true;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let taken = match c {
            '&' => rest.find(';').map_or(1, |i| i + 1),
            c => c.len_utf8(),
        };
        if space && !out.is_empty() {
            if length >= most {
                cut(&mut out);
                return (out, true);
            }
            out.push(' ');
            length += 1;
        }
        space = false;
        if length >= most + 40 {
            cut(&mut out);
            return (out, true);
        }
        out.push_str(&rest[..taken]);
        length += 1;
        rest = &rest[taken..];
    }
    (out, false)
}

/// Marks the end of a text that goes on; what led there in between falls away.
fn cut(out: &mut String) {
    let kept = out.trim_end_matches([',', ':', '.', '–', '—', '，', '、', '：', '。']);
    out.truncate(kept.len());
    out.push('…');
}

fn is_inline(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let name = &name[..name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len())];
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "code"
            | "del"
            | "em"
            | "i"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "u"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_vanish_outside_islands_and_become_comments_inside() {
        let mut out = String::new();
        settle(
            "a<!>b<leptos-island data-component=\"X\">c<!>d</leptos-island>e<!><p>f</p>",
            &mut out,
        );
        assert_eq!(
            out,
            "ab<leptos-island data-component=\"X\">c<!---->d</leptos-island>e<p>f</p>"
        );
    }

    #[test]
    fn hostile_text_stays_text() {
        assert_eq!(escape("\"><script>&"), "&quot;&gt;&lt;script&gt;&amp;");
    }

    #[test]
    fn a_brief_is_plain_and_ends_at_a_word() {
        let check = |html, most, expected: &str| assert_eq!(brief(html, most).0, expected);
        check(
            "<p>One <em>tw</em>o.</p>\n<p>Three</p>",
            99,
            "One two. Three",
        );
        check("<p>One two three</p>", 5, "One two…");
        check("<p>One, two: three</p>", 6, "One, two…");
        check("<p>a &lt;b&gt; c</p>", 99, "a &lt;b&gt; c");
        check("<ul><li>a</li><li>b</li></ul>", 99, "a b");
        check("", 9, "");
        assert!(brief(&"字".repeat(200), 50).0.chars().count() <= 91);
    }
}
