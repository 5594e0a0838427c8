//! What is said of scenario files; it comes after the first load.

use super::word::words;
use crate::Language;
use tuowei_model::{Name, Scenario};

words! {
    /// What is wrong with a file or with a field of it.
    FileWord {
        NotTuowei: "它不是托育规划台的情景文件。", "it is not a scenario file of this page.";
        FieldMissing: "缺少内容", "nothing is there";
        FieldNotText: "应为文字", "it should be a text";
        FieldNotWhole: "应为整数", "it should be a whole number";
        FieldNotFlag: "应为 true 或 false", "it should be true or false";
        FieldNotList: "应为列表", "it should be a list";
        FieldNotObject: "应为对象", "it should be an object";
        FieldOutOfRange: "数值超出范围", "the number is out of range";
        NoCounties: "里面没有县（区）。", "it has no counties.";
        FileBounds: "增幅下限高于增幅上限。", "the least uplift exceeds the most.";
    }
}

/// A sentence about a scenario file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileMessage<'a> {
    /// A file was opened as a scenario.
    FileOpened(&'a str),
    /// The same, with so many names in it that are too long to be shown in full.
    OpenedWithCut(&'a str, usize),
    /// A file is not JSON: the line and the column.
    NotJson(usize, usize),
    /// A file was written by a newer version of the page.
    NewerFile(u32),
    /// A field of a file cannot be used: its place and what is wrong.
    FieldOfFile(&'a str, &'a str),
    /// A word of a file is not known.
    UnknownWord(&'a str),
    /// A file has too many counties.
    TooManyCounties(usize),
    /// Two counties of a file have the same identifier.
    SameCounty(&'a str),
    /// What became of the entries of a file of all that was stored.
    Recovered {
        /// So many are stored again.
        added: usize,
        /// So many were there.
        present: usize,
        /// So many are damaged.
        damaged: usize,
    },
    /// So many entries the store did not take.
    NotRecovered(usize),
}

impl<'a> FileMessage<'a> {
    /// What is said of a scenario that was opened under this name.
    #[must_use]
    pub fn opened(scenario: &Scenario, name: &'a str) -> Self {
        let region = scenario.region();
        let names = std::iter::once(region.name()).chain(region.counties().iter().map(|county| &county.name));
        let is_own_cut = scenario.name().chars().nth(Name::LONGEST).is_some();
        match names.filter(|name| name.is_cut()).count() + usize::from(is_own_cut) {
            0 => Self::FileOpened(name),
            cut => Self::OpenedWithCut(name, cut),
        }
    }
    /// The sentence in this language.
    #[must_use]
    pub fn in_language(self, language: Language) -> String {
        match language {
            Language::Chinese => chinese(self),
            Language::English => english(self),
        }
    }
}

fn chinese(message: FileMessage<'_>) -> String {
    match message {
        FileMessage::FileOpened(name) => format!("已打开为情景“{name}”。"),
        FileMessage::OpenedWithCut(name, cut) => format!(
            "{}有{cut}个名称超过{}个字，已截短显示；地区和县（区）的名称保存时仍为全文。",
            chinese(FileMessage::FileOpened(name)),
            Name::LONGEST
        ),
        FileMessage::NotJson(line, column) => format!("第{line}行第{column}列不符合 JSON 格式。"),
        FileMessage::NewerFile(schema) => format!("它由更新版本的页面保存（格式{schema}），请先更新本页。"),
        FileMessage::FieldOfFile(place, wrong) => format!("{place} 处{wrong}。"),
        FileMessage::UnknownWord(word) => format!("“{word}”不认识"),
        FileMessage::TooManyCounties(count) => format!("有{count}个县（区），超过上限。"),
        FileMessage::SameCounty(id) => format!("县（区）标识“{id}”重复。"),
        FileMessage::Recovered { added, present, damaged } => {
            let back = match (added, present) {
                (0, 0) => "文件中没有可取回的保存记录。".to_owned(),
                (0, _) => "文件中的保存记录都已在本页，无需取回。".to_owned(),
                (added, _) => format!("已从文件取回{added}条保存记录。"),
            };
            let damaged = if damaged > 0 { format!("有{damaged}条已损坏，未取回。") } else { String::new() };
            back + &damaged
        }
        FileMessage::NotRecovered(count) => {
            format!("还有{count}条未取回：请删除不需要的情景，再打开一次该文件。")
        }
    }
}

fn english(message: FileMessage<'_>) -> String {
    match message {
        FileMessage::FileOpened(name) => format!("Opened as scenario “{name}”."),
        FileMessage::OpenedWithCut(name, cut) => format!(
            "{} Names longer than {} characters are shown cut ({cut}); those of the region and its counties are kept in full.",
            english(FileMessage::FileOpened(name)),
            Name::LONGEST
        ),
        FileMessage::NotJson(line, column) => format!("line {line}, column {column} is not JSON."),
        FileMessage::NewerFile(schema) => format!("a newer version of this page wrote it (format {schema})."),
        FileMessage::FieldOfFile(place, wrong) => format!("at {place}: {wrong}."),
        FileMessage::UnknownWord(word) => format!("“{word}” is not known"),
        FileMessage::TooManyCounties(count) => format!("it has {count} counties, more than allowed."),
        FileMessage::SameCounty(id) => format!("the county id “{id}” stands twice."),
        FileMessage::Recovered { added, present, damaged } => {
            let back = match (added, present) {
                (0, 0) => "The file has no entries to take back.".to_owned(),
                (0, _) => "Everything in the file is here already.".to_owned(),
                (1, _) => "1 stored entry was taken back.".to_owned(),
                (added, _) => format!("{added} stored entries were taken back."),
            };
            let damaged = match damaged {
                0 => String::new(),
                1 => " 1 is damaged and was left.".to_owned(),
                damaged => format!(" {damaged} are damaged and were left."),
            };
            back + &damaged
        }
        FileMessage::NotRecovered(count) => {
            format!(" {count} could not be stored: delete scenarios that are not needed, then open the file again.")
        }
    }
}
