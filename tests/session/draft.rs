//! Typed text beside the last good figure.

use tuowei::model::{CountyId, Edit, official_plan};
use tuowei::session::draft::{Draft, DropDrafts, Typing};
use tuowei::storage::Gesture;
use tuowei::text::{Language, NumberProblem, number_problem, typed_rate, typed_slots};

use super::support::*;

type Why = Option<NumberProblem>;

/// The input of 平城's slots.
struct Input {
    tab: Tab,
    typing: Typing,
    draft: Option<Draft<Why>>,
}

fn set(tab: &mut Tab, typed: &str, gesture: Gesture) -> Result<(), Why> {
    let edit = Edit::slots(CountyId::new("pingcheng"), typed_slots(typed).map_err(Some)?);
    tab.session.apply(&edit, gesture).map_err(|_| None)
}

impl Input {
    fn focused() -> Self {
        let mut tab = Tab::alone();
        tab.set("pingcheng", 130);
        let mut typing = Typing::new(tab.session.new_gesture());
        typing.enter(tab.pingcheng().to_string());
        Self { tab, typing, draft: None }
    }

    fn type_in(&mut self, text: &str) {
        let tab = &mut self.tab;
        let draft = self.typing.take(text.to_owned(), &mut |typed, gesture| set(tab, typed, gesture));
        self.draft = Some(draft);
    }

    fn leave(&mut self) {
        let (figure, next) = (self.tab.pingcheng().to_string(), self.tab.session.new_gesture());
        self.typing.settle(&mut self.draft, figure, next);
        self.tab.session.commit();
    }

    fn escape(&mut self) -> bool {
        let tab = &mut self.tab;
        self.typing.take_back(&mut self.draft, &mut |typed, gesture| set(tab, typed, gesture))
    }

    fn obey(&mut self, even_bad: bool) {
        let (figure, next) = (self.tab.pingcheng().to_string(), self.tab.session.new_gesture());
        self.typing.obey(DropDrafts { round: 1, even_bad }, &mut self.draft, figure, next);
    }

    /// What the input shows, and whether as a mistake.
    fn shown(&self) -> (String, bool) {
        match &self.draft {
            Some(draft) => (draft.typed.clone(), draft.problem.is_some()),
            None => (self.tab.pingcheng().to_string(), false),
        }
    }
}

fn steps(tab: &mut Tab) -> Vec<u32> {
    let mut seen = Vec::new();
    while tab.session.can_undo() && !tab.is_official() {
        seen.push(tab.pingcheng());
        tab.session.undo();
    }
    seen
}

#[test]
fn every_keystroke_that_parses_is_in_force_and_all_of_them_are_one_step() {
    let mut input = Input::focused();
    for text in ["1", "14", "147"] {
        input.type_in(text);
        assert_eq!(input.tab.pingcheng().to_string(), text);
        assert_eq!(input.shown(), (text.to_owned(), false));
    }
    input.leave();
    assert_eq!((input.draft.clone(), input.tab.is_saved()), (None, true));
    input.tab.session.undo();
    assert_eq!(input.tab.pingcheng(), 130);
}

#[test]
fn what_does_not_parse_stays_as_typed_and_the_figure_before_the_typing_is_in_force() {
    let mut input = Input::focused();
    input.type_in("15");
    assert_eq!(input.tab.pingcheng(), 15);
    input.type_in("15x");
    assert_eq!(input.tab.pingcheng(), 130, "nobody meant 15");
    assert_eq!(input.shown(), ("15x".to_owned(), true));
    input.leave();
    assert_eq!(input.shown(), ("15x".to_owned(), true), "it stays when the input is left");
    assert_eq!((input.tab.pingcheng(), input.tab.is_saved()), (130, true));
    input.type_in("150");
    assert_eq!((input.tab.pingcheng(), input.shown()), (150, ("150".to_owned(), false)));
    input.leave();
    assert_eq!(steps(&mut input.tab), [150, 130]);
}

#[test]
fn an_empty_text_is_an_empty_figure_and_never_zero() {
    let mut input = Input::focused();
    input.type_in("");
    let slots = |tab: &Tab| tab.session.scenario().county(&CountyId::new("pingcheng")).unwrap().slots;
    assert_eq!((slots(&input.tab), input.shown().1), (None, false));
    input.type_in("0");
    assert_eq!(slots(&input.tab).map(tuowei::model::Slots::get), Some(0));
}

#[test]
fn escape_takes_the_typing_back_and_nothing_else() {
    let mut input = Input::focused();
    assert!(!input.escape(), "there is nothing to take back");
    for text in ["150", "15x"] {
        input.type_in(text);
        assert!(input.escape());
        assert_eq!((input.tab.pingcheng(), input.shown()), (130, ("130".to_owned(), false)));
    }
    input.leave();
    assert_eq!(steps(&mut input.tab), [130], "what was taken back is no step");
}

#[test]
fn undo_and_other_tabs_end_the_typing_and_leave_mistakes_but_another_scenario_does_not() {
    let mut input = Input::focused();
    input.type_in("150");
    input.tab.session.undo();
    assert_eq!(input.tab.changes().drop_drafts, Some(false));
    input.obey(false);
    assert_eq!(input.shown(), ("130".to_owned(), false));
    input.type_in("x");
    input.obey(false);
    assert_eq!(input.shown(), ("x".to_owned(), true));
    input.tab.session.new_scenario();
    assert_eq!(input.tab.changes().drop_drafts, Some(true));
    input.obey(true);
    assert_eq!(input.shown().0, input.tab.pingcheng().to_string());
    // The next typing begins at the figure of the new scenario.
    input.type_in("y");
    assert_eq!(input.tab.pingcheng(), official_slots());
}

#[test]
fn every_refusal_says_why() {
    for (typed, why) in [
        ("abc", "请填写数字"),
        ("二", "请填写数字"),
        ("1.2.3", "请填写数字"),
        ("2,14", "逗号位置不对"),
        ("-1", "不能小于0"),
        ("100.01", "不能大于100"),
    ] {
        let said = |language| number_problem(typed_rate(typed).unwrap_err(), language);
        assert!(said(Language::Chinese).contains(why), "{typed}: {}", said(Language::Chinese));
        assert_ne!(said(Language::English), said(Language::Chinese));
    }
}

#[test]
fn the_first_typing_in_the_official_plan_taken_back_leaves_its_figures() {
    let mut tab = Tab::alone();
    let mut typing = Typing::new(tab.session.new_gesture());
    typing.enter(tab.pingcheng().to_string());
    let mut input = Input { tab, typing, draft: None };
    input.type_in("150");
    assert!(input.escape());
    input.leave();
    assert_eq!(input.tab.session.scenario().counties(), official_plan().counties());
}

#[test]
fn typing_that_starts_a_copy_goes_on_in_it() {
    let mut tab = Tab::alone();
    let mut typing = Typing::new(tab.session.new_gesture());
    typing.enter(tab.pingcheng().to_string());
    let mut input = Input { tab, typing, draft: None };
    input.type_in("1");
    input.type_in("15");
    assert_eq!(input.tab.changes().drop_drafts, None);
    input.type_in("155");
    input.leave();
    assert_eq!((input.tab.name(), input.tab.pingcheng()), ("方案A", 155));
    input.tab.session.undo();
    assert_eq!(input.tab.pingcheng(), official_slots());
}
