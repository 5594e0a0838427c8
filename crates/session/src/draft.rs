//! Typed text beside the last good figure: what does not parse stays as it was typed, with its message, and is never taken
//! for zero.
//!
//! `P` is why a text is refused.

use tuowei_storage::Gesture;

/// What an input shows instead of its figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft<P> {
    /// The text as typed.
    pub typed: String,
    /// Why it is no figure; none while it is one and the typing goes on.
    pub problem: Option<P>,
}

/// An order to every input to drop its draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DropDrafts {
    /// Rises with each order.
    pub round: u32,
    /// Whether drafts with a problem go too: they belong to a scenario that is no longer open.
    pub even_bad: bool,
}

/// Sets the figure to what a text means, as part of a gesture; the scenario is unchanged where the text is refused.
pub type Set<'a, P> = &'a mut dyn FnMut(&str, Gesture) -> Result<(), P>;

/// The typing in one input: one undo step from focus to leaving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    gesture: Gesture,
    /// The figure before the typing, as text.
    before: String,
}

impl Typing {
    /// No typing yet.
    #[must_use]
    pub const fn new(gesture: Gesture) -> Self {
        Self { gesture, before: String::new() }
    }

    /// The input got the focus, while its figure is this.
    pub fn enter(&mut self, figure: String) {
        self.before = figure;
    }

    /// A text was typed. What is a figure is in force at once; else what was in force before the typing is again: on the
    /// way to "15x" there was a 15 that nobody meant.
    pub fn take<P>(&self, typed: String, set: Set<'_, P>) -> Draft<P> {
        let problem = set(&typed, self.gesture).err();
        if problem.is_some() {
            self.put_back(set);
        }
        Draft { typed, problem }
    }

    /// The typing is taken back; answers whether there was any.
    pub fn take_back<P>(&self, draft: &mut Option<Draft<P>>, set: Set<'_, P>) -> bool {
        let any = draft.take().is_some();
        if any {
            self.put_back(set);
        }
        any
    }

    /// The typing is over: the input was left, or Enter was pressed. What is no figure stays. The next typing is another
    /// step, and begins at this figure.
    pub fn settle<P>(&mut self, draft: &mut Option<Draft<P>>, figure: String, next: Gesture) {
        draft.take_if(|draft| draft.problem.is_none());
        *self = Self { gesture: next, before: figure };
    }

    /// The figure changed otherwise: by undo, by another tab, as another scenario was opened. The typing ends.
    pub fn obey<P>(&mut self, order: DropDrafts, draft: &mut Option<Draft<P>>, figure: String, next: Gesture) {
        draft.take_if(|draft| order.even_bad || draft.problem.is_none());
        *self = Self { gesture: next, before: figure };
    }

    fn put_back<P>(&self, set: Set<'_, P>) {
        // It was in force a moment ago, so it cannot be refused; an empty one that may not be empty never was.
        let _ = set(&self.before, self.gesture);
    }
}
