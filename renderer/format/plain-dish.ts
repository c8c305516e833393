/** What stands for a note on a menu: « Compote ** », « Colin °° »; never the sign of a number (« n° 2 »). */
const NOTES = /\s*(?:\*+|(?<![nN])°+)/gu;

/** A dish without the signs of its file's notes, for a place that has no room to explain them. */
export const plainDish = (dish: string): string => dish.replace(NOTES, '').trim() || dish;
