//! Damaged stores: whatever becomes of some entries, the scenarios of the others are there, and all that opens can be saved.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

use tuowei::model::{CountyId, Edit, Scenario, Slots, official_plan};
use tuowei::storage::{
    BUDGET, Keeping, KeyValue, Library, Loaded, Millis, SaveOutcome, ScenarioId, StoreProblem, TabId,
};

use crate::mutate;
use crate::random::Random;
use crate::trial::{Attack, Run};

pub const ATTACK: Attack =
    Attack { name: "stores", full: 100_000, share: 1_500, time: Duration::from_secs(1), memory: 64_000_000, begin };

type Texts = BTreeMap<String, String>;

#[derive(Clone, Default)]
struct Store(Rc<RefCell<Texts>>);

impl KeyValue for Store {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}

const NOW: i64 = 1_780_000_000_000;

fn load(store: &Store, tab: u64) -> Library {
    let name_of_copy = Box::new(|name: &str| format!("{name}（副本）"));
    let keeping = Keeping { tab: TabId::from_seed(tab), name_of_copy, budget: BUDGET };
    Library::load(Box::new(store.clone()), keeping).unwrap().0
}

fn set(scenario: &mut Scenario, county: &str, slots: u32) {
    scenario.apply(&Edit::slots(CountyId::new(county), Slots::new(slots))).unwrap();
}

/// Four scenarios: of one revision, of several, of two tabs at once, and a deleted one.
fn filled() -> Texts {
    let store = Store::default();
    let mut one = load(&store, 1);
    for number in 0..4_u32 {
        let mut scenario = official_plan().clone();
        scenario.apply(&Edit::Rename(format!("方案{number}"))).unwrap();
        set(&mut scenario, "yanggao", number);
        let id = ScenarioId::from_seed(number.into());
        let (mut permit, _) = one.create(&id, &scenario, Millis(NOW)).unwrap();
        for step in 0..number * 2 {
            set(&mut scenario, "pingcheng", 100 + step);
            one.save(&mut permit, &scenario, Millis(NOW + i64::from(step) * 1_000)).unwrap();
        }
        if number == 2 {
            let mut other = load(&store, 2);
            let Ok(Loaded::Ready(mut theirs, mut their_permit)) = other.open(&id) else { panic!() };
            set(&mut scenario, "pingcheng", 151);
            one.save(&mut permit, &scenario, Millis(NOW + 9_000)).unwrap();
            set(&mut theirs, "yungang", 52);
            other.save(&mut their_permit, &theirs, Millis(NOW + 9_500)).unwrap();
        }
        if number == 3 {
            one.delete(&mut permit, Millis(NOW + 9_000)).unwrap();
        }
    }
    let mut texts = store.0.borrow().clone();
    texts.insert("tuowei:settings".to_owned(), "{}".to_owned());
    texts.insert("another".to_owned(), "of somebody else".to_owned());
    texts
}

/// What can be opened.
fn opened(library: &mut Library) -> BTreeMap<ScenarioId, Scenario> {
    let ids: Vec<ScenarioId> = library.list().into_iter().map(|listed| listed.id).collect();
    let open = |id: ScenarioId| match library.open(&id) {
        Ok(Loaded::Ready(scenario, _)) => Some((id, scenario)),
        _ => None,
    };
    ids.into_iter().filter_map(open).collect()
}

fn begin() -> Run {
    let texts = filled();
    let whole = opened(&mut load(&Store(Rc::new(RefCell::new(texts.clone()))), 9));
    assert_eq!(whole.len(), 3);
    Box::new(move |random, cases| {
        let (damaged, touched) = damage(random, &texts);
        let size = damaged.iter().map(|(key, text)| key.len() + text.len()).sum();
        cases.hold(size, || {
            let store = Store(Rc::new(RefCell::new(damaged.clone())));
            let untouched = || whole.iter().filter(|(id, _)| !touched.contains(id.as_str()));
            let lost = |library: &mut Library, when: &str| {
                let found = opened(library);
                match untouched().find(|(id, scenario)| found.get(id) != Some(scenario)) {
                    Some((id, _)) => Err(format!("undamaged scenario {id} lost {when}")),
                    None => Ok(found),
                }
            };
            let mut library = load(&store, 11);
            let found = lost(&mut library, "at the start")?;
            let _ = (library.deleted(), opened(&mut library));
            // Whatever opens takes an edit, and keeps it.
            let mut kept: BTreeMap<ScenarioId, u32> = BTreeMap::new();
            for (at, id) in found.keys().filter(|id| touched.contains(id.as_str())).enumerate() {
                let Ok(Loaded::Ready(mut scenario, mut permit)) = library.open(id) else { continue };
                let Some(county) = scenario.region().counties().first().map(|county| county.id.clone()) else {
                    continue;
                };
                let slots = 4_000_000 + u32::try_from(at).unwrap();
                scenario.apply(&Edit::SetFrozen(false)).unwrap();
                scenario.apply(&Edit::slots(county, Slots::new(slots))).unwrap();
                match library.save(&mut permit, &scenario, Millis(NOW + 100_000)) {
                    Ok(SaveOutcome::Split(split)) => _ = kept.insert(split.permit.scenario().clone(), slots),
                    Ok(SaveOutcome::Saved { .. } | SaveOutcome::Merged { .. }) => _ = kept.insert(id.clone(), slots),
                    Err(problem) => return Err(format!("{id} cannot be saved: {problem}")),
                }
            }
            let found = lost(&mut load(&store, 12), "after a save")?;
            for (id, slots) in kept {
                let now = found.get(&id).and_then(|scenario| scenario.counties().first()?.slots);
                if now != Slots::new(slots) {
                    return Err(format!("an edit of {id} is lost: {now:?}"));
                }
            }
            Ok(if touched.is_empty() { "undamaged" } else { "damaged" })
        });
    })
}

