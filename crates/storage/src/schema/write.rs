//! Writing: readable, stable, one county per line.

use std::fmt::Write;

use serde_json::Value;

use super::{APP, SCHEMA, division, monitoring, words};
use tuowei_model::{Basis, Children, County, CountyInputs, Date, Factor, Figure, Points, Rate, Scenario, Slots};

/// The scenario with its whole region as JSON. The same scenario always gives the same text.
#[must_use]
pub fn to_json(scenario: &Scenario) -> String {
    let mut json = String::with_capacity(512 + 128 * scenario.counties().len());
    let region = scenario.region();
    json.push_str("{\n  ");
    Fields::new(&mut json).text("app", APP).whole("schema", SCHEMA).text("name", scenario.name());
    json.push_str(",\n  \"region\":{");
    Fields::new(&mut json)
        .text("id", region.id())
        .text("name", &region.name().local)
        .text_if_any("latin", region.name().latin.as_deref())
        .whole("year", region.year());
    json.push_str("},\n  ");
    Fields::new(&mut json).flag("frozen", scenario.frozen()).whole("task", scenario.task().get());
    json.push_str(",\n  \"targets\":{");
    let targets = scenario.targets();
    Fields::new(&mut json)
        .text("rule", words::of_rule(targets.rule))
        .whole_if_any("uplift_ppm", targets.uplift.map(Points::ppm))
        .whole_if_any("growth_ppm", targets.growth.map(Factor::ppm))
        .whole_if_any("closing_ppm", targets.closing.map(Rate::ppm))
        .whole_if_any("benchmark_ppm", targets.benchmark.map(Rate::ppm))
        .whole_if_any("goal_ppm", targets.goal.map(Rate::ppm))
        .whole_if_any("floor_ppm", targets.floor.map(Points::ppm))
        .whole_if_any("cap_ppm", targets.cap.map(Points::ppm));
    json.push_str("},\n  \"supply\":{");
    Fields::new(&mut json)
        .whole("utilisation_ppm", scenario.supply().utilisation.ppm())
        .whole("inclusive_share_ppm", scenario.supply().inclusive_share.ppm());
    json.push_str("},\n  \"bases\":{");
    write_bases(&mut json, scenario);
    json.push('}');
    division::write(&mut json, scenario);
    monitoring::write(&mut json, scenario);
    json.push_str(",\n  \"counties\":[");
    for (position, (county, inputs)) in region.counties().iter().zip(scenario.counties()).enumerate() {
        json.push_str(if position == 0 { "\n    {" } else { ",\n    {" });
        write_county(&mut json, county, inputs);
        json.push('}');
    }
    json.push_str("\n  ]\n}\n");
    json
}

/// Only of the columns that have a basis.
fn write_bases(json: &mut String, scenario: &Scenario) {
    let said = Figure::ALL.into_iter().filter(|&figure| *scenario.basis(figure) != Basis::default());
    for (index, figure) in said.enumerate() {
        let basis = scenario.basis(figure);
        let comma = if index == 0 { "" } else { "," };
        // Writing to a String cannot fail.
        let _ = write!(json, "{comma}\"{}\":{{", words::of_figure(figure));
        Fields::new(json)
            .text_if_any("method", Some(basis.method.as_str()).filter(|method| !method.is_empty()))
            .text_if_any("as_of", basis.as_of.map(Date::iso).as_deref());
        json.push('}');
    }
}

fn write_county(json: &mut String, county: &County, inputs: &CountyInputs) {
    Fields::new(json)
        .text("id", county.id.as_str())
        .text("name", &county.name.local)
        .text_if_any("latin", county.name.latin.as_deref())
        .text_if_any("kind", words::of_kind(county.kind))
        .whole_if_any("base_ppm", inputs.base.map(Rate::ppm))
        .whole_if_any("pin_ppm", inputs.pin.map(Rate::ppm))
        .whole_if_any("slots", inputs.slots.map(Slots::get))
        .flag("locked", inputs.locked)
        .whole_if_any("children", inputs.children.map(Children::get))
        .whole_if_any("capacity", inputs.capacity.map(Slots::get))
        .whole_if_any("inclusive", inputs.inclusive.map(Slots::get))
        .whole_if_any("enrolled", inputs.enrolled.map(Children::get))
        .whole_if_any("other", inputs.other.map(Slots::get))
        .whole_if_any("least", inputs.least.map(Slots::get))
        .whole_if_any("most", inputs.most.map(Slots::get))
        .whole_if_any("weight_e4", inputs.weight.map(|weight| weight.get().cast_signed()));
}

/// Writes `"name":value` pairs with commas between them.
pub(crate) struct Fields<'a> {
    json: &'a mut String,
    first: bool,
}

impl<'a> Fields<'a> {
    pub(crate) const fn new(json: &'a mut String) -> Self {
        Self { json, first: true }
    }

    pub(crate) fn text(self, name: &str, text: &str) -> Self {
        self.raw(name, &quoted(text))
    }

    pub(crate) fn text_if_any(self, name: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    pub(crate) fn whole(self, name: &str, whole: impl Into<i64>) -> Self {
        let whole: i64 = whole.into();
        self.raw(name, &whole.to_string())
    }

    pub(crate) fn whole_if_any(self, name: &str, whole: Option<impl Into<i64>>) -> Self {
        match whole {
            Some(whole) => self.whole(name, whole),
            None => self,
        }
    }

    /// The flag where it is set; an unset one is left out.
    pub(crate) fn flag(self, name: &str, flag: bool) -> Self {
        if flag { self.raw(name, "true") } else { self }
    }

    pub(crate) fn raw(mut self, name: &str, value: &str) -> Self {
        let comma = if self.first { "" } else { "," };
        self.first = false;
        // Writing to a String cannot fail.
        let _ = write!(self.json, "{comma}\"{name}\":{value}");
        self
    }
}

/// The text as a JSON string.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
