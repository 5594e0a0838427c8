//! How and on which day figures were counted, in words (口径、截止日期).

use super::{GridColumn, Language, column_name};
use tuowei_model::{Basis, Date, Figure, Scenario};

/// 户籍口径，截至2025-12-31; nothing where neither is said.
#[must_use]
pub fn basis(basis: &Basis, language: Language) -> Option<String> {
    let day = basis.as_of.map(|day| match language {
        Language::Chinese => format!("截至{}", day.iso()),
        Language::English => format!("as of {}", day.iso()),
    });
    let method = Some(basis.method.trim()).filter(|method| !method.is_empty()).map(str::to_owned);
    let comma = match language {
        Language::Chinese => "，",
        Language::English => ", ",
    };
    let said: Vec<String> = method.into_iter().chain(day).collect();
    (!said.is_empty()).then(|| said.join(comma))
}

/// The bases of these columns, for below a table or a chart: 3岁以下婴幼儿数：户籍口径，截至2025-12-31；… Nothing
/// where none of them has one.
#[must_use]
pub fn bases(scenario: &Scenario, figures: &[Figure], language: Language) -> Option<String> {
    let (colon, semicolon) = match language {
        Language::Chinese => ("：", "；"),
        Language::English => (": ", "; "),
    };
    let year = scenario.region().year();
    let one = |&figure: &Figure| {
        let said = basis(scenario.basis(figure), language)?;
        Some([&column_name(GridColumn::Input(figure), year, language), colon, &said].concat())
    };
    let said: Vec<String> = figures.iter().filter_map(one).collect();
    (!said.is_empty()).then(|| said.join(semicolon))
}

/// A typed day: 2025-12-31, 2025.12.31, 2025/12/31, 20251231 or 2025年12月31日, also in full-width digits. Nothing typed
/// is no day; what is no day of the calendar is nothing.
#[must_use]
pub fn typed_date(text: &str) -> Option<Option<Date>> {
    let plain: String = text.chars().filter(|character| !character.is_whitespace()).map(half_width).collect();
    if plain.is_empty() {
        return Some(None);
    }
    let plain = plain.strip_suffix('日').unwrap_or(&plain);
    let parts: Vec<&str> = plain.split(['-', '.', '/', '年', '月']).collect();
    let number = |part: &str, most: usize| {
        let digits = !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] => (number(year, 4)?, number(month, 2)?, number(day, 2)?),
        [all] if all.len() == 8 && all.is_ascii() => {
            (number(&all[..4], 4)?, number(&all[4..6], 2)?, number(&all[6..], 2)?)
        }
        _ => return None,
    };
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).map(Some)
}

fn half_width(character: char) -> char {
    match character {
        '０'..='９' => char::from(b'0' + u8::try_from(u32::from(character) - u32::from('０')).unwrap_or(0)),
        '．' | '。' => '.',
        '－' | '–' | '—' => '-',
        '／' => '/',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for typed in [
            "2025-12-31",
            " 2025.12.31",
            "2025/12/31",
            "20251231",
            "2025年12月31日",
            "２０２５－１２－３１",
            "2025 - 12 - 31",
        ] {
            assert_eq!(typed_date(typed), Some(Date::new(2025, 12, 31)), "{typed:?}");
        }
        assert_eq!(typed_date("2025-3-1"), Some(Date::new(2025, 3, 1)));
        assert_eq!(typed_date("  "), Some(None));
        for typed in
            ["2025-02-29", "2025-13-01", "2025", "2025-12", "31.12.2025", "soon", "202512311", "2025-1-1-1", "-"]
        {
            assert_eq!(typed_date(typed), None, "{typed:?}");
        }
    }
    use tuowei_model::{Edit, official_plan};

    #[test]
    fn only_what_is_said_stands_below_a_table() {
        let mut scenario = official_plan().clone();
        let all = &Figure::ALL;
        assert_eq!(bases(&scenario, all, Language::Chinese), None);
        for edit in [
            Edit::SetBasis(Figure::Children, " 户籍口径 ".to_owned()),
            Edit::SetAsOf(Figure::Children, Date::new(2025, 12, 31)),
            Edit::SetAsOf(Figure::Base, Date::new(2025, 11, 30)),
            Edit::SetBasis(Figure::Slots, "  ".to_owned()),
        ] {
            scenario.apply(&edit).unwrap();
        }
        let expected = "3岁以下婴幼儿数：户籍口径，截至2025-12-31；2025年基数：截至2025-11-30";
        assert_eq!(bases(&scenario, all, Language::Chinese).unwrap(), expected);
        let expected = "Children under 3: 户籍口径, as of 2025-12-31; 2025 base: as of 2025-11-30";
        assert_eq!(bases(&scenario, all, Language::English).unwrap(), expected);
        assert_eq!(bases(&scenario, &[Figure::Slots], Language::Chinese), None);
    }
}
