//! The texts that an island shows, put together by the page from the message catalogue.

/// Makes a type of texts, each asked for by a method of its name. It is a bare list, in memory
/// and on the wire: keys travel with no page, and no code in the bundle reads or copies field by
/// field. Both sides come from one source, so the order is the same.
///
/// A text may have slots, `{ms}` for instance, which the island fills in: a catalogue that knows
/// the message's argument `ms` is simply handed the text `{ms}` for it.
macro_rules! words {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$doc:meta])* $text:ident,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
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

#[cfg(test)]
mod tests {
    use crate::islands::TimesWords;

    #[test]
    fn a_bare_list_both_ways() {
        let words = TimesWords::fill(str::to_uppercase);
        let json = serde_json::to_string(&words).expect("texts");
        assert_eq!(json, r#"["SITE","MINE","UTC"]"#);
        let read: TimesWords = serde_json::from_str(&json).expect("a list");
        assert_eq!(read, words);
        assert_eq!(
            (read.site(), read.mine(), read.utc()),
            ("SITE", "MINE", "UTC")
        );
        assert_eq!(TimesWords::KEYS, ["site", "mine", "utc"]);
    }

    #[test]
    fn a_page_from_an_older_build_shows_less_but_works() {
        let words: TimesWords = serde_json::from_str(r#"["only"]"#).expect("a list");
        assert_eq!((words.site(), words.utc()), ("only", ""));
    }
}
