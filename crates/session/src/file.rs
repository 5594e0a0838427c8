//! Why a scenario file is refused, in words.

use tuowei_model::RegionProblem;
use tuowei_storage::{ReadProblem, Wrong};
use tuowei_text::{Language, Message, Word};

/// Why a text is no scenario, as a sentence that ends with a full stop.
#[must_use]
pub fn file_problem(problem: &ReadProblem, language: Language) -> String {
    let word = |word: Word| word.in_language(language).to_owned();
    let say = |message: Message<'_>| message.in_language(language);
    match problem {
        ReadProblem::NotJson { line, column } => say(Message::NotJson(*line, *column)),
        ReadProblem::NotTuowei => word(Word::NotTuowei),
        ReadProblem::Newer(schema) => say(Message::NewerFile(*schema)),
        ReadProblem::Field(problem) => {
            let wrong = match &problem.wrong {
                Wrong::Missing => word(Word::FieldMissing),
                Wrong::NotText => word(Word::FieldNotText),
                Wrong::NotWhole => word(Word::FieldNotWhole),
                Wrong::NotFlag => word(Word::FieldNotFlag),
                Wrong::NotList => word(Word::FieldNotList),
                Wrong::NotObject => word(Word::FieldNotObject),
                Wrong::OutOfRange => word(Word::FieldOutOfRange),
                Wrong::UnknownWord(unknown) => say(Message::UnknownWord(unknown)),
            };
            say(Message::FieldOfFile(&problem.path, &wrong))
        }
        ReadProblem::Region(RegionProblem::Empty) => word(Word::NoCounties),
        ReadProblem::Region(RegionProblem::TooMany(count)) => say(Message::TooManyCounties(*count)),
        ReadProblem::Region(RegionProblem::SameId(id)) => say(Message::SameCounty(id.as_str())),
        ReadProblem::FloorAboveCap => word(Word::FileBounds),
    }
}
