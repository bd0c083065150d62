//! The texts that an island shows, put together by the page from the message catalogue.

/// Makes a struct of texts. On the wire it is a bare list, so that keys neither travel with every
/// page nor need code in the bundle; both sides come from one source, so the order is the same.
///
/// A text may have slots, `{ms}` for instance, which the island fills in: a catalogue that knows
/// the message's argument `ms` is simply handed the text `{ms}` for it.
macro_rules! words {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$doc:meta])* $field:ident,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
        #[serde(from = "Vec<String>")]
        pub struct $name {
            $($(#[$doc])* pub $field: String,)+
        }

        impl $name {
            /// The names of the texts, in their order on the wire.
            pub const KEYS: &[&str] = &[$(stringify!($field)),+];

            /// Asks for every text by its name.
            pub fn fill(mut text: impl FnMut(&'static str) -> String) -> $name {
                $name { $($field: text(stringify!($field)),)+ }
            }
        }

        impl From<Vec<String>> for $name {
            fn from(texts: Vec<String>) -> $name {
                let mut texts = texts.into_iter();
                $name { $($field: texts.next().unwrap_or_default(),)+ }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_seq([$(&self.$field),+])
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::islands::TimesWords;

    #[test]
    fn a_bare_list_both_ways() {
        let words = TimesWords::fill(str::to_uppercase);
        let json = serde_json::to_string(&words).expect("texts");
        assert_eq!(json, r#"["SITE","MINE","UTC"]"#);
        assert_eq!(
            serde_json::from_str::<TimesWords>(&json).expect("a list"),
            words
        );
        assert_eq!(TimesWords::KEYS, ["site", "mine", "utc"]);
    }

    #[test]
    fn a_page_from_an_older_build_shows_less_but_works() {
        let words: TimesWords = serde_json::from_str(r#"["only"]"#).expect("a list");
        assert_eq!((words.site.as_str(), words.utc.as_str()), ("only", ""));
    }
}
