//! Facts about languages that no catalogue needs to repeat.

/// Scripts that run from right to left.
const RTL: &[&str] = &["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// What a language calls itself, for the switch between them.
const AUTONYMS: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hu", "Magyar"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sv", "Svenska"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh-TW", "繁體中文"),
    ("zh-HK", "繁體中文（香港）"),
    ("zh", "简体中文"),
];

/// `ltr` or `rtl`.
pub(super) fn direction(locale: &str) -> &'static str {
    if RTL.contains(&language(locale)) {
        "rtl"
    } else {
        "ltr"
    }
}

/// The language's own name for itself; the tag where we do not know.
pub fn autonym(locale: &str) -> &str {
    let find = |wanted: &str| AUTONYMS.iter().find(|(tag, _)| *tag == wanted);
    let found = find(locale).or_else(|| find(language(locale)));
    found.map_or(locale, |(_, name)| name)
}

fn language(locale: &str) -> &str {
    locale.split('-').next().unwrap_or(locale)
}
