//! Units of meaning -> the symbols that fit, best first, and not five times the same thing.

use std::collections::{BTreeMap, HashMap};

use super::index::{Index, to_f64};
use super::units::Unit;

/// What a picture from the table of other words counts beside the word itself.
const OTHER_WORD: f64 = 0.92;
/// What each further picture of a row counts less than the one before.
const STEP: f64 = 0.07;
/// What the last pictures of a row still count.
const OTHER_WORD_MIN: f64 = 0.5;
/// What stays of a unit's weight for the next picture, when one picture has said it whole.
const SAID: f64 = 0.45;
/// What the other units add to the one that a picture says best: two halves must not beat one whole.
const OTHERS: f64 = 0.4;
/// How much of the score is how well the best unit fits; the rest is how much of the sentence is said.
const BEST_SHARE: f64 = 0.75;

/// A symbol that fits.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its place in the index.
    pub place: u32,
    /// From 0 to 1.
    pub score: f64,
    /// Whether words of the sentence are one of its names.
    pub is_name: bool,
}

/// How well symbols fit each unit: by symbol, one number a unit.
type Fits = BTreeMap<u32, Vec<f64>>;

/// The symbols that say most of a sentence, best first. What one of them has said counts less for the next.
pub fn rank(units: &[Unit], index: &Index, most: usize) -> Vec<Found> {
    let fits = fits(units, index);
    let total: f64 = units.iter().map(|unit| unit.weight).sum::<f64>().max(f64::MIN_POSITIVE);
    let mut left: Vec<f64> = units.iter().map(|unit| unit.weight).collect();
    let mut found: Vec<Found> = Vec::new();
    while found.len() < most {
        let value = |fits: &[f64]| -> f64 {
            let each = || fits.iter().zip(&left).map(|(fit, weight)| fit * weight);
            let best = each().fold(0.0, f64::max);
            best + OTHERS * (each().sum::<f64>() - best)
        };
        let open = fits.iter().filter(|(place, _)| found.iter().all(|known| known.place != **place));
        let Some((place, unit_fits)) = open.max_by(|a, b| value(a.1).total_cmp(&value(b.1)).then(b.0.cmp(a.0))) else { break };
        let best = unit_fits.iter().zip(units).map(|(fit, unit)| fit * unit.trust).fold(0.0, f64::max);
        let said: f64 = unit_fits.iter().zip(units).map(|(fit, unit)| fit * unit.weight).sum::<f64>() / total;
        let before = found.last().map_or(1.0, |last| last.score);
        let score = (BEST_SHARE * best + (1.0 - BEST_SHARE) * said).min(before);
        found.push(Found { place: *place, score, is_name: is_name(*place, units, index) });
        for (weight, fit) in left.iter_mut().zip(unit_fits) {
            *weight *= 1.0 - (1.0 - SAID) * fit;
        }
    }
    found
}

/// The symbols that fit best, however alike they are: for a person who looks for one picture.
pub fn rank_for_search(units: &[Unit], index: &Index, most: usize) -> Vec<Found> {
    let total: f64 = units.iter().map(|unit| unit.weight).sum::<f64>().max(f64::MIN_POSITIVE);
    let score = |fits: &[f64]| fits.iter().zip(units).map(|(fit, unit)| fit * unit.weight).sum::<f64>() / total;
    let mut found: Vec<Found> = fits(units, index)
        .iter()
        .map(|(place, fits)| Found { place: *place, score: score(fits), is_name: is_name(*place, units, index) })
        .collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
    found.truncate(most);
    found
}

fn is_name(place: u32, units: &[Unit], index: &Index) -> bool {
    units.iter().any(|unit| !unit.stems.is_empty() && index.named(&unit.stems).contains(&place))
}

fn fits(units: &[Unit], index: &Index) -> Fits {
    let mut fits: Fits = BTreeMap::new();
    for (number, unit) in units.iter().enumerate() {
        for (place, fit) in unit_fits(unit, index) {
            fits.entry(place).or_insert_with(|| vec![0.0; units.len()])[number] = fit;
        }
    }
    fits
}

/// How well symbols fit one unit, from 0 to 1: by its own words, or by the other things that can be drawn for it.
fn unit_fits(unit: &Unit, index: &Index) -> HashMap<u32, f64> {
    let mut best: HashMap<u32, f64> = if unit.stems.is_empty() { HashMap::new() } else { index.search(&unit.stems) };
    for (rank, picture) in unit.pictures.iter().enumerate() {
        let weight = (OTHER_WORD - STEP * to_f64(rank)).max(OTHER_WORD_MIN);
        for (place, fit) in index.search_all(picture) {
            let known = best.entry(place).or_default();
            *known = known.max(fit * weight);
        }
    }
    best
}
