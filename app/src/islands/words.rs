//! The texts that an island shows, put together by the page from the message catalogue.
//!
//! They travel in an attribute of the element around the island, `data-words`, one a line, and not
//! as the island's props: those would be read by serde_json, which alone would be a fifth of the
//! bundle.

#[cfg(not(feature = "hydrate"))]
use leptos::prelude::*;

/// Makes a type of texts, each asked for by a method of its name. It is a bare list, in memory
/// and on the wire: keys travel with no page, and no code in the bundle reads or copies field by
/// field. Both sides come from one source, so the order is the same.
///
/// A text may have slots, `{ms}` for instance, which the island fills in: a catalogue that knows
/// the message's argument `ms` is simply handed the text `{ms}` for it.
macro_rules! words {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$doc:meta])* $text:ident,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name(Vec<String>);

        impl $name {
            /// The names of the texts, in their order on the wire.
            pub const KEYS: &[&str] = &[$(stringify!($text)),+];

            /// Asks for every text by its name.
            pub fn fill(text: impl FnMut(&'static str) -> String) -> $name {
                $name(Self::KEYS.iter().copied().map(text).collect())
            }

            $(
                $(#[$doc])*
                pub fn $text(&self) -> &str {
                    const AT: usize = $crate::islands::words::position($name::KEYS, stringify!($text));
                    $crate::islands::words::text(&self.0, AT)
                }
            )+
        }

        impl From<Vec<String>> for $name {
            fn from(texts: Vec<String>) -> $name {
                $name(texts)
            }
        }

        impl AsRef<[String]> for $name {
            fn as_ref(&self) -> &[String] {
                &self.0
            }
        }
    };
}

/// Where a name stands, found while compiling.
pub(super) const fn position(names: &[&str], name: &str) -> usize {
    let mut at = 0;
    while !same(names[at].as_bytes(), name.as_bytes()) {
        at += 1;
    }
    at
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

/// The text at a position; empty if the page was built with fewer.
#[inline(never)]
pub(super) fn text(texts: &[String], position: usize) -> &str {
    texts.get(position).map_or("", String::as_str)
}

/// Renders an island that asks for its texts by [`carried`]: the texts as `data-words` of the
/// element around it, and the island's HTML.
#[cfg(not(feature = "hydrate"))]
pub(super) fn carry<V: IntoView>(
    words: &impl AsRef<[String]>,
    island: impl FnOnce() -> V,
) -> (String, String) {
    let texts = words.as_ref().to_vec();
    let lines: Vec<String> = texts.iter().map(|text| text.replace('\n', " ")).collect();
    let island = Owner::new().with(|| {
        provide_context(texts);
        island().into_view().to_html()
    });
    (lines.join("\n"), island)
}

/// The island's texts: while rendering from [`carry`], in the browser from the first such element
/// of the page that has been asked by no island yet. Islands wake up in the order of the page.
pub(super) fn carried<W: From<Vec<String>>>(element: &str) -> W {
    #[cfg(not(feature = "hydrate"))]
    let texts = {
        let _ = element;
        use_context::<Vec<String>>()
    };
    #[cfg(feature = "hydrate")]
    let texts = super::browser::take_texts(element);
    W::from(texts.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::islands::TimesWords;

    #[test]
    fn a_bare_list_with_names() {
        let words = TimesWords::fill(str::to_uppercase);
        assert_eq!(words.as_ref(), ["SITE", "MINE", "UTC"]);
        assert_eq!(
            (words.site(), words.mine(), words.utc()),
            ("SITE", "MINE", "UTC")
        );
        assert_eq!(TimesWords::KEYS, ["site", "mine", "utc"]);
    }

    #[test]
    fn a_page_from_an_older_build_shows_less_but_works() {
        let words = TimesWords::from(vec!["only".to_owned()]);
        assert_eq!((words.site(), words.utc()), ("only", ""));
    }
}