/// The store with some damage, and the scenarios of which an entry was damaged.
fn damage(random: &mut Random, texts: &Texts) -> (Texts, BTreeSet<String>) {
    let (mut all, mut touched) = (texts.clone(), BTreeSet::new());
    let scenario_of = |key: &str| key.split(':').nth(2).unwrap_or_default().to_owned();
    for _ in 0..=random.below(4) {
        let ours: Vec<String> = all.keys().filter(|key| key.starts_with("tuowei:s:")).cloned().collect();
        if ours.is_empty() {
            break;
        }
        let key = random.of_these(&ours).clone();
        let text = all[&key].clone();
        match random.below(9) {
            0 | 1 => {
                let mut bytes = text.into_bytes();
                mutate::bytes(random, &mut bytes);
                touched.insert(scenario_of(&key));
                all.insert(key, String::from_utf8_lossy(&bytes).into_owned());
            }
            2 => {
                touched.insert(scenario_of(&key));
                all.remove(&key);
            }
            3 => {
                let other = random.of_these(&ours).clone();
                touched.extend([scenario_of(&key), scenario_of(&other)]);
                let there = all.insert(other, text).unwrap_or_default();
                all.insert(key, there);
            }
            4 => {
                // Under a name that it does not have.
                let (scenario, rev) = (scenario_of(&key), random.size(1 << 40));
                all.insert(format!("tuowei:s:{scenario}:{rev}:x"), text);
            }
            5 => {
                let scenario = scenario_of(&key);
                let key = [
                    format!("tuowei:s:{scenario}:0:x"),
                    format!("tuowei:s:{scenario}"),
                    "tuowei:s:".to_owned(),
                    format!("tuowei:s:{}:1:x", "a".repeat(random.size(300))),
                    format!("tuowei:s:{scenario}:9007199254740992:x"),
                    format!("tuowei:{}", random.next()),
                ];
                all.insert(random.of_these(&key).clone(), mutate::value(random, 4_000));
            }
            _ => {
                // Forged: a header of its own and a checksum that holds.
                touched.insert(scenario_of(&key));
                forge(random, &mut all, &key, &text);
            }
        }
    }
    (all, touched)
}

fn forge(random: &mut Random, all: &mut Texts, key: &str, text: &str) {
    let Some((line, payload)) = text.split_once('\n') else { return };
    let Some((fields, _)) = line.split_once(",\"crc32\"") else { return };
    let (mut fields, mut payload) = (fields.to_owned(), payload.to_owned());
    let parts: Vec<&str> = key.splitn(5, ':').collect();
    let mut key = key.to_owned();
    if random.once_in(2) {
        let revs = [2_u64, 3, 1_000_000, 9_007_199_254_740_989, 9_007_199_254_740_990, 9_007_199_254_740_991];
        let rev = random.of_these(&revs);
        fields = fields.replacen(&format!("\"rev\":{}", parts[3]), &format!("\"rev\":{rev}"), 1);
        key = format!("tuowei:s:{}:{rev}:{}", parts[2], parts[4]);
    }
    if random.once_in(2) {
        mutate::json(random, &mut payload, 2_000);
        let before = text.len() - line.len() - 1;
        fields = fields.replacen(&format!("\"length\":{before}"), &format!("\"length\":{}", payload.len()), 1);
    }
    if random.once_in(3) {
        let mut header = format!("{fields}}}");
        mutate::json(random, &mut header, 500);
        fields = header.strip_suffix('}').unwrap_or(&header).to_owned();
    }
    let sum = crc32fast::hash(format!("{fields}\n{payload}").as_bytes());
    all.insert(key, format!("{fields},\"crc32\":\"{sum:08x}\"}}\n{payload}"));
}
