//! Sanitised HTML that can be put on a page at any depth.

/// Stands for the relative path to the site's root inside stored HTML: a noncharacter, which the
/// Markdown side removes from what people write.
pub const ROOT: char = '\u{FDD0}';

/// A fragment of HTML, sanitised where it was made; links inside the site start with [`ROOT`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Html(String);

impl Html {
    /// Wraps a fragment that has been sanitised.
    pub fn sanitised(html: String) -> Html {
        Html(html)
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fragment for a page whose way to the root is `root` (`""`, `"../../"`, …).
    pub fn at(&self, root: &str) -> String {
        if self.0.contains(ROOT) {
            self.0.replace(ROOT, root)
        } else {
            self.0.clone()
        }
    }
}
