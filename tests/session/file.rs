//! A text that is no scenario is refused with what is wrong and where.

use tuowei::session::file_problem;
use tuowei::storage::{SCHEMA, from_json};
use tuowei::text::Language;

/// A scenario file in which one text stands instead of another.
fn file_with(from: &str, to: &str) -> String {
    let good = r#"{"app":"tuowei","schema":1,"name":"甲","region":{"id":"datong","name":"大同","year":2026},"task":1,
"targets":{"rule":"uniform"},"counties":[{"id":"c1","name":"甲"}]}"#;
    assert!(from_json(good).is_ok() && good.contains(from), "{from}");
    good.replacen(from, to, 1)
}

#[test]
fn every_refusal_says_what_is_wrong_and_where() {
    let newer = format!("\"schema\":{}", SCHEMA + 1);
    let (county, of_newer) = (r#"{"id":"c1","name":"甲"}"#, format!("格式{}", SCHEMA + 1));
    for (text, said) in [
        ("{\n  \"app\": \"tuowei\",\n  \"schema\": 1,\n  \"name\": oops\n}".to_owned(), ["第4行", "不符合 JSON 格式"]),
        (String::new(), ["第", "不符合 JSON 格式"]),
        ("\u{89}PNG\r\n\u{1a}\n\0\0".to_owned(), ["第1行", "不符合 JSON 格式"]),
        (r#"{"hello":"world"}"#.to_owned(), ["不是托育规划台的情景文件", "。"]),
        ("[1,2,3]".to_owned(), ["不是托育规划台的情景文件", "。"]),
        (file_with("\"schema\":1", &newer), ["更新版本", &of_newer]),
        (file_with(county, r#"{"id":"c1","name":"甲","slots":"130"}"#), ["counties[0].slots", "应为整数"]),
        (file_with(county, r#"{"id":"c1","name":"甲","base_ppm":1000001}"#), ["counties[0].base_ppm", "超出范围"]),
        (file_with("\"task\":1", "\"task\":1.5"), ["task", "应为整数"]),
        (file_with(",\"name\":\"大同\"", ""), ["region.name", "缺少内容"]),
        (file_with("uniform", "magic"), ["targets.rule", "“magic”不认识"]),
        (file_with(county, ""), ["没有县（区）", "。"]),
        (file_with(county, &format!("{county},{county}")), ["“c1”", "重复"]),
        (file_with("\"uniform\"", "\"uniform\",\"floor_ppm\":2,\"cap_ppm\":1"), ["下限高于", "。"]),
    ] {
        let problem = from_json(&text).unwrap_err();
        let [chinese, english] =
            [Language::Chinese, Language::English].map(|language| file_problem(&problem, language));
        assert!(said.iter().all(|words| chinese.contains(words)) && chinese.ends_with('。'), "{text}: {chinese}");
        assert!(english.ends_with('.') && english != chinese, "{text}: {english}");
    }
}
