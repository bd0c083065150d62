//! HTML in the making, for what an island shows as one piece.

use model::Impact;

/// A fragment; texts are escaped where they come in.
#[derive(Default)]
pub(super) struct Html(pub(super) String);

impl Html {
    /// Markup of ours.
    pub(super) fn tag(&mut self, markup: &'static str) -> &mut Html {
        self.0.push_str(markup);
        self
    }

    /// Plain text, which must not become markup; not for attributes.
    pub(super) fn text(&mut self, text: &str) -> &mut Html {
        for c in text.chars() {
            match c {
                '<' => self.0.push_str("&lt;"),
                '&' => self.0.push_str("&amp;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// The page's own symbol.
    pub(super) fn shape(&mut self, impact: Impact) -> &mut Html {
        self.tag("<svg class=\"s\" aria-hidden=\"true\"><use href=\"#s-");
        self.tag(impact.as_str()).tag("\"></use></svg> ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_no_markup() {
        let mut html = Html::default();
        html.text("<img src=x onerror=alert(1)> & \u{4f60}");
        assert_eq!(html.0, "&lt;img src=x onerror=alert(1)> &amp; \u{4f60}");
    }
}
