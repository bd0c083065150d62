//! What follows from asking a service and this site at the same time.

use model::Impact;

/// What came of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Something answered; the status is known only where we may read it.
    Reached {
        /// How long it took.
        ms: u32,
        /// The HTTP status.
        status: Option<u16>,
    },
    /// Nothing answered: no name, no connection, a bad certificate, an interceptor; no browser
    /// says which.
    Failed {
        /// How long it took.
        ms: u32,
    },
    /// Nothing answered in time.
    TimedOut {
        /// How long we waited.
        ms: u32,
    },
    /// The browser did not even ask: the page's Content Security Policy forbids it, or an
    /// insecure address on a secure page.
    Blocked,
}

impl Answer {
    /// Whether anything answered at all.
    pub fn is_reached(self) -> bool {
        matches!(self, Answer::Reached { .. })
    }

    /// The status of an answer that says that the service itself is broken.
    pub fn error(self) -> Option<u16> {
        match self {
            Answer::Reached { status, .. } => status.filter(|status| *status >= 500),
            _ => None,
        }
    }
}

/// Who has the trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The reader reaches it, and the page reports no trouble.
    BothFine,
    /// The reader does not reach it, and the page reports no trouble.
    OnlyYou,
    /// The reader reaches it, although the page reports trouble.
    OnlyUs,
    /// The reader does not reach it, and the page reports trouble.
    Everyone,
    /// It could not be told.
    Unclear(Why),
}

/// Why it could not be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The browser says that it is offline.
    Offline,
    /// This site, asked as a control, did not answer either.
    NoControl,
    /// The browser did not ask.
    Blocked,
    /// It answered with an error that the page does not report.
    Disagree,
    /// The reader reaches it, and the page knows nothing.
    SilentReached,
    /// The reader does not reach it, and the page knows nothing.
    SilentFailed,
}

/// The verdict; `official` is what the page reports, `control` what came of asking this site.
///
/// An answer of the service outweighs the control: whoever hears it is online. A failure counts
/// only if the control answered.
pub fn verdict(official: Impact, target: Answer, control: Answer, online: bool) -> Verdict {
    let reported = !matches!(official, Impact::Operational | Impact::Unknown);
    let silent = official == Impact::Unknown;
    if target.error().is_some() {
        return if reported {
            Verdict::Everyone
        } else {
            Verdict::Unclear(Why::Disagree)
        };
    }
    match target {
        Answer::Reached { .. } if reported => Verdict::OnlyUs,
        Answer::Reached { .. } if silent => Verdict::Unclear(Why::SilentReached),
        Answer::Reached { .. } => Verdict::BothFine,
        Answer::Blocked => Verdict::Unclear(Why::Blocked),
        _ if !online => Verdict::Unclear(Why::Offline),
        _ if !control.is_reached() => Verdict::Unclear(Why::NoControl),
        _ if reported => Verdict::Everyone,
        _ if silent => Verdict::Unclear(Why::SilentFailed),
        _ => Verdict::OnlyYou,
    }
}

#[cfg(test)]
mod tests;
