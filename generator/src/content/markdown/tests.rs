use super::super::body;
use super::*;
use crate::source::SourceFile;
use chrono_tz::Tz;
use model::Kind;
use std::collections::{BTreeMap, BTreeSet};

fn labels() -> Labels {
    Labels {
        alerts: ["Note", "Tip", "Important", "Warning", "Caution"].map(str::to_owned),
        tasks: ["done", "to do"].map(str::to_owned),
    }
}

fn listing() -> Arc<Listing> {
    Arc::new(Listing {
        files: BTreeSet::from(["graph.svg".to_owned()]),
        incidents: BTreeMap::from([("slow.md".to_owned(), "slow".to_owned())]),
        ids: BTreeSet::from(["slow".to_owned()]),
        ..Listing::default()
    })
}

/// Renders `text` as a postmortem and returns it with the codes of all problems.
fn render(text: &str) -> (Rendered, Vec<&'static str>) {
    let report = Report::new(Arc::new(SourceFile::new("x.md", text)));
    let body = body::parse(&report, text, 0..text.len(), Kind::Incident, Tz::UTC);
    let (listing, labels) = (listing(), labels());
    let mut renderer = Renderer::new(&report, &listing, Here::default(), &labels);
    let place = Place {
        level: 3,
        anchors: true,
    };
    let rendered = renderer.render(&body.events, place);
    renderer.finish();
    (rendered, report.into_vec().iter().map(|d| d.code).collect())
}

fn html(text: &str) -> String {
    render(text).0.html.at("../")
}

fn check(text: &str, expected: &str) {
    assert_eq!(html(text), expected, "{text}");
}

#[test]
fn alerts_say_in_words_what_they_are() {
    check(
        "> [!WARNING]\n> Hot.",
        "<blockquote class=\"markdown-alert-warning\">\n<p class=\"alert-title\">Warning</p>\n<p>Hot.</p>\n</blockquote>",
    );
    check(
        "> Only said.",
        "<blockquote>\n<p>Only said.</p>\n</blockquote>",
    );
}

#[test]
fn tasks_are_told_by_words_too() {
    let list = html("- [x] one\n- [ ] two");
    assert!(
        list.contains("<span class=\"task done\" role=\"img\" aria-label=\"done\">"),
        "{list}"
    );
    assert!(
        list.contains("<span class=\"task\" role=\"img\" aria-label=\"to do\">"),
        "{list}"
    );
    assert!(!list.contains("<input"), "{list}");
}

#[test]
fn columns_are_aligned_by_class_and_wide_tables_scroll() {
    let table = html("|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|");
    assert!(
        table.starts_with("<div class=\"scroll\" tabindex=\"0\">"),
        "{table}"
    );
    assert!(
        table.contains("<th class=\"center\">c</th><th class=\"right\">d</th>"),
        "{table}"
    );
    assert!(
        table.contains("<td>1</td><td>2</td><td class=\"center\">3</td>"),
        "{table}"
    );
    assert!(!table.contains("style"), "{table}");
}

#[test]
fn footnotes_are_numbered_and_lead_to_one_place() {
    let text = html("A[^x] b[^y] c[^x].\n\n[^x]: One.\n\n[^y]: Two.\n\n[^x]: Again.");
    assert_eq!(text.matches("href=\"#fn-1\"").count(), 2, "{text}");
    assert_eq!(text.matches("id=\"fn-1\"").count(), 1, "{text}");
    assert_eq!(text.matches("id=\"fn-2\"").count(), 1, "{text}");
    // Names that leave no letters over still have places of their own.
    let odd = html("a[^!] b[^?]\n\n[^!]: One.\n\n[^?]: Two.");
    assert!(
        odd.contains("id=\"fn-1\"") && odd.contains("id=\"fn-2\""),
        "{odd}"
    );
}

fn levels(html: &str) -> Vec<u8> {
    let found = html.match_indices("<h").filter_map(|(at, _)| {
        let level = html.as_bytes()[at + 2];
        level.is_ascii_digit().then(|| level - b'0')
    });
    found.collect()
}

#[test]
fn headings_fit_the_page_whatever_the_author_wrote() {
    for (text, expected) in [
        ("# A\n## B\n# C", vec![3, 4, 3]),
        ("## A\n### B\n## C", vec![3, 4, 3]),
        ("#### A\n# B\n###### C", vec![3, 3, 4]),
        ("# A\n### B\n##### C\n## D", vec![3, 4, 5, 4]),
        (
            "# A\n## B\n### C\n#### D\n##### E\n###### F",
            vec![3, 4, 5, 6, 6, 6],
        ),
        ("> # A\n\n- # B", vec![3, 3]),
        ("<h1>A</h1>\n\n<H5 class='x'>B</H5>\n\nC <h2>d</h2>", vec![]),
    ] {
        assert_eq!(levels(&html(text)), expected, "{text}");
    }
}

#[test]
fn headings_of_one_name_have_ids_of_their_own() {
    for text in [
        "# A\n# A\n# A 1\n# A",
        "# A 1\n# A\n# A",
        "# !\n# ?\n# section",
        "# 影响\n# 影响",
    ] {
        let (rendered, _) = render(text);
        let ids: BTreeSet<&str> = rendered.toc.iter().map(|e| e.id.as_str()).collect();
        assert_eq!(ids.len(), rendered.toc.len(), "{text}: {:?}", rendered.toc);
        assert!(ids.iter().all(|id| id.starts_with(ID)), "{ids:?}");
    }
}

