//! From the elements of one picture to those of the next in few steps.

/// What becomes of an element that is shown, or of one that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next one that is shown is the next one that is wanted.
    Keep,
    /// The next one that is shown becomes the next one that is wanted.
    Change,
    /// The next one that is wanted is made and stands before the next one that is shown.
    Insert,
    /// The next one that is shown goes.
    Remove,
}

/// So many elements more or less in one place are recognised as such: the marks of one county and their values.
const REACH: usize = 8;

/// The steps from what is shown to what is wanted, in their order.
///
/// A picture may have an element more or less in its midst, such as a value that has room now. Compared place by place all
/// behind it would have changed.
#[must_use]
pub fn steps<T: PartialEq>(shown: &[T], wanted: &[T]) -> Vec<Step> {
    let mut steps = Vec::with_capacity(wanted.len());
    let (mut at, mut to) = (0, 0);
    while at < shown.len() && to < wanted.len() {
        let meet = |past: usize, ahead: usize| {
            shown.get(at + past).is_some_and(|shown| wanted.get(to + ahead).is_some_and(|wanted| shown == wanted))
        };
        let step = if meet(0, 0) {
            Step::Keep
        } else if meet(1, 1) {
            Step::Change
        } else {
            let inserted_or_removed = |by: usize| {
                let inserted = meet(0, by).then_some(Step::Insert);
                inserted.or_else(|| meet(by, 0).then_some(Step::Remove))
            };
            (1..=REACH).find_map(inserted_or_removed).unwrap_or(Step::Change)
        };
        at += usize::from(step != Step::Insert);
        to += usize::from(step != Step::Remove);
        steps.push(step);
    }
    steps.extend(shown[at..].iter().map(|_| Step::Remove));
    steps.extend(wanted[to..].iter().map(|_| Step::Insert));
    steps
}
