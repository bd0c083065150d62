//! The site's own accent colour, made readable on both pages.

/// Backgrounds on which text in the accent colour stands: the light page, the dark page.
const PAGES: [[f64; 3]; 2] = [[251.0, 251.0, 249.0], [15.0, 18.0, 20.0]];

/// What WCAG 2.2 asks of text (1.4.3), and a little more, for the colour also stands on tints.
const CONTRAST: f64 = 4.8;

/// Style that sets the accent to `color` (`#rrggbb`), darkened for the light page and lightened
/// for the dark one as far as text needs. Empty if it is no colour.
pub fn accent(color: &str) -> String {
    let Some(color) = parse(color) else {
        return String::new();
    };
    let [light, dark] = [(0, 0.0), (1, 255.0)].map(|(page, towards)| {
        let steps = (0..=100).map(|percent| mix(color, towards, f64::from(percent) / 100.0));
        let mut readable = steps.filter(|c| contrast(*c, PAGES[page]) >= CONTRAST);
        hex(readable.next().unwrap_or([towards; 3]))
    });
    format!(
        ":root{{--accent:{light}}}@supports (color:light-dark(red,red)){{:root{{--accent:light-dark({light},{dark})}}}}"
    )
}

fn parse(color: &str) -> Option<[f64; 3]> {
    let digits = color
        .strip_prefix('#')
        .filter(|d| d.len() == 6 && d.is_ascii())?;
    let channel = |i: usize| u8::from_str_radix(&digits[2 * i..2 * i + 2], 16).ok();
    Some([channel(0)?, channel(1)?, channel(2)?].map(f64::from))
}

fn mix(color: [f64; 3], towards: f64, share: f64) -> [f64; 3] {
    color.map(|channel| (channel + (towards - channel) * share).round())
}

fn hex(color: [f64; 3]) -> String {
    let [r, g, b] = color.map(|channel| channel as u8);
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// The contrast ratio of WCAG 2.2.
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance of WCAG 2.2.
fn luminance(color: [f64; 3]) -> f64 {
    let [r, g, b] = color.map(|channel| {
        let c = channel / 255.0;
        if c <= 0.04045 {
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
    fn any_colour_becomes_readable_on_both_pages() {
        for color in [
            "#3b6cf6", "#ffff00", "#000000", "#ffffff", "#808080", "#0f1214",
        ] {
            let css = accent(color);
            let pair = css.split("light-dark(").last().unwrap();
            let pair = pair.split(')').next().unwrap();
            for (color, page) in pair.split(',').zip(PAGES) {
                assert!(contrast(parse(color).unwrap(), page) >= CONTRAST, "{css}");
            }
        }
    }

    #[test]
    fn a_readable_colour_stays_as_it_is() {
        assert!(accent("#2f5bd8").starts_with(":root{--accent:#2f5bd8}"));
        assert_eq!(accent("blue"), "");
        assert_eq!(accent("#ééé"), "");
    }
}