#[test]
fn pictures_from_elsewhere_become_links_and_ours_load_when_seen() {
    check(
        "![graph](graph.svg \"t\")",
        "<p><img src=\"../files/graph.svg\" alt=\"graph\" title=\"t\" loading=\"lazy\"></p>",
    );
    check(
        "![them](https://example.org/a.png)",
        "<p><a href=\"https://example.org/a.png\">them</a></p>",
    );
    assert!(!html("<img src='https://example.org/a.png' alt='them'>").contains("<img"));
}

#[test]
fn links_that_lead_nowhere_are_words_and_problems() {
    let (rendered, codes) = render("[a](nowhere.md) [b](javascript:alert(1)) [c](#nowhere)");
    assert_eq!(codes, ["broken-link", "forbidden-link", "broken-link"]);
    assert_eq!(
        rendered.html.at(""),
        "<p>a b <a href=\"#pm-nowhere\">c</a></p>"
    );
}

/// What a browser would do something with, however it is written.
const FORBIDDEN: [&str; 12] = [
    "<script", "<style", "<iframe", "<svg", "<math", "<object", "<embed", "<form", "<input",
    "<base", "<meta", "<link",
];

#[test]
fn raw_html_is_made_harmless() {
    for hostile in [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT >",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>",
        "<img/src=x/onerror=alert(1)>",
        "<p onclick='alert(1)' style='position:fixed'>x</p>",
        "<style>@import url(//evil.example)</style>",
        "<svg/onload=alert(1)>",
        "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
        "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
        "<iframe src='javascript:alert(1)'></iframe>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
        "<form action=//evil.example><input></form>",
        "<base href=//evil.example>",
        "<meta http-equiv=refresh content='0;url=//evil.example'>",
        "<link rel=stylesheet href=//evil.example>",
        "<object data=x></object><embed src=x>",
    ] {
        for text in [
            hostile.to_owned(),
            format!("a {hostile} b"),
            format!("- {hostile}\n\n> {hostile}"),
        ] {
            let found = html(&text).to_lowercase();
            // Escaped, it is text that somebody wants to show.
            for word in FORBIDDEN {
                assert!(!found.contains(word), "{text}\n{found}");
            }
        }
    }
}

#[test]
fn no_address_runs_anything_in_any_disguise() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        " javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "blob:https://x",
        "file:///etc/passwd",
        "&#xFDD0;javascript:alert(1)",
        "\u{fdd0}javascript:alert(1)",
    ] {
        for text in [
            format!("<a href=\"{address}\">x</a>"),
            format!("a <a href='{address}'>x</a>"),
            format!("[x](<{address}>)"),
            format!("[x][y]\n\n[y]: <{address}>"),
            format!("<{address}>"),
            format!("![x](<{address}>)"),
            format!("<img src=\"{address}\">"),
        ] {
            let found = html(&text);
            let mut addresses = found
                .match_indices("href=\"")
                .chain(found.match_indices("src=\""));
            let bad = addresses.find(|(at, word)| {
                let value = found[at + word.len()..]
                    .split('"')
                    .next()
                    .unwrap_or_default();
                let value = value.trim_start_matches("../").to_lowercase();
                !value.starts_with("https:") && !value.starts_with('#') && !value.is_empty()
            });
            assert!(bad.is_none(), "{text}\n{found}");
        }
    }
}

#[test]
fn what_is_not_closed_is_closed_at_the_end_of_its_section() {
    for text in [
        "<div>",
        "<table><tr><td>x",
        "<b><i>x",
        "<ul><li>",
        "<details><summary>x",
        "</div></main>",
        "<a href='https://x'>x",
    ] {
        let found = html(&format!("{text}\n"));
        for name in ["div", "table", "b", "i", "ul", "details", "main", "a"] {
            let open = found.matches(&format!("<{name}>")).count()
                + found.matches(&format!("<{name} ")).count();
            assert_eq!(
                open,
                found.matches(&format!("</{name}>")).count(),
                "{text}\n{found}"
            );
        }
    }
}

#[test]
fn harmless_html_stays() {
    check(
        "<details><summary>Log</summary>\n\nwords <kbd>Ctrl</kbd>\n\n</details>",
        "<details><summary>Log</summary>\n<p>words <kbd>Ctrl</kbd></p>\n</details>",
    );
}

#[test]
fn text_for_excerpts_has_no_markup() {
    let (rendered, _) =
        render("**Bold** `code` [link](https://x)  \nnext <b>raw</b>\n\n- one\n- two");
    let words: Vec<&str> = rendered.text.split_whitespace().collect();
    assert_eq!(words.join(" "), "Bold code link next raw one two");
}

proptest::proptest! {
    /// Whatever is written: nothing panics, and what comes out has no element that could harm.
    #[test]
    fn no_text_is_too_strange(text in "[ -~\\n<>&#;'\"/=\\[\\]()!*`|:-]{0,120}") {
        let found = html(&text).to_lowercase();
        for word in ["<script", "<style", "<iframe", "<svg", "<form"] {
            proptest::prop_assert!(!found.contains(word), "{found}");
        }
    }
}

#[test]
fn a_comma_behind_marked_words_stays_where_it_is() {
    let (rendered, _) = render("The **API**, *which* ~~was~~, [as told](https://x), is `up`.");
    assert_eq!(rendered.text.trim(), "The API, which was, as told, is up.");
}
