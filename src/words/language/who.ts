/** For whom a self-check is made; every question is worded for them. */
export type Who = (typeof whos)[number]

/** Everybody for whom a self-check can be made, in the order in which a page offers them. */
export const whos = ['me', 'child', 'other'] as const
