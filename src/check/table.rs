//! The one list of all rules.

use super::{Rule, marks, pictures, structure, toolkit, words};

/// Every rule, in the order in which the handbook shows them.
pub static RULES: &[&Rule] = &[
    &words::hard_word_unexplained::RULE,
    &marks::leaked_markup::RULE,
    &marks::raw_html::RULE,
    &marks::unknown_box::RULE,
    &marks::too_deep::RULE,
    &pictures::no_picture::RULE,
    &pictures::one_picture::RULE,
    &pictures::picture_missing::RULE,
    &pictures::picture_broken::RULE,
    &pictures::no_description::RULE,
    &structure::front_matter::RULE,
    &structure::missing_fact::RULE,
    &structure::heading_order::RULE,
    &structure::no_words::RULE,
    &structure::broken_link::RULE,
    &structure::duplicate_address::RULE,
    &structure::unchecked::RULE,
    &toolkit::allowance::RULE,
    &toolkit::unused_allowance::RULE,
    &toolkit::no_pages::RULE,
    &toolkit::settings::RULE,
    &toolkit::pack::RULE,
    &toolkit::unreadable_file::RULE,
    &toolkit::theme::RULE,
];

/// The rule with this name.
pub fn find_rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name.as_str() == name).copied()
}
