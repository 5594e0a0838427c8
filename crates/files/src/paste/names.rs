//! Which county a cell names.

use rustc_hash::FxHashMap;

use super::marks::{is_blank, is_words, squeezed};
use crate::Table;
use tuowei_model::{CountyKind, Region};

/// What a cell says, looked at as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Nothing.
    Blank,
    /// This county, by its position.
    County(usize),
    /// Several counties could be meant.
    Several,
    /// The whole city.
    Total,
    /// A part of the city.
    Subtotal,
    /// No name. A figure is never one.
    Other,
}

/// The names of a region, ready to be looked up.
pub(super) struct Names<'r> {
    region: &'r Region,
    /// Positions by name in full and by name without its kind.
    known: FxHashMap<String, Vec<usize>>,
    /// The city's own names.
    city: Vec<String>,
}

const TOTALS: [&str; 13] = [
    "全市",
    "合计",
    "总计",
    "全市合计",
    "全市总计",
    "市合计",
    "总数",
    "共计",
    "total",
    "city",
    "wholecity",
    "citytotal",
    "sum",
];
const SUBTOTALS: [&str; 3] = ["小计", "其中", "subtotal"];

/// What kind of unit a name ends in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Suffix {
    /// 区县: any.
    Any,
    /// 区.
    District,
    /// 县, 市, 旗: all but a district.
    NoDistrict,
}

/// Written in the region's names too.
const SUFFIXES: [(&str, Suffix); 9] = [
    ("区县", Suffix::Any),
    ("县区", Suffix::Any),
    ("区", Suffix::District),
    ("县", Suffix::NoDistrict),
    ("市", Suffix::NoDistrict),
    ("旗", Suffix::NoDistrict),
    ("district", Suffix::District),
    ("county", Suffix::NoDistrict),
    ("city", Suffix::NoDistrict),
];

/// Some names end like this by themselves (Yangqu), so these are only taken off what is looked up.
const SPELT_SUFFIXES: [(&str, Suffix); 3] =
    [("qu", Suffix::District), ("xian", Suffix::NoDistrict), ("shi", Suffix::NoDistrict)];

/// Whether a text names a sum over counties: 全市, 合计, 小计.
pub(crate) fn is_sum(text: &str) -> bool {
    let key = key(text);
    let word = key.strip_suffix([':']).unwrap_or(&key);
    TOTALS.contains(&word) || SUBTOTALS.contains(&word)
}

impl<'r> Names<'r> {
    pub(super) fn new(region: &'r Region) -> Self {
        let mut known: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (position, county) in region.counties().iter().enumerate() {
            let (whole, whole_latin) = county.name.in_full();
            let shown = std::iter::once(&*county.name.local).chain(county.name.latin.as_deref());
            for name in shown.chain([whole]).chain(whole_latin) {
                let key = key(name);
                let stem = split(&key, &SUFFIXES).map(|(stem, _)| stem.to_owned());
                for form in std::iter::once(key).chain(stem).filter(|form| !form.is_empty()) {
                    let positions = known.entry(form).or_default();
                    if positions.last() != Some(&position) {
                        positions.push(position);
                    }
                }
            }
        }
        let name = region.name();
        let city = std::iter::once(&name.local).chain(&name.latin).map(|name| key(name));
        let city = city.map(|key| key.strip_suffix('市').unwrap_or(&key).to_owned()).filter(|key| !key.is_empty());
        Self { region, known, city: city.collect() }
    }

    /// What each cell of the table says, looked at as a name.
    pub(super) fn labels(&self, table: &Table) -> Vec<Vec<Label>> {
        table.rows.iter().map(|cells| cells.iter().map(|cell| self.label(cell)).collect()).collect()
    }

    fn label(&self, text: &str) -> Label {
        if is_blank(text) {
            return Label::Blank;
        }
        if !is_words(text) {
            return Label::Other;
        }
        match self.candidates(text).as_slice() {
            [county] => return Label::County(*county),
            [_, _, ..] => return Label::Several,
            [] => {}
        }
        let key = key(text);
        let word = key.strip_suffix([':']).unwrap_or(&key);
        if TOTALS.contains(&word) || self.is_city(word) {
            Label::Total
        } else if SUBTOTALS.contains(&word) {
            Label::Subtotal
        } else {
            Label::Other
        }
    }

    /// The counties that the text may name: the closest form of it that names any.
    pub(super) fn candidates(&self, text: &str) -> Vec<usize> {
        let key = key(text);
        let named = self.in_full(&key);
        if !named.is_empty() || self.is_city(&key) || TOTALS.contains(&key.as_str()) {
            return named;
        }
        let named = self.loosely(&key);
        if !named.is_empty() {
            return named;
        }
        match self.within_city(&key) {
            Some(rest) => {
                let named = self.in_full(rest);
                if named.is_empty() { self.loosely(rest) } else { named }
            }
            None => named,
        }
    }

    /// The counties of exactly this name.
    fn in_full(&self, key: &str) -> Vec<usize> {
        let positions = self.known.get(key).into_iter().flatten().copied();
        positions.filter(|&position| self.is_full_name(position, key)).collect()
    }

    /// The counties whose name is this but for 区 or 县 on either side.
    fn loosely(&self, key: &str) -> Vec<usize> {
        if let Some(positions) = self.known.get(key) {
            return positions.clone();
        }
        let stemmed = |suffixes: &[(&str, Suffix)]| -> Vec<usize> {
            let Some((stem, suffix)) = split(key, suffixes) else { return Vec::new() };
            let positions = self.known.get(stem).into_iter().flatten().copied();
            positions.filter(|&position| self.may_be(position, stem, suffix)).collect()
        };
        let named = stemmed(&SUFFIXES);
        if named.is_empty() { stemmed(&SPELT_SUFFIXES) } else { named }
    }

