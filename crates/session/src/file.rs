//! Why a scenario file is refused, in words.

use tuowei_model::RegionProblem;
use tuowei_storage::{ReadProblem, Wrong};
use tuowei_text::{FileMessage, FileWord, Language};

/// Why a text is no scenario, as a sentence that ends with a full stop.
#[must_use]
pub fn file_problem(problem: &ReadProblem, language: Language) -> String {
    let word = |word: FileWord| word.in_language(language).to_owned();
    let say = |message: FileMessage<'_>| message.in_language(language);
    match problem {
        ReadProblem::NotJson { line, column } => say(FileMessage::NotJson(*line, *column)),
        ReadProblem::NotTuowei => word(FileWord::NotTuowei),
        ReadProblem::Newer(schema) => say(FileMessage::NewerFile(*schema)),
        ReadProblem::Field(problem) => {
            let wrong = match &problem.wrong {
                Wrong::Missing => word(FileWord::FieldMissing),
                Wrong::NotText => word(FileWord::FieldNotText),
                Wrong::NotWhole => word(FileWord::FieldNotWhole),
                Wrong::NotFlag => word(FileWord::FieldNotFlag),
                Wrong::NotList => word(FileWord::FieldNotList),
                Wrong::NotObject => word(FileWord::FieldNotObject),
                Wrong::OutOfRange => word(FileWord::FieldOutOfRange),
                Wrong::UnknownWord(unknown) => say(FileMessage::UnknownWord(unknown)),
            };
            say(FileMessage::FieldOfFile(&problem.path, &wrong))
        }
        ReadProblem::Region(RegionProblem::Empty) => word(FileWord::NoCounties),
        ReadProblem::Region(RegionProblem::TooMany(count)) => say(FileMessage::TooManyCounties(*count)),
        ReadProblem::Region(RegionProblem::SameId(id)) => say(FileMessage::SameCounty(id.as_str())),
        ReadProblem::FloorAboveCap => word(FileWord::FileBounds),
    }
}
