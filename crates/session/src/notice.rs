//! What the planner is told.

use strum::EnumCount;
use tuowei_storage::{Quarantined, SaveProblem, StoreProblem};
use tuowei_text::{Language, Message, Word};

/// Something that the planner is told. Names are those of scenarios.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum Notice {
    /// An edit of what is read-only started a copy of this name.
    CopyStarted(String),
    /// A scenario was deleted; undo brings it back.
    Deleted(String),
    /// The open scenario shows what another tab changed.
    TakenFromOtherTab(String),
    /// What two tabs changed is joined in this scenario.
    Merged(String),
    /// Two tabs changed the same place of the first scenario: one side is now the second.
    Split(String, String),
    /// It was deleted in another tab while it was changed here: it stays.
    KeptDespiteDeletion(String),
    /// The open scenario was deleted in another tab.
    DeletedElsewhere(String),
    /// A newer version of the page stored it: it stays untouched.
    StoredByNewer(String),
    /// These stored texts cannot be read.
    Damaged(Vec<Quarantined>),
    /// There is no such scenario any more.
    ScenarioGone,
    /// An earlier version can no longer be read.
    VersionGone,
    /// The store refused; nothing is kept beyond the page, or the last changes are not.
    NotStored(SaveProblem),
    /// What was damaged in the store is whole again, from the copy on disk.
    Mended,
    /// There is no copy on disk, or it does not answer: a crash can take the last seconds.
    NoCopy,
    /// What was undone or redone belongs to a scenario that had been deleted: it is back.
    BroughtBack(String),
    /// What was to be undone or redone no longer fits the scenario, which was changed elsewhere since: the step is given up.
    StepGivenUp(String),
    /// What was to be undone or redone is of a scenario that is now a reference, and so read-only.
    StepOfReference(String),
}

impl Notice {
    /// How many kinds of notices there are.
    pub const KINDS: usize = Self::COUNT;

    /// The notice in words.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let message = match self {
            Self::CopyStarted(name) => Message::CopyStarted(name),
            Self::Deleted(name) => Message::Deleted(name),
            Self::TakenFromOtherTab(name) => Message::TakenFromOtherTab(name),
            Self::Merged(name) => Message::Merged(name),
            Self::Split(name, other) => Message::Split(name, other),
            Self::KeptDespiteDeletion(name) => Message::KeptDespiteDeletion(name),
            Self::DeletedElsewhere(name) => Message::DeletedElsewhere(name),
            Self::StoredByNewer(name) => Message::StoredByNewer(name),
            Self::Damaged(texts) => Message::Quarantined(texts.len()),
            Self::ScenarioGone => return Word::ScenarioGone.in_language(language).to_owned(),
            Self::VersionGone => return Word::VersionGone.in_language(language).to_owned(),
            Self::NotStored(problem) => return refusal(*problem).in_language(language).to_owned(),
            Self::Mended => return Word::Mended.in_language(language).to_owned(),
            Self::NoCopy => return Word::NoCopy.in_language(language).to_owned(),
            Self::BroughtBack(name) => Message::BroughtBack(name),
            Self::StepGivenUp(name) => Message::StepGivenUp(name),
            Self::StepOfReference(name) => Message::StepOfReference(name),
        };
        message.in_language(language)
    }

    /// Whether it goes by itself after a while: it only tells what was done.
    #[must_use]
    pub const fn passes(&self) -> bool {
        matches!(self, Self::CopyStarted(_) | Self::Deleted(_) | Self::TakenFromOtherTab(_))
    }

    /// Whether it reports a step that undo takes back.
    #[must_use]
    pub const fn is_undoable(&self) -> bool {
        matches!(self, Self::Deleted(_))
    }

    /// A text that it offers for download: what cannot be read.
    #[must_use]
    pub fn offer(&self) -> Option<String> {
        let Self::Damaged(texts) = self else { return None };
        let texts: Vec<String> = texts.iter().map(|entry| [&*entry.key, "\n", &entry.raw, "\n"].concat()).collect();
        Some(texts.join("\n"))
    }
}

const fn refusal(problem: SaveProblem) -> Word {
    match problem {
        SaveProblem::Store(StoreProblem::Denied) => Word::StorageDenied,
        SaveProblem::Store(StoreProblem::Full) => Word::StorageFull,
        SaveProblem::Store(StoreProblem::Failed) | SaveProblem::NotKept => Word::StorageFailed,
    }
}
