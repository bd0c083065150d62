//! What an incident says in the language of the page, or in the site's first one where that is
//! all there is.

use super::Context;
use super::html::escape;
use model::{Html, Incident, Postmortem, Text};

/// The words of one incident on one page.
pub(crate) struct Said<'a> {
    text: &'a Text,
    first: &'a Text,
    /// The site's first language, if the page is in another one.
    other: Option<&'a str>,
    translated: bool,
}

/// Something said, and the tag of its language if that is not the page's.
pub(crate) struct In<T> {
    pub(crate) it: T,
    pub(crate) lang: Option<String>,
}

impl<T> In<T> {
    /// `auto` for what may run in the other direction than the page.
    pub(crate) fn dir(&self) -> Option<&'static str> {
        self.lang.as_ref().map(|_| "auto")
    }

    /// Both as attributes, with a space before them.
    pub(crate) fn attributes(&self) -> String {
        match &self.lang {
            Some(lang) => [" lang=\"", &escape(lang), "\" dir=\"auto\""].concat(),
            None => String::new(),
        }
    }
}

impl Context<'_> {
    pub(crate) fn said<'i>(&'i self, incident: &'i Incident) -> Said<'i> {
        let (text, translated) = incident.text_in(self.locale);
        let first = self.site.meta.locales.first().map(String::as_str);
        Said {
            text,
            first: &incident.text,
            other: first.filter(|first| *first != self.locale),
            translated,
        }
    }
}

impl<'a> Said<'a> {
    fn pick<T>(&self, of: impl Fn(&'a Text) -> T, is_there: impl Fn(&T) -> bool) -> In<T> {
        let own = of(self.text);
        if self.translated && is_there(&own) {
            return In {
                it: own,
                lang: None,
            };
        }
        In {
            it: of(self.first),
            lang: self.other.map(str::to_owned),
        }
    }

    /// Whether the reader must be told that this is not in the language of the page.
    pub(crate) fn is_foreign(&self) -> bool {
        self.other.is_some() && !self.translated
    }

    pub(crate) fn title(&self) -> In<&'a str> {
        self.pick(|text| text.title.as_str(), |title| !title.is_empty())
    }

    pub(crate) fn excerpt(&self) -> &'a str {
        self.pick(|text| text.excerpt.as_str(), |excerpt| !excerpt.is_empty())
            .it
    }

    pub(crate) fn summary(&self) -> In<&'a Html> {
        self.pick(|text| &text.summary, |html| !html.is_empty())
    }

    /// The body of the update at this position, if it has one.
    pub(crate) fn update(&self, position: usize) -> In<Option<&'a Html>> {
        self.pick(
            |text| text.updates.get(position).filter(|html| !html.is_empty()),
            Option::is_some,
        )
    }

    pub(crate) fn postmortem(&self) -> In<Option<&'a Postmortem>> {
        self.pick(|text| text.postmortem.as_ref(), Option::is_some)
    }
}
