//! What a reader has chosen, and how it is kept: three words, `dark mine 24`.
//!
//! The loader (`boot.js`) reads the first word before the page is painted. The key is
//! `allclear:` and the path of the site's root, for the sites of one owner share an origin.

/// Which colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// What the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// In which zone times are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zone {
    /// The reader's own.
    #[default]
    Mine,
    /// The one the site is written in.
    Site,
    /// Coordinated universal time.
    Utc,
}

/// How hours are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// As the language has it.
    #[default]
    Auto,
    /// 2:05 pm
    Twelve,
    /// 14:05
    TwentyFour,
}

/// One choice with its stored words, the default first.
pub trait Choice: Copy + Default + PartialEq + 'static {
    /// All there is to choose from, with the word that is stored.
    const ALL: [(&'static str, Self); 3];

    /// The word that is stored.
    fn word(self) -> &'static str {
        let found = Self::ALL.into_iter().find(|(_, choice)| *choice == self);
        found.map_or("", |(word, _)| word)
    }

    /// Reads a stored word; whatever is not known means the default.
    fn parse(word: &str) -> Self {
        let found = Self::ALL.into_iter().find(|(known, _)| *known == word);
        found.map(|(_, choice)| choice).unwrap_or_default()
    }
}

impl Choice for Theme {
    const ALL: [(&'static str, Theme); 3] = [
        ("system", Theme::System),
        ("light", Theme::Light),
        ("dark", Theme::Dark),
    ];
}

impl Choice for Zone {
    const ALL: [(&'static str, Zone); 3] = [
        ("mine", Zone::Mine),
        ("site", Zone::Site),
        ("utc", Zone::Utc),
    ];
}

impl Choice for Clock {
    const ALL: [(&'static str, Clock); 3] = [
        ("auto", Clock::Auto),
        ("12", Clock::Twelve),
        ("24", Clock::TwentyFour),
    ];
}

/// All choices of one reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prefs {
    /// Colours.
    pub theme: Theme,
    /// Zone of the times.
    pub zone: Zone,
    /// Clock of the times.
    pub clock: Clock,
}

impl Prefs {
    /// Reads what is stored; what is missing or unknown means the default.
    pub fn parse(stored: &str) -> Prefs {
        let mut words = stored.split(' ');
        let mut next = || words.next().unwrap_or_default();
        Prefs {
            theme: Theme::parse(next()),
            zone: Zone::parse(next()),
            clock: Clock::parse(next()),
        }
    }

    /// What is stored.
    pub fn to_text(self) -> String {
        [self.theme.word(), self.zone.word(), self.clock.word()].join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_comes_back() {
        for (_, theme) in Theme::ALL {
            for (_, zone) in Zone::ALL {
                for (_, clock) in Clock::ALL {
                    let prefs = Prefs { theme, zone, clock };
                    assert_eq!(Prefs::parse(&prefs.to_text()), prefs);
                }
            }
        }
    }

    #[test]
    fn whatever_else_lies_there_means_the_defaults() {
        assert_eq!(Prefs::parse(""), Prefs::default());
        assert_eq!(Prefs::parse("{\"theme\":1}"), Prefs::default());
        let dark = Prefs::parse("dark ? ?");
        assert_eq!(dark.theme, Theme::Dark);
        assert_eq!((dark.zone, dark.clock), (Zone::Mine, Clock::Auto));
    }
}
