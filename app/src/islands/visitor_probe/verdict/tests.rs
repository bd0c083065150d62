use super::*;

const YES: Answer = Answer::Reached {
    ms: 61,
    status: None,
};
const NO: Answer = Answer::Failed { ms: 40 };
const LATE: Answer = Answer::TimedOut { ms: 10_000 };
const BROKEN: Answer = Answer::Reached {
    ms: 61,
    status: Some(503),
};

const TROUBLE: [Impact; 4] = [
    Impact::UnderMaintenance,
    Impact::DegradedPerformance,
    Impact::PartialOutage,
    Impact::MajorOutage,
];

fn check(official: Impact, target: Answer, expected: Verdict) {
    assert_eq!(
        verdict(official, target, YES, true),
        expected,
        "{official:?} {target:?}"
    );
}

#[test]
fn the_four_verdicts() {
    check(Impact::Operational, YES, Verdict::BothFine);
    for failure in [NO, LATE] {
        check(Impact::Operational, failure, Verdict::OnlyYou);
    }
    for trouble in TROUBLE {
        check(trouble, YES, Verdict::OnlyUs);
        check(trouble, NO, Verdict::Everyone);
        check(trouble, LATE, Verdict::Everyone);
        check(trouble, BROKEN, Verdict::Everyone);
    }
}

#[test]
fn an_answer_that_is_no_fault_of_the_service_counts_as_reached() {
    for status in [200, 204, 301, 401, 404, 429] {
        let target = Answer::Reached {
            ms: 5,
            status: Some(status),
        };
        check(Impact::Operational, target, Verdict::BothFine);
    }
}

#[test]
fn an_error_that_nobody_reports_is_left_open() {
    for official in [Impact::Operational, Impact::Unknown] {
        check(official, BROKEN, Verdict::Unclear(Why::Disagree));
    }
}

#[test]
fn a_page_that_knows_nothing_compares_with_nothing() {
    check(Impact::Unknown, YES, Verdict::Unclear(Why::SilentReached));
    check(Impact::Unknown, NO, Verdict::Unclear(Why::SilentFailed));
}

#[test]
fn a_failure_counts_only_beside_a_control_that_answered() {
    for official in Impact::ALL {
        for failure in [NO, LATE] {
            for control in [NO, LATE, Answer::Blocked] {
                let verdict = verdict(official, failure, control, true);
                assert_eq!(verdict, Verdict::Unclear(Why::NoControl));
            }
            let offline = verdict(official, failure, YES, false);
            assert_eq!(offline, Verdict::Unclear(Why::Offline));
        }
        let blocked = verdict(official, Answer::Blocked, YES, true);
        assert_eq!(blocked, Verdict::Unclear(Why::Blocked));
    }
}

#[test]
fn an_answer_outweighs_the_control() {
    for control in [YES, NO, LATE] {
        for online in [true, false] {
            let verdict = verdict(Impact::Operational, YES, control, online);
            assert_eq!(verdict, Verdict::BothFine);
        }
    }
}

#[test]
fn a_control_that_answers_with_an_error_still_answers() {
    assert_eq!(
        verdict(Impact::Operational, NO, BROKEN, true),
        Verdict::OnlyYou
    );
}
