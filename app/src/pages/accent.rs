//! A site's own colour, moved just so far that it can be read on both pages.

/// WCAG 2.2 AA for text.
const READABLE: f64 = 4.5;
/// The page in either theme, as in `style/tokens.css`.
const LIGHT: [u8; 3] = [0xfb, 0xfb, 0xf9];
const DARK: [u8; 3] = [0x0f, 0x12, 0x14];

/// The style of a configured accent, to go behind the style sheet; `None` unless it is `#rrggbb`.
pub fn accent(colour: &str) -> Option<String> {
    let digits = colour
        .strip_prefix('#')
        .filter(|d| d.len() == 6 && d.is_ascii())?;
    let part = |i: usize| u8::from_str_radix(&digits[i..i + 2], 16).ok();
    let colour = [part(0)?, part(2)?, part(4)?];
    let light = readable(colour, LIGHT, 0);
    let dark = readable(colour, DARK, 255);
    Some(format!(
        ":root{{--accent:{light};--brand:var(--accent)}}\
         @supports (color:light-dark(red,red)){{:root{{--accent:light-dark({light},{dark})}}}}"
    ))
}

/// `colour`, mixed with as little of `towards` as it takes.
fn readable(colour: [u8; 3], page: [u8; 3], towards: u8) -> String {
    let mixed = (0..=20).map(|step| {
        colour.map(|c| {
            let c = f64::from(c) + (f64::from(towards) - f64::from(c)) * f64::from(step) / 20.0;
            c.round() as u8
        })
    });
    let found = mixed.clone().find(|&c| contrast(c, page) >= READABLE);
    let [r, g, b] = found.unwrap_or([towards; 3]);
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [r, g, b] = colour.map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.040_45 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_readable_accent_stays() {
        assert_eq!(readable([0x2f, 0x5b, 0xd8], LIGHT, 0), "#2f5bd8");
        assert_ne!(readable([0x2f, 0x5b, 0xd8], DARK, 255), "#2f5bd8");
    }

    #[test]
    fn any_accent_becomes_readable() {
        for colour in [
            [255, 255, 0],
            [0, 0, 0],
            [255, 255, 255],
            [0x3b, 0x6c, 0xf6],
        ] {
            for (page, towards) in [(LIGHT, 0), (DARK, 255)] {
                let text = readable(colour, page, towards);
                let part = |i| u8::from_str_radix(&text[i..i + 2], 16).expect("hex");
                assert!(
                    contrast([part(1), part(3), part(5)], page) >= READABLE,
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn only_hex_colours() {
        assert_eq!(accent("red;}body{"), None);
        assert_eq!(accent("#12345"), None);
        assert_eq!(accent("#12345é"), None);
        assert!(accent("#3b6cf6").is_some());
    }
}
