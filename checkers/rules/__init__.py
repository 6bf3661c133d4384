"""Every built-in rule, by name: the tuple says what runs."""

from checkers.rule import Checker
from checkers.rules import (
    age_does_not_fit_birth,
    anniversary_does_not_add_up,
    caption_of_another_event,
    caption_reused,
    casualty_figures_disagree,
    count_differs_inside_article,
    counted_things_disagree,
    death_toll_out_of_date,
    death_tolls_disagree,
    duration_does_not_fit,
    event_dates_disagree,
    figure_differs_inside_article,
    parts_exceed_whole,
    told_before_it_happened,
    weekday_is_not_that_dates,
)

BUILT_IN: tuple[Checker, ...] = (
    death_tolls_disagree,
    death_toll_out_of_date,
    casualty_figures_disagree,
    figure_differs_inside_article,
    parts_exceed_whole,
    counted_things_disagree,
    count_differs_inside_article,
    weekday_is_not_that_dates,
    event_dates_disagree,
    anniversary_does_not_add_up,
    duration_does_not_fit,
    told_before_it_happened,
    age_does_not_fit_birth,
    caption_of_another_event,
    caption_reused,
)
