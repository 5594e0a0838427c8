//! Counting what passed and what failed.

use std::ops::AddAssign;

/// How many tests, or steps, passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// One step.
    pub fn of(is_passed: bool) -> Self {
        Self { passed: u64::from(is_passed), failed: u64::from(!is_passed) }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The sum of the lines that `cargo test` ends each program with:
/// `test result: ok. 12 passed; 0 failed; 1 ignored; …`
pub fn native_tests(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines() {
        let Some(result) = line.trim_start().strip_prefix("test result:") else { continue };
        for part in result.split([';', '.']) {
            let mut words = part.split_whitespace();
            let number: Option<u64> = words.next().and_then(|word| word.parse().ok());
            match (number, words.next()) {
                (Some(number), Some("passed")) => tally.passed += number,
                (Some(number), Some("failed")) => tally.failed += number,
                _ => {}
            }
        }
    }
    tally
}

/// What Playwright's JSON report counts. A test that passed only when tried again is none that passed.
pub fn browser_tests(report: &str) -> Option<Tally> {
    let report: serde_json::Value = serde_json::from_str(report).ok()?;
    let stats = report.get("stats")?;
    let count = |name: &str| stats.get(name)?.as_u64();
    // An error outside of all tests, such as a file that cannot be read, is counted nowhere else.
    let errors = report.get("errors").and_then(|errors| errors.as_array()).map_or(0, Vec::len);
    Some(Tally { passed: count("expected")?, failed: count("unexpected")? + count("flaky")? + errors as u64 })
}

#[cfg(test)]
mod tests {
    use super::{Tally, browser_tests, native_tests};

    #[test]
    fn the_results_of_all_programs_are_added() {
        let output = "running 2 tests\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s\n";
        assert_eq!(native_tests(output), Tally { passed: 15, failed: 2 });
        assert_eq!(native_tests("error: could not compile"), Tally::default());
    }

    #[test]
    fn the_report_of_the_browser_tests_is_read() {
        let report = r#"{"errors":[],"stats":{"expected":7,"unexpected":1,"flaky":1,"skipped":2}}"#;
        assert_eq!(browser_tests(report), Some(Tally { passed: 7, failed: 2 }));
        let broken = r#"{"errors":[{"message":"x"}],"stats":{"expected":0,"unexpected":0,"flaky":0,"skipped":0}}"#;
        assert_eq!(browser_tests(broken), Some(Tally { passed: 0, failed: 1 }));
        assert_eq!(browser_tests("{"), None);
    }
}
