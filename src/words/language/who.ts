/** For whom a self-check is made; every question is worded for them. */
export type Who = (typeof whos)[number]

export const whos = ['me', 'child', 'other'] as const
