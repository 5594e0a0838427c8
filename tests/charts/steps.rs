//! From the elements of one picture to those of the next.

use proptest::collection::vec;
use proptest::prelude::*;
use tuowei::charts::{Step, steps};

/// What a page does with the steps, and how many elements it touches.
fn taken(shown: &[u8], wanted: &[u8]) -> (Vec<u8>, usize) {
    let (mut page, mut next) = (shown.to_vec(), wanted.iter());
    let (mut at, mut touched) = (0, 0);
    for step in steps(shown, wanted) {
        touched += usize::from(step != Step::Keep);
        match step {
            Step::Remove => {
                page.remove(at);
                continue;
            }
            Step::Insert => page.insert(at, *next.next().unwrap()),
            Step::Change => page[at] = *next.next().unwrap(),
            Step::Keep => assert_eq!(page[at], *next.next().unwrap(), "kept, though it is another one"),
        }
        at += 1;
    }
    assert_eq!(next.next(), None, "wanted and never made");
    (page, touched)
}

#[test]
fn what_is_around_something_new_is_left_alone() {
    let touched = |shown: &str, wanted: &str| {
        let (page, touched) = taken(shown.as_bytes(), wanted.as_bytes());
        assert_eq!(page, wanted.as_bytes());
        touched
    };
    assert_eq!(touched("abcdefghij", "abcdefghij"), 0);
    assert_eq!(touched("abcdefghij", "abXdefghij"), 1);
    assert_eq!(touched("abcdefghij", "abcXdefghij"), 1);
    assert_eq!(touched("abcdefghij", "abdefghij"), 1);
    // A mark and its value in one place, and a sum at the end.
    assert_eq!(touched("abcdefghij", "abcXYdefghiZ"), 3);
    assert_eq!(touched("abcdefghij", "XYabcdefghij"), 2);
    assert_eq!(touched("abcdefghij", "defghij"), 3);
    assert_eq!(touched("", "abc"), 3);
    assert_eq!(touched("abc", ""), 3);
}

proptest! {
    /// Few kinds of elements, so that many are the same.
    #[test]
    fn the_steps_lead_to_what_is_wanted(shown in vec(0_u8..6, 0..60), wanted in vec(0_u8..6, 0..60)) {
        prop_assert_eq!(taken(&shown, &wanted).0, wanted);
    }

    /// No two marks lie in one place.
    #[test]
    fn a_few_elements_more_touch_no_others(before in 0_u8..40, new in 1_usize..=8, after in 0_u8..40) {
        let before = 0..before;
        let after = 100..100 + after;
        let shown: Vec<u8> = before.clone().chain(after.clone()).collect();
        let wanted: Vec<u8> = before.chain((200..).take(new)).chain(after).collect();
        prop_assert_eq!(taken(&shown, &wanted), (wanted.clone(), new));
        prop_assert_eq!(taken(&wanted, &shown), (shown, new));
    }
}