    fn is_full_name(&self, position: usize, name: &str) -> bool {
        let known = &self.region.counties()[position].name;
        std::iter::once(&known.local).chain(&known.latin).any(|known| key(known) == name)
    }

    /// A kind that contradicts the county's own is another county: 朝阳县 is not 朝阳区.
    fn may_be(&self, position: usize, stem: &str, suffix: Suffix) -> bool {
        let kind = self.region.counties()[position].kind;
        match suffix {
            Suffix::Any => true,
            Suffix::District => kind != CountyKind::County && self.is_full_name(position, stem),
            Suffix::NoDistrict => kind != CountyKind::District && self.is_full_name(position, stem),
        }
    }

    fn is_city(&self, key: &str) -> bool {
        self.city.iter().any(|city| city == key.strip_suffix('市').unwrap_or(key))
    }

    /// What follows the city's name: 山西省大同市平城区.
    fn within_city<'k>(&self, key: &'k str) -> Option<&'k str> {
        let city = self.city.first()?;
        let rest = match key.split_once(&format!("{city}市")) {
            Some((_, rest)) => rest,
            None => key.strip_prefix(city)?,
        };
        (!rest.is_empty()).then_some(rest)
    }
}

/// A name as it is compared: without spaces, brackets and marks.
fn key(name: &str) -> String {
    let mut key = squeezed(name);
    key.retain(|character| !matches!(character, '(' | ')' | '[' | ']' | '【' | '】' | '\'' | '’' | '‘' | '·' | '-'));
    key
}

/// The name before its kind.
fn split<'k>(key: &'k str, suffixes: &[(&str, Suffix)]) -> Option<(&'k str, Suffix)> {
    let stem = |&(ending, suffix): &(&str, Suffix)| Some((key.strip_suffix(ending)?, suffix));
    suffixes.iter().find_map(stem).filter(|(stem, _)| !stem.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tuowei_model::{County, CountyId, Name, official_plan};

    fn check(region: &Region, text: &str, expected: Label) {
        assert_eq!(Names::new(region).label(text), expected, "{text:?}");
    }

    #[test]
    fn a_county_is_known_by_every_form_of_its_name() {
        let region = official_plan().region();
        for text in [
            "平城",
            "平城区",
            "平 城",
            "平　城　区",
            " 平城\n区 ",
            "大同市平城区",
            "大同市平城",
            "大同平城",
            "山西省大同市平城区",
            "平城（区）",
            "平城区县",
            "平城县（区）",
            "Pingcheng",
            "PINGCHENG",
            "pingcheng district",
            "Pingcheng Qu",
            "Ping cheng",
            "平城\u{200b}",
            "Ｐｉｎｇｃｈｅｎｇ",
        ] {
            check(region, text, Label::County(0));
        }
        for text in ["阳高", "阳高县", "大同市阳高县", "Yanggao County", "Yanggao Xian"] {
            check(region, text, Label::County(4));
        }
        for text in ["全市", "合计", "合 计", "总计：", "大同", "大同市", "Datong", "Total", "Whole city"]
        {
            check(region, text, Label::Total);
        }
        check(region, "小计", Label::Subtotal);
        for text in [
            "平阴",
            "平",
            "城",
            "区",
            "市",
            "大同市区",
            "县（区）",
            "地区 指标",
            "130",
            "2.14%",
            "注：平城区除外",
            "####",
        ] {
            check(region, text, Label::Other);
        }
        // Another kind is another county.
        check(region, "平城县", Label::Other);
        check(region, "阳高区", Label::Other);
        for text in ["", " ", "—", "-", "/", "…", " 未报", "N/A"] {
            check(region, text, Label::Blank);
        }
    }

    #[test]
    fn names_that_several_counties_share_are_told_apart_or_left() {
        let kinds = [CountyKind::District, CountyKind::County, CountyKind::Unspecified];
        let counties = |names: &[(&str, usize)]| {
            let county = |(position, &(name, kind)): (usize, &(&str, usize))| County {
                id: CountyId::new(&format!("c{position}")),
                name: Name::new(name, (name == "阳曲").then_some("Yangqu")),
                kind: kinds[kind],
            };
            let counties = names.iter().enumerate().map(county).collect();
            Region::new("x", Name::new("朝阳", None), 2026, counties).unwrap()
        };
        let region = counties(&[
            ("朝阳区", 2),
            ("朝阳县", 2),
            ("鼓楼区", 0),
            ("鼓楼区", 0),
            ("城", 0),
            ("城", 1),
            ("沙县", 2),
            ("阳曲", 1),
            ("12", 2),
        ]);
        // A figure is never a name, or a column of figures would be read as one of names.
        check(&region, "12", Label::Other);
        check(&region, "朝阳区", Label::County(0));
        check(&region, "朝阳县", Label::County(1));
        check(&region, "朝阳市", Label::Total);
        check(&region, "鼓楼", Label::Several);
        check(&region, "鼓楼区", Label::Several);
        check(&region, "鼓楼县", Label::Other);
        check(&region, "城", Label::Several);
        check(&region, "城区", Label::County(4));
        check(&region, "城县", Label::County(5));
        check(&region, "沙县", Label::County(6));
        check(&region, "Yangqu County", Label::County(7));
        check(&region, "Yang", Label::Other);
    }
}
